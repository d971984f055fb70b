/** What the customer sees on a second screen: lines, total, and where the money is, in plain words. */
@NullMarked
package tillbook.desktop.customer;

import org.jspecify.annotations.NullMarked;
