/** The shop's goods at the command line: taking over a file of them, and finding one. */
@NullMarked
package tillbook.desktop.goods;

import org.jspecify.annotations.NullMarked;
