package tillbook.desktop.printing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.engine.Patience;
import tillbook.printing.engine.Printer;
import tillbook.printing.port.PrinterPort;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PracticePrinterServer;
import tillbook.receipt.ElectronicReceipt;
import tillbook.receipt.Receipt;
import tillbook.register.PrintOrder;
import tillbook.register.RegisterThread;
import tillbook.sale.ReceiptNumber;
import tillbook.settings.Settings;

/**
 * Everything between the register and its paper, by the settings: no printer, a real one, or the practice printer of this
 * process, which listens on a socket as a real one does. Safe from any thread.
 */
public final class PrintRoom implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 5_000;
    /** Nobody need tear off the paper of the practice printer: more than the longest receipt, then the oldest falls away. */
    private static final int STRIPS_KEPT = 2_000;

    private final @Nullable PrintDesk desk;
    private final @Nullable PracticePrinterServer practice;

    private PrintRoom(@Nullable PrintDesk desk, @Nullable PracticePrinterServer practice) {
        this.desk = desk;
        this.practice = practice;
    }

    /**
     * What printing needs besides the settings.
     *
     * @param folder where what is known of printers is kept
     * @param facts the receipt of a sale from its records, empty while they are not found
     * @param practiceWay what stands on the way to the practice printer; empty where nothing does
     * @param electronic makes e-receipts, null where there are none
     * @param usb finds a printer on the USB by its number there
     */
    public record Needs(
            Path folder,
            Function<ReceiptNumber, Optional<Receipt>> facts,
            Function<String, PrinterPort> usb,
            Optional<UnaryOperator<PrinterPort>> practiceWay,
            Clock wall,
            ZoneId zone,
            Locale language,
            @Nullable ElectronicReceipt electronic,
            RandomGenerator random,
            RegisterThread.Faults faults) {}

    /** Opens the desk; not one byte goes to a printer yet. */
    public static PrintRoom open(Settings settings, Needs needs) {
        if (!settings.printer().prints()) return new PrintRoom(null, null);
        PracticePrinterServer practice = settings.printer().address().equals("practice") ? practice(settings) : null;
        PrinterSetup setup = PrinterSetup.of(settings, practice == null ? 0 : practice.port(), needs.usb());
        KnownTiers tiers = new KnownTiers(needs.folder().resolve("printers.txt"));
        PrinterPort port = practice == null
                ? setup.port()
                : needs.practiceWay().map(way -> way.apply(setup.port())).orElse(setup.port());
        String place = port.place();
        // The practice printer is another one at each start.
        @Nullable ConfirmationTier known = practice == null ? tiers.of(place) : ConfirmationTier.PROCESS_ID;
        Consumer<ConfirmationTier> probed = practice == null ? tier -> tiers.learned(place, tier) : _ -> {};
        PrintDesk desk = new PrintDesk(new PrintDesk.Parts(
                new Printer(
                        port,
                        known,
                        Patience.USUAL,
                        PrintRoom::upMs,
                        needs.random().nextLong(1L << 26)),
                new SheetMaker(setup, needs.language(), needs.zone(), needs.electronic()),
                place,
                needs.facts(),
                probed,
                needs.wall(),
                PrintRoom::upMs,
                LOOK_EVERY_MS,
                needs.faults()));
        return new PrintRoom(desk, practice);
    }

    private static long upMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private static PracticePrinterServer practice(Settings settings) {
        PrinterSetup likeIt = PrinterSetup.of(settings, 1, PrinterSetup.NoDevice::new);
        PracticePrinter printer = new PracticePrinter(
                likeIt.profile().dots(),
                likeIt.profile().encoding().charset(),
                ConfirmationTier.PROCESS_ID,
                null,
                InstantSource.system());
        printer.keeps(STRIPS_KEPT);
        try {
            return new PracticePrinterServer(printer, 0);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "this machine gives no socket to itself: free some, or set printer.address = \"\"", e);
        }
    }

    /** Takes an order of the register's; without a printer there are none. */
    public void order(PrintOrder order) {
        if (desk == null) throw new IllegalStateException("an order without a printer: " + order);
        desk.order(order);
    }

    /** From now on orders are carried out. */
    public void begin(RegisterThread register) {
        if (desk != null) desk.begin(register);
    }

    /** The printer at work; empty if none is set, or printing is switched off. */
    public Optional<PrintDesk> desk() {
        return Optional.ofNullable(desk);
    }

    /** The practice printer of this process, for its paper and its troubles. */
    public Optional<PracticePrinter> practicePrinter() {
        return Optional.ofNullable(practice).map(PracticePrinterServer::printer);
    }

    @Override
    public void close() throws IOException {
        if (desk != null) desk.close();
        if (practice != null) practice.close();
    }
}
