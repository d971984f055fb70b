/** Paper as a person sees it: what a printer put on it, as a picture. */
@NullMarked
package tillbook.desktop.paper;

import org.jspecify.annotations.NullMarked;
