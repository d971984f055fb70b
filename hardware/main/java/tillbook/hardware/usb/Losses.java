package tillbook.hardware.usb;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tillbook.device.ScannerFault;

/** Which scanners are said to be lost, by address: each is said once until it comes back. Safe from any thread. */
final class Losses {
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /**
     * Whether this is to be said. A scanner that was pulled out while it was being opened was never here: whoever was told
     * that the one before it is gone would hear it twice.
     */
    boolean isNews(String scanner, ScannerFault why, boolean wasOurs) {
        return (wasOurs || why != ScannerFault.GONE) && said.add(scanner);
    }

    void isBack(String scanner) {
        said.remove(scanner);
    }

    /** Those that are not plugged in can be lost anew. */
    void keepOnly(Set<String> scanners) {
        said.retainAll(scanners);
    }
}
