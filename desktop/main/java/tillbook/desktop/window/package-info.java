/** The window itself: opening it over a register, and closing it in good order. */
@NullMarked
package tillbook.desktop.window;

import org.jspecify.annotations.NullMarked;
