/** The devices on this machine's cables, for a register that is open. */
@NullMarked
package tillbook.desktop.device;

import org.jspecify.annotations.NullMarked;
