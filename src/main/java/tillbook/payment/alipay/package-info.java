/** Alipay's wire: scan-pay over {@code gateway.do}, signed by RSA2 both ways, and what each of its words means. */
@NullMarked
package tillbook.payment.alipay;

import org.jspecify.annotations.NullMarked;
