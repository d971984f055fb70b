package tillbook.desktop.trouble;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.checkout.Step;
import tillbook.desktop.diagnosis.Attached;
import tillbook.desktop.diagnosis.TillProbes;
import tillbook.desktop.till.Opening;
import tillbook.desktop.till.Till;
import tillbook.desktop.till.TillClock;
import tillbook.desktop.till.TillOptions;
import tillbook.diagnosis.Diagnosis;
import tillbook.diagnosis.Listener;
import tillbook.diagnosis.Report;
import tillbook.diagnosis.cause.Symptom;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.register.RegisterState;
import tillbook.register.Reply;
import tillbook.settings.Machine;
import tillbook.settings.Mode;

/** A practice register of real parts that sells, is diagnosed, and is disturbed. One thread uses it. */
final class PracticeTill implements AutoCloseable {
    static final String EGGS = "2000000000015";
    static final long EGGS_FEN = 1_280;
    private static final long WITHIN_S = 40;

    final Till till;
    final Troubles troubles;
    private final List<ScanPaid> paid;
    private final List<Throwable> faults;
    private final Diagnosis diagnosis;
    private final ScanDesk desk;
    private int codes;

    private PracticeTill(Till till, Runnable hardEnd, List<ScanPaid> paid, List<Throwable> faults) {
        this.till = till;
        this.troubles = Troubles.of(till, hardEnd).orElseThrow();
        this.paid = paid;
        this.faults = faults;
        this.diagnosis = new Diagnosis(till.clock().wall(), TillClock.real().monotonicMs(), fault -> {
            faults.add(fault);
            return "F1";
        });
        this.desk = new ScanDesk(
                till.scanReader(),
                till.catalog(),
                till.settings().limits().askAbove(),
                Locale.ENGLISH,
                TillClock.real().monotonicMs());
        till.devices().scansGoTo(scan -> {});
        await(() -> till.devices().scanner().isPresent(), () -> "a scanner");
    }

    static PracticeTill open(Path home, int speed, Runnable hardEnd) {
        List<ScanPaid> paid = new CopyOnWriteArrayList<>();
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        Opening opening = Till.open(
                options(home, speed),
                _ -> (entries, _) -> entries.forEach(entry -> {
                    if (entry.event() instanceof ScanPaid one) paid.add(one);
                }),
                fault -> {
                    faults.add(fault);
                    return "F1";
                });
        if (!(opening instanceof Opening.Opened(Till till))) throw new AssertionError(opening.toString());
        return new PracticeTill(till, hardEnd, paid, faults);
    }

    static PracticeTill open(Path home) {
        return open(home, 1, () -> {
            throw new AssertionError("ended");
        });
    }

    private static TillOptions options(Path home, int speed) {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("user.home", home.toString());
        system.setProperty("user.name", "test");
        Machine machine =
                Machine.of(Map.of("TILLBOOK_HOME", home.resolve("data").toString()), system);
        TillClock clock = TillClock.of(Map.of(TillClock.VARIABLE, Integer.toString(speed)))
                .orElseThrow();
        return new TillOptions(machine, Mode.PRACTICE, "register", "0.1.0", clock);
    }

    static Path settings(Path home) {
        return home.resolve("data/practice/settings.toml");
    }

    // Selling.

    /** Eggs, by a payment code that pays at once. */
    Reply sells() throws Exception {
        scans(EGGS);
        return scans("28%012d8888".formatted(++codes));
    }

    private Reply scans(String code) throws Exception {
        Step step = desk.scanned(code, state());
        if (!(step instanceof Step.Wants wants)) throw new AssertionError(step.toString());
        return till.register().want(wants.intent()).get(WITHIN_S, TimeUnit.SECONDS);
    }

    RegisterState state() {
        return till.register().state();
    }

    boolean isAtRest() {
        return state().openAttempts().findAny().isEmpty() && state().owed().count() == 0;
    }

    /** Of all that was paid by code. */
    long paidFen() {
        return paid.stream().mapToLong(one -> one.amount().fen()).sum();
    }

    /** What the provider really has. */
    long takenFen() {
        return till.practiceProvider().orElseThrow().book().stream()
                .mapToLong(entry -> entry.takenFen() - entry.returnedFen())
                .sum();
    }

    int sheets() {
        return till.printing().practicePrinter().orElseThrow().paper().sheets().size();
    }

    List<Throwable> faults() {
        return faults;
    }

    // Being diagnosed.

    /** The codes that are named, most likely first. */
    List<String> named(Symptom symptom) throws InterruptedException {
        return report(symptom).ranking().named().stream()
                .map(each -> each.cause().code())
                .toList();
    }

    Report report(Symptom symptom) throws InterruptedException {
        return diagnosis.run(symptom, new TillProbes(till, Attached.to(till)), new Listener() {});
    }

    static void await(BooleanSupplier holds, Supplier<String> what) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_S);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("never came: " + what.get());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        till.close();
    }
}
