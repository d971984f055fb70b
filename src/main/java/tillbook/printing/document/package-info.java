/** A document as elements, independent of any printer, and how they stand in rows of a width. Knows nothing of sales. */
@NullMarked
package tillbook.printing.document;

import org.jspecify.annotations.NullMarked;
