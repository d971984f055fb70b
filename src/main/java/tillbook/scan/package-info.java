/** What a scanned or typed text means: goods, a weighed good's label, a payment code or a receipt. Apart from the catalogue, which must know nothing of payment. */
@NullMarked
package tillbook.scan;

import org.jspecify.annotations.NullMarked;
