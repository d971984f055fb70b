package tillbook.diagnosis.check;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import tillbook.diagnosis.check.Probes.RegisterProbe;

/** Every check there is. Stateless. */
public final class Checks {
    private Checks() {}

    /**
     * One of each, for one run; returns at once.
     *
     * @param register asked for what is open, once for all checks
     * @param wall to say how long ago something was
     * @param upMs a clock that only goes forward, in ms
     */
    public static List<Check> of(
            Probes probes, Once<Optional<RegisterProbe>> register, InstantSource wall, LongSupplier upMs) {
        Once<Line> line = new Once<>(() -> new Line(probes.provider()));
        return List.of(
                usual(Subject.LINK, () -> new LinkCheck(probes.network(), line.get())),
                usual(Subject.ADDRESS, () -> new AddressCheck(probes.network(), line.get(), upMs)),
                usual(Subject.FAR, () -> new FarCheck(probes.network(), line.get(), upMs)),
                usual(Subject.NAME, () -> new NameCheck(line.get(), upMs)),
                within(ConnectionCheck.WITHIN_MS, Subject.CONNECTION, () -> new ConnectionCheck(line.get(), upMs)),
                usual(Subject.TLS, () -> new TlsCheck(line.get())),
                within(
                        ProviderCheck.WITHIN_MS,
                        Subject.PROVIDER,
                        () -> new ProviderCheck(line.get().provider())),
                usual(Subject.PAYMENTS, () -> new PaymentsCheck(register.get())),
                usual(
                        Subject.VOUCHERS,
                        () -> new VouchersCheck(register.get(), probes.printer().isPresent())),
                within(PrinterCheck.WITHIN_MS, Subject.PRINTER, () -> new PrinterCheck(probes.printer())),
                usual(Subject.SCANNER, () -> new ScannerCheck(probes.scanner(), wall)),
                usual(Subject.SETTINGS, () -> new SettingsCheck(probes.settings())),
                usual(Subject.ENDING, () -> new EndingCheck(register.get())),
                usual(Subject.OWNER, () -> new OwnerCheck(probes.owner())),
                usual(Subject.DISK, () -> new DiskCheck(probes.disk())),
                usual(Subject.JOURNAL, () -> new JournalCheck(probes.journal())));
    }

    /** Makes a check of what it finds. */
    private interface Maker {
        Check make() throws InterruptedException;
    }

    private static Check usual(Subject subject, Maker maker) {
        return within(Check.DEADLINE_MS, subject, maker);
    }

    private static Check within(long deadlineMs, Subject subject, Maker maker) {
        return new Prepared(subject, deadlineMs, new Once<>(() -> made(maker)));
    }

    private static Check made(Maker maker) {
        try {
            return maker.make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a probe", e);
        }
    }
}
