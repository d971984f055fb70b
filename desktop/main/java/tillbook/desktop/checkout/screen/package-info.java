/** The checkout in a window: what it shows, what its keys and buttons do, and how it is drawn. */
@NullMarked
package tillbook.desktop.checkout.screen;

import org.jspecify.annotations.NullMarked;
