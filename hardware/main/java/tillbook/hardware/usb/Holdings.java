package tillbook.hardware.usb;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tillbook.device.Reach;

/** Which devices are ours, and which were held by another at our last try. Safe from any thread. */
final class Holdings {
    private final Map<String, Reach> reaches = new ConcurrentHashMap<>();

    void set(String address, Reach reach) {
        if (reach == Reach.FREE) reaches.remove(address);
        else reaches.put(address, reach);
    }

    /** Forgets all others: what comes back comes back free. */
    void keepOnly(Set<String> addresses) {
        reaches.keySet().retainAll(addresses);
    }

    Reach of(String address) {
        return reaches.getOrDefault(address, Reach.FREE);
    }
}
