/** What is sold: lines, the basket while it grows, the sale once its amount is fixed, and the numbers they bear. */
@NullMarked
package tillbook.sale;

import org.jspecify.annotations.NullMarked;
