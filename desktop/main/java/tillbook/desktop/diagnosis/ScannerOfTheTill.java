package tillbook.desktop.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.device.Devices;
import tillbook.device.FoundDevice;
import tillbook.device.Reach;
import tillbook.diagnosis.check.Probes.ScannerProbe;

/**
 * The scanner that the register took for its own. A scanner that types is not seen here: it cannot be told. Immutable.
 *
 * @param named the addresses that the settings name now
 */
record ScannerOfTheTill(Devices devices, Supplier<List<String>> named) implements ScannerProbe {
    @Override
    public Optional<Boolean> present() {
        return devices.scanner().map(own -> own.fault() == null);
    }

    @Override
    public @Nullable Instant lastScan() {
        return devices.lastScan();
    }

    @Override
    public int recentScans() {
        return devices.tally().scans();
    }

    @Override
    public int recentRefused() {
        return devices.tally().refused();
    }

    /** The settings name scanners, none of them is plugged in, and another one is at work. */
    @Override
    public Optional<String> another() {
        List<String> wanted = named.get();
        List<FoundDevice> found =
                devices.found().stream().filter(FoundDevice::isScanner).toList();
        boolean fits = wanted.isEmpty() || found.stream().anyMatch(each -> wanted.contains(each.address()));
        if (fits) return Optional.empty();
        return found.stream()
                .filter(each -> each.reach() == Reach.CLAIMED)
                .map(FoundDevice::name)
                .findFirst();
    }
}
