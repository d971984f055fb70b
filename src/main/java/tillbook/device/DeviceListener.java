package tillbook.device;

import java.util.List;

/**
 * Told what happens on the cables: one call after the other, on a thread of the host's. While it does not return, nothing
 * is lost: scans wait in order, at most {@value #WAITING_MAX} here and the rest in the scanner.
 */
public interface DeviceListener {
    /** How many things may wait to be told. */
    int WAITING_MAX = 64;

    /** Something was plugged in or out, or became ours, or is ours no more. */
    void devicesChanged(List<FoundDevice> now);

    /** A scanner of ours read a code. */
    void scanned(Scan scan);

    /** A scanner of ours reads no more; once for each time it is lost. It comes back by itself. */
    void scannerLost(FoundDevice scanner, ScannerFault why);

    /** A scanner is ours, for the first time or again. */
    void scannerBack(FoundDevice scanner);
}
