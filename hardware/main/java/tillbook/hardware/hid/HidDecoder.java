package tillbook.hardware.hid;

import java.util.function.Consumer;

/** Puts codes together from input reports. Owned by one thread. */
public interface HidDecoder {
    /**
     * Takes a report.
     *
     * @param report its bytes from 0 to count
     * @param scans told of every code that it completes
     */
    void take(byte[] report, int count, Consumer<HidScan> scans);

    /** Nothing came for a while: a code without a suffix is complete, half a code is dropped. */
    void pause(Consumer<HidScan> scans);
}
