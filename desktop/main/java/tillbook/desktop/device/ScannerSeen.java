package tillbook.desktop.device;

import org.jspecify.annotations.Nullable;
import tillbook.device.FoundDevice;
import tillbook.device.ScannerFault;

/**
 * What is known of the scanner that the register took. Immutable.
 *
 * @param fault why it reads no more, null if it reads
 */
public record ScannerSeen(FoundDevice scanner, @Nullable ScannerFault fault) {}
