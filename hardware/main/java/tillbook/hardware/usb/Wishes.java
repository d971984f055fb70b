package tillbook.hardware.usb;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tillbook.device.DeviceKind;
import tillbook.device.Sureness;

/** Which scanners are to be ours: the sure ones, and what a person said. Safe from any thread. */
final class Wishes {
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Set<String> left = ConcurrentHashMap.newKeySet();

    void use(String address) {
        left.remove(address);
        used.add(address);
    }

    void leave(String address) {
        used.remove(address);
        left.add(address);
    }

    /** An unknown keyboard may be the cashier's, and is never taken unasked. */
    boolean want(Known device) {
        if (device.what().kind() == DeviceKind.PRINTER) return false;
        if (isNamed(used, device)) return true;
        return device.what().sureness() != Sureness.BY_CLASS && !isNamed(left, device);
    }

    private static boolean isNamed(Set<String> addresses, Known device) {
        return addresses.stream()
                .flatMap(text -> UsbAddress.read(text).stream())
                .anyMatch(device::isMeantBy);
    }
}
