package tillbook.hardware.usb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** What is plugged in, as of the last look. Safe from any thread; looks happen one after the other. */
final class Watch {
    private final Bus bus;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<Place, Bus.Read> readAt = new HashMap<>();
    private volatile List<Known> known = List.of();

    Watch(Bus bus) {
        this.bus = bus;
    }

    /** As of the last look, in the order of the addresses. */
    List<Known> known() {
        return known;
    }

    /** Looks now. */
    List<Known> look() {
        looking.lock();
        try {
            List<Seen> seen = bus.look().stream().filter(Identified::mayBe).toList();
            readAt.keySet().retainAll(seen.stream().map(Seen::place).toList());
            seen.forEach(this::read);
            known = identified(seen, readAt);
            return known;
        } finally {
            looking.unlock();
        }
    }

    /** A device that was denied is asked again: permission comes while it stays where it is. */
    private void read(Seen seen) {
        Bus.Read before = readAt.get(seen.place());
        if (before == null || before.isDenied()) {
            bus.read(seen).ifPresent(read -> readAt.put(seen.place(), read));
        }
    }

    /** Devices by their addresses; the second of two with one serial number is named by its socket as well. */
    static List<Known> identified(List<Seen> seen, Map<Place, Bus.Read> readAt) {
        List<Known> all = new ArrayList<>();
        for (Seen one : seen) {
            Bus.Read read = readAt.get(one.place());
            if (read != null) {
                Identified.of(one, read.labels())
                        .map(what ->
                                new Known(one, read.labels(), what, UsbAddress.of(one, read.labels()), read.isDenied()))
                        .ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparing((Known one) -> one.address().toString())
                .thenComparing(one -> one.labels().path()));
        return toldApart(all);
    }

    private static List<Known> toldApart(List<Known> sorted) {
        Set<UsbAddress> taken = new HashSet<>();
        List<Known> apart = new ArrayList<>();
        for (Known one : sorted) {
            UsbAddress address = taken.add(one.address())
                    ? one.address()
                    : one.address().at(one.labels().path());
            apart.add(new Known(one.seen(), one.labels(), one.what(), address, one.isDenied()));
        }
        return List.copyOf(apart);
    }

    /** The device that an address means, as of the last look. */
    Optional<Known> find(String address) {
        return UsbAddress.read(address).flatMap(wanted -> find(wanted, known));
    }

    /** A device that may not be opened cannot tell its serial number, and is meant by its model. */
    static Optional<Known> find(UsbAddress wanted, List<Known> known) {
        return known.stream()
                .filter(one -> one.isMeantBy(wanted))
                .findFirst()
                .or(() -> known.stream()
                        .filter(one -> one.isDenied() && wanted.isSameModel(one.address()))
                        .findFirst());
    }
}
