/** What a printer draws: from the bytes it gets to the cells and dots on its paper. */
@NullMarked
package tillbook.printing.paper;

import org.jspecify.annotations.NullMarked;
