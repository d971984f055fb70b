/** What every window stands on: the way onto the drawing thread, the theme, the keyboard scanner. */
@NullMarked
package tillbook.desktop.fx;

import org.jspecify.annotations.NullMarked;
