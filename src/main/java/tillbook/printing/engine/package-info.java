/** Printing a sheet and finding out what became of it. Decides nothing about sales and writes no journal. */
@NullMarked
package tillbook.printing.engine;

import org.jspecify.annotations.NullMarked;
