package tillbook.hardware.usb;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tillbook.device.Reach;

/**
 * Which devices are ours, and which were held by another at our last try: by their places, as the name of one changes when
 * another is unplugged. Safe from any thread.
 */
final class Holdings {
    private final Map<Place, Reach> reaches = new ConcurrentHashMap<>();

    void set(Place place, Reach reach) {
        if (reach == Reach.FREE) reaches.remove(place);
        else reaches.put(place, reach);
    }

    /** Forgets all others: what comes back comes back free. */
    void keepOnly(Set<Place> places) {
        reaches.keySet().retainAll(places);
    }

    Reach of(Place place) {
        return reaches.getOrDefault(place, Reach.FREE);
    }
}
