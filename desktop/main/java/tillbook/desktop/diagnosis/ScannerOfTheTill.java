package tillbook.desktop.diagnosis;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.device.Devices;
import tillbook.diagnosis.check.Probes.ScannerProbe;

/** The scanner that the register took for its own. A scanner that types is not seen here: it cannot be told. Immutable. */
record ScannerOfTheTill(Devices devices) implements ScannerProbe {
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
        return 0;
    }

    @Override
    public int recentRefused() {
        return 0;
    }
}
