/** The goods of the shop: what a code means, what it costs, how it is found by name or initials, and how files of goods come in and go out. */
@NullMarked
package tillbook.catalog;

import org.jspecify.annotations.NullMarked;
