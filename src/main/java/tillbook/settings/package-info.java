/** Where the data lies, who owns it, what the shop has set, and the merchant's keys. */
@NullMarked
package tillbook.settings;

import org.jspecify.annotations.NullMarked;
