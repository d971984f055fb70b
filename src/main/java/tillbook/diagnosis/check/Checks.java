package tillbook.diagnosis.check;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/** Every check there is. Stateless. */
public final class Checks {
    private Checks() {}

    /**
     * One of each, for one run.
     *
     * @param wall to say how long ago something was
     * @param upMs a clock that only goes forward, in ms
     */
    public static List<Check> of(Probes probes, InstantSource wall, LongSupplier upMs) {
        Line line = new Line(probes.provider());
        return List.of(
                new LinkCheck(probes.network(), line),
                new AddressCheck(probes.network(), line, upMs),
                new FarCheck(probes.network(), line, upMs),
                new NameCheck(line, upMs),
                new ConnectionCheck(line, upMs),
                new TlsCheck(line),
                new ProviderCheck(probes.provider()),
                new PaymentsCheck(probes.register()),
                new VouchersCheck(probes.register(), probes.printer().isPresent()),
                new PrinterCheck(probes.printer()),
                new ScannerCheck(probes.scanner(), wall),
                new SettingsCheck(probes.settings()),
                new EndingCheck(probes.register()),
                new OwnerCheck(probes.owner()),
                new DiskCheck(probes.disk()),
                new JournalCheck(probes.journal()));
    }
}
