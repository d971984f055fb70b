/** Devices: printers and scanners. Implements the core's ports; found through {@link java.util.ServiceLoader}. */
@NullMarked
package tillbook.hardware;

import org.jspecify.annotations.NullMarked;
