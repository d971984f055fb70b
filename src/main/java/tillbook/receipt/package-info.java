/** The receipt: what it says, as facts, and how those stand in lines of a width. Bytes and paper are made elsewhere. */
@NullMarked
package tillbook.receipt;

import org.jspecify.annotations.NullMarked;
