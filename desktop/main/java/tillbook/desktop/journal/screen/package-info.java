/** The journal as a person searches it: sales in a list, each opened as a case with its verdict, its life and what may be done now. */
@NullMarked
package tillbook.desktop.journal.screen;

import org.jspecify.annotations.NullMarked;
