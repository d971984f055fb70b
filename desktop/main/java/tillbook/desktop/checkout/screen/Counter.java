package tillbook.desktop.checkout.screen;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Catalog;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.device.ScannerSeen;
import tillbook.desktop.diagnosis.Start;
import tillbook.desktop.fx.Look;
import tillbook.desktop.printing.PrinterSeen;
import tillbook.device.FoundDevice;
import tillbook.payment.ProbeAnswer;
import tillbook.printing.engine.PrintOutcome;
import tillbook.receipt.Receipt;
import tillbook.register.RegisterThread;
import tillbook.register.Shop;
import tillbook.sale.ReceiptNumber;

/**
 * The register that a checkout stands before. Immutable.
 *
 * @param feed the register's listener
 * @param desk handed over: nobody else uses it
 * @param shopName as it stands in the top bar
 * @param seen what is known besides the register's exchanges; asked for on the drawing thread
 * @param monotonicMs the clock of {@code feed}
 * @param machines printer and scanner, beside what the register decides
 * @param annex what practice mode adds, null if nothing does
 * @param notices all there were since the start, in their order; asked for on the drawing thread
 * @param keeps writes down the language and the look that were chosen here
 * @param wantsJournal the person wants to look into the journal; called on the drawing thread
 * @param wantsWizard something is wrong, and the person wants to know why; called on the drawing thread
 * @param wantsToClose the person said yes to closing; called on the drawing thread
 */
public record Counter(
        RegisterThread register,
        SnapshotFeed feed,
        ScanDesk desk,
        Catalog catalog,
        Shop shop,
        String shopName,
        Supplier<Trading> seen,
        Clock wall,
        LongSupplier monotonicMs,
        RegisterThread.Faults faults,
        Sounds sounds,
        Machines machines,
        @Nullable Annex annex,
        Supplier<List<Told>> notices,
        Keeps keeps,
        Runnable wantsJournal,
        Consumer<Start> wantsWizard,
        Runnable wantsToClose) {

    /**
     * Printer and scanner, as a screen needs them.
     *
     * @param seen what was last seen of the printer, empty if there is none; asked for on the drawing thread
     * @param testPage prints a page that shows what the printer can do; returns at once
     * @param scanner what is known of the register's own scanner; asked for on the drawing thread
     * @param devices what is plugged in; asked for on the drawing thread
     * @param usePrinter writes this printer into the settings; false if it could not be kept; called beside the drawing
     *     thread
     * @param paid a sale that is over, from its records; called beside the drawing thread
     */
    public record Machines(
            Supplier<Optional<PrinterSeen>> seen,
            Supplier<CompletableFuture<PrintOutcome>> testPage,
            Function<ReceiptNumber, Optional<PaidSale>> paid,
            Supplier<Optional<ScannerSeen>> scanner,
            Supplier<List<FoundDevice>> devices,
            Predicate<String> usePrinter) {
        /** Where there is no printer. */
        public static final Machines NONE = new Machines(
                Optional::empty, CompletableFuture::new, _ -> Optional.empty(), Optional::empty, List::of, _ -> false);
    }

    /** A sale that is paid, and the highest number that a copy of its receipt bears. */
    public record PaidSale(Receipt receipt, int copies) {}

    /** Keeps what a person chose for this screen until the next start. Called beside the drawing thread. */
    @FunctionalInterface
    public interface Keeps {
        /** False if it could not be kept. */
        boolean keep(Locale language, Look look);
    }

    /**
     * Something people should know though the register works.
     *
     * @param code the fault catalogue's, empty if it has none
     * @param stays it is true as long as the register is open
     * @param sentence in a language
     */
    public record Told(String code, boolean stays, Function<Locale, String> sentence) {}

    /**
     * Whether the provider has proven itself.
     *
     * @param open it has
     * @param closedBecause its last answer, null if it is open or was never asked
     */
    public record Trading(boolean open, @Nullable ProbeAnswer closedBecause) {}
}
