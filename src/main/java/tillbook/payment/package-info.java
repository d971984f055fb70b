/**
 * Taking money through a provider: the port, every answer a provider can give, and what they mean. The wire of a provider
 * lives in a package below; the decisions live with the register.
 */
@NullMarked
package tillbook.payment;

import org.jspecify.annotations.NullMarked;
