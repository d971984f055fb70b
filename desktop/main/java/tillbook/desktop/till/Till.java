package tillbook.desktop.till;

import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tillbook.catalog.Catalog;
import tillbook.desktop.device.Devices;
import tillbook.desktop.printing.PrintRoom;
import tillbook.desktop.rig.PracticeRig;
import tillbook.diagnosis.check.Probes.ProviderProbe;
import tillbook.journal.search.SearchWriter;
import tillbook.journal.search.TapeFeed;
import tillbook.journal.tape.TapeDisk;
import tillbook.payment.practice.PracticeProvider;
import tillbook.printing.engine.PrintOutcome;
import tillbook.receipt.Receipts;
import tillbook.receipt.TestPage;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.Shop;
import tillbook.scan.ScanReader;
import tillbook.settings.DataFolder;
import tillbook.settings.Mode;
import tillbook.settings.Settings;

/**
 * A register at work, and everything it is made of: opened in this order: folder, lock, log, settings, keys, tape, state,
 * searchable journal, goods, provider, loop; closed in the reverse. What fails to open closes what was opened before.
 *
 * <p>Opened and closed by one thread. What it hands out says itself from where it may be used.
 */
public final class Till implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.till");

    private final Parts parts;

    Till(Parts parts) {
        this.parts = parts;
    }

    /** Everything a register is made of. */
    record Parts(
            TillOptions options,
            Deque<AutoCloseable> opened,
            List<Notice> notices,
            DataFolder folder,
            Settings settings,
            Shop shop,
            SearchWriter search,
            TapeDisk disk,
            TapeFeed source,
            Catalog catalog,
            RegisterThread register,
            Devices devices,
            PrintRoom printing,
            RecentSales sales,
            Trade trade,
            Wire wire,
            Optional<ProviderProbe> provider,
            boolean endedUncleanly,
            AtomicLong rebuilt,
            Optional<PracticeRig> rig) {}

    /**
     * Opens a register.
     *
     * @param listener made from the state before the first record that it will hear of
     * @param faults keeps faults of the program; never throws
     */
    public static Opening open(
            TillOptions options,
            Function<RegisterState, RegisterThread.Listener> listener,
            RegisterThread.Faults faults) {
        return new TillOpener(options, listener, faults).open();
    }

    public Mode mode() {
        return parts.folder().mode();
    }

    public DataFolder folder() {
        return parts.folder();
    }

    public Settings settings() {
        return parts.settings();
    }

    public Shop shop() {
        return parts.shop();
    }

    public TillClock clock() {
        return parts.options().clock();
    }

    public RegisterThread register() {
        return parts.register();
    }

    public Catalog catalog() {
        return parts.catalog();
    }

    /** Follows the tape; its copy may still be on its way. */
    public SearchWriter search() {
        return parts.search();
    }

    /** The tape itself, as far as it is acknowledged. */
    public TapeFeed tape() {
        return parts.source();
    }

    /** The tape's files, for whoever verifies or copies them. */
    public TapeDisk disk() {
        return parts.disk();
    }

    /** What is plugged into this machine. */
    public Devices devices() {
        return parts.devices();
    }

    /** The printer, and the practice printer where there is one. */
    public PrintRoom printing() {
        return parts.printing();
    }

    /** The records of sales: the newest as they became durable, the others from the searchable journal. */
    public RecentSales sales() {
        return parts.sales();
    }

    /** Whether the provider has proven itself, and if not, why. */
    public Trade trade() {
        return parts.trade();
    }

    /** What people should know though the register opened; grows while things in the background come to an end. */
    public List<Notice> notices() {
        return List.copyOf(parts.notices());
    }

    /** Where the practice provider of this process listens, for troubles on demand; empty if there is none. */
    public Optional<java.net.URI> practiceAddress() {
        return parts.wire().practiceAddress();
    }

    /** The practice provider of this process; empty if there is none, and always in live trade. */
    public Optional<PracticeProvider> practiceProvider() {
        return parts.wire().practiceProvider();
    }

    /** What can be disturbed in practice; always empty in live trade. */
    public Optional<PracticeRig> rig() {
        return parts.rig();
    }

    /** The provider as a diagnosis asks it; empty where nobody is asked for money by code. */
    public Optional<ProviderProbe> provider() {
        return parts.provider();
    }

    /** Whether the process that had the data before this one ended without saying goodbye. */
    public boolean endedUncleanly() {
        return parts.endedUncleanly();
    }

    /** From how many records the searchable copy was made anew since the start, because the one before was not sound; else 0. */
    public long recordsRebuilt() {
        return parts.rebuilt().get();
    }

    /** Reads scans as this shop's scale prints them. */
    public ScanReader scanReader() {
        return Shops.scanReader(settings());
    }

    /** Makes receipts with this shop's name on them. */
    public Receipts receipts(Locale language) {
        return Shops.receipts(settings().shop(), mode() == Mode.PRACTICE, language);
    }

    /** Prints a page that shows what the printer can do; empty if no printer is set. */
    public Optional<CompletableFuture<PrintOutcome>> testPage(Locale language) {
        return printing()
                .desk()
                .map(desk -> desk.print(new TestPage(
                        receipts(language).merchant(),
                        mode() == Mode.PRACTICE,
                        desk.place(),
                        settings().printer().profile(),
                        clock().wall().instant())));
    }

    /** Closes this with the register, before everything else. */
    public void closeFirst(AutoCloseable part) {
        parts.opened().push(part);
    }

    /** Ends everything in the reverse order. Saying goodbye to the journal is an intent, and comes before. */
    @Override
    public void close() {
        closeAll(parts.opened());
    }

    static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                // The others are closed all the same; what was durable stays so.
                LOG.log(System.Logger.Level.WARNING, "could not be closed in good order", e);
            }
        }
    }
}
