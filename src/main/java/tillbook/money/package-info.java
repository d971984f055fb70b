/** Amounts in fen. Depends on nothing, knows nothing of sales. */
@NullMarked
package tillbook.money;

import org.jspecify.annotations.NullMarked;
