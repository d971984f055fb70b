/** A provider to practise on: speaks Alipay's wire on this machine alone, keeps its own book of money, misbehaves when told. */
@NullMarked
package tillbook.payment.practice;

import org.jspecify.annotations.NullMarked;
