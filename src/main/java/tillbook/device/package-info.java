/** The devices on this machine's cables as the program sees them: what is there, a way to print, codes that were scanned. */
@NullMarked
package tillbook.device;

import org.jspecify.annotations.NullMarked;
