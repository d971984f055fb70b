package tillbook.desktop.printing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintEvidence;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.Measured;
import tillbook.printing.engine.PrintJob;
import tillbook.printing.engine.PrintOutcome;
import tillbook.printing.engine.PrintWitness;
import tillbook.printing.engine.Printer;
import tillbook.printing.engine.PrinterLook;
import tillbook.printing.engine.PrinterStatus;
import tillbook.printing.escpos.Encoded;
import tillbook.receipt.Receipt;
import tillbook.receipt.Slip;
import tillbook.register.PrintInbox;
import tillbook.register.PrintOrder;
import tillbook.register.PrintReport;
import tillbook.register.RegisterThread;
import tillbook.sale.ReceiptNumber;

/**
 * The register's printer at work: one thread that takes an order, makes the sheet from the sale's records, prints it and
 * reports what became of it; between orders it listens for a late word and looks how the printer is. Selling never waits
 * for it.
 *
 * <p>Its public methods are safe from any thread.
 */
public final class PrintDesk implements AutoCloseable {
    /** The register has one sheet at the printer at a time; the others are test pages and looks. */
    private static final int ORDERS_MAX = 64;

    private static final long LISTEN_MS = 500;
    private static final long CLOSE_WITHIN_MS = 15_000;
    private static final char BETWEEN = '/';
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.printing");

    /** What a desk is made of. */
    public record Parts(
            Printer printer,
            SheetMaker sheets,
            String place,
            Function<ReceiptNumber, Optional<Receipt>> facts,
            Consumer<ConfirmationTier> probed,
            Clock wall,
            LongSupplier upMs,
            long lookEveryMs,
            RegisterThread.Faults faults) {}

    private sealed interface Work {
        record Ordered(PrintOrder order) implements Work {}

        record Test(Slip slip, CompletableFuture<PrintOutcome> outcome) implements Work {}

        record Look(CompletableFuture<PrinterLook> answer) implements Work {}

        record Drawer(CompletableFuture<Optional<PrinterFault>> answer) implements Work {}

        record Nothing() implements Work {}
    }

    private final Parts parts;
    private final BlockingQueue<Work> work = new LinkedBlockingQueue<>(ORDERS_MAX);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("printing").daemon().unstarted(this::run);
    private volatile @Nullable PrintInbox inbox;
    private volatile boolean ending;
    private volatile PrinterSeen seen = PrinterSeen.NEVER;
    private @Nullable PrintOrder listening;
    private long lookAtMs;

    /** Nothing is printed before {@link #begin}. */
    public PrintDesk(Parts parts) {
        this.parts = parts;
        this.lookAtMs = parts.upMs().getAsLong();
        thread.start();
    }

    /** From now on orders are carried out, those of before as well. */
    public void begin(PrintInbox register) {
        inbox = register;
        begun.countDown();
    }

    /** Takes an order of the register's; returns at once. */
    public void order(PrintOrder order) {
        if (work.offer(new Work.Ordered(order))) return;
        LOG.log(System.Logger.Level.WARNING, "too much waits for the printer: {0}", order);
        // The register would wait for a word on this sheet for ever.
        if (order instanceof PrintOrder.Print) report(order, notBegun("too much waits for the printer"));
    }

    /** Prints a page that belongs to no sale. */
    public CompletableFuture<PrintOutcome> print(Slip slip) {
        CompletableFuture<PrintOutcome> outcome = new CompletableFuture<>();
        if (!work.offer(new Work.Test(slip, outcome))) outcome.cancel(false);
        return outcome;
    }

    /** Opens the drawer, after what is at the printer now; empty if it did. */
    public CompletableFuture<Optional<PrinterFault>> openDrawer() {
        CompletableFuture<Optional<PrinterFault>> answer = new CompletableFuture<>();
        if (!work.offer(new Work.Drawer(answer))) answer.complete(Optional.of(PrinterFault.BUSY));
        return answer;
    }

    /** Looks how the printer is, after what is at it now. */
    public CompletableFuture<PrinterLook> look() {
        CompletableFuture<PrinterLook> answer = new CompletableFuture<>();
        if (!work.offer(new Work.Look(answer))) answer.cancel(false);
        return answer;
    }

    /** What was last seen of the printer. */
    public PrinterSeen seen() {
        return seen;
    }

    /** Where the printer is. */
    public String place() {
        return parts.place();
    }

    /** Ends after the sheet that is at the printer; what is not begun stays owed. */
    @Override
    public void close() {
        ending = true;
        begun.countDown();
        work.offer(new Work.Nothing());
        try {
            thread.join(CLOSE_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // The printing thread.

    private void run() {
        try {
            begun.await();
            while (!ending) {
                try {
                    turn();
                } catch (RuntimeException | Error fault) {
                    // One sheet's fault of the program must not end printing.
                    parts.faults().note(fault);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            parts.printer().close();
        }
    }

    private void turn() throws InterruptedException {
        Work next = work.poll(listening == null ? waitMs() : 0, TimeUnit.MILLISECONDS);
        switch (next) {
            case Work.Ordered(PrintOrder.Print print) -> print(print);
            case Work.Ordered(PrintOrder.Forget forget) -> forget(forget);
            case Work.Test(Slip slip, CompletableFuture<PrintOutcome> outcome) -> test(slip, outcome);
            case Work.Drawer(CompletableFuture<Optional<PrinterFault>> answer) ->
                answer.complete(parts.printer().openDrawer());
            case Work.Look(CompletableFuture<PrinterLook> answer) -> answer.complete(looked());
            case Work.Nothing _ -> {}
            case null -> idle();
        }
        hearLateWords();
    }

    private long waitMs() {
        return Math.max(0, Math.min(parts.lookEveryMs(), lookAtMs - parts.upMs().getAsLong()));
    }

    private void idle() {
        PrintOrder sheet = listening;
        if (sheet != null) {
            Optional<PrintOutcome> outcome = parts.printer().listen(LISTEN_MS);
            if (outcome.isPresent()) report(sheet, outcome.get());
            else listening = null;
            return;
        }
        looked();
    }

    private PrinterLook looked() {
        lookAtMs = parts.upMs().getAsLong() + parts.lookEveryMs();
        PrinterLook look = parts.printer().look();
        look(look);
        return look;
    }

    private void look(PrinterLook look) {
        long now = parts.wall().millis();
        ConfirmationTier tier = parts.printer().tier().orElse(null);
        seen = switch (look) {
            case PrinterLook.Here(PrinterStatus status) ->
                new PrinterSeen(now, status.fault().orElse(null), status.isRecNearEnd(), false, tier);
            case PrinterLook.Silent _ -> new PrinterSeen(now, null, false, true, tier);
            case PrinterLook.Away(PrinterFault fault, String _) -> new PrinterSeen(now, fault, false, false, tier);
        };
    }

    private void print(PrintOrder.Print order) {
        listening = null;
        Optional<Receipt> facts = facts(order);
        if (facts.isEmpty()) {
            report(order, notBegun("the records of this sale are not found yet"));
            return;
        }
        Begin begin = new Begin(order);
        try {
            Encoded sheet = parts.sheets().of(facts.get());
            PrintOutcome outcome = parts.printer().print(new PrintJob(key(order), sheet), begin);
            parts.printer().tier().ifPresent(parts.probed());
            report(order, outcome);
        } catch (Withdrawn nobodyWantsIt) {
            report(order, notBegun("nobody wants it any more, or it cannot be written down"));
        } catch (RuntimeException fault) {
            String code = parts.faults().note(fault);
            report(order, begin.isDurable ? unknown(code) : notBegun(code));
        }
    }

    private Optional<Receipt> facts(PrintOrder.Print order) {
        Optional<Receipt> facts =
                parts.facts().apply(order.receipt()).filter(receipt -> receipt.kind() == Receipt.Kind.SALE);
        if (order.copy() == 0) return facts;
        String by = order.by() == null ? "" : order.by();
        return facts.map(receipt -> receipt.asCopy(order.copy(), Instant.ofEpochMilli(order.since()), by));
    }

    /** A person knows better: what is left of it in the printer must not come out in the midst of the next sheet. */
    private void forget(PrintOrder order) {
        PrintOrder sheet = listening;
        boolean isAwaited = sheet != null && key(sheet).equals(key(order));
        if (!isAwaited) return;
        listening = null;
        parts.printer().clear();
    }

    private void test(Slip slip, CompletableFuture<PrintOutcome> outcome) {
        PrintWitness nobody = new PrintWitness() {
            @Override
            public void sending(String sha256, int bytes, ConfirmationTier tier) {}

            @Override
            public void sent() {}
        };
        try {
            PrintOutcome became =
                    parts.printer().print(new PrintJob("test", parts.sheets().of(slip)), nobody);
            parts.printer().tier().ifPresent(parts.probed());
            outcome.complete(became);
        } catch (RuntimeException fault) {
            outcome.completeExceptionally(fault);
            throw fault;
        }
    }

    private void hearLateWords() {
        for (String key : parts.printer().takeLateConfirmed()) {
            int at = key.indexOf(BETWEEN);
            if (at < 0) continue;
            PrintEvidence evidence =
                    new PrintEvidence(parts.place(), parts.printer().tier().orElse(null), 0, 0, 0, null, "said late");
            tell(
                    new ReceiptNumber(key.substring(0, at)),
                    Integer.parseInt(key.substring(at + 1)),
                    new PrintReport(PrintJobState.CONFIRMED, null, evidence, true));
        }
    }

    // What is told.

    private void report(PrintOrder order, PrintOutcome outcome) {
        PrintReport report = switch (outcome) {
            case PrintOutcome.Confirmed _, PrintOutcome.Unconfirmable _ ->
                new PrintReport(outcome.state(), null, evidence(outcome.measured()), true);
            case PrintOutcome.NotPrinted(PrinterFault fault, Measured measured) ->
                new PrintReport(PrintJobState.QUEUED, fault, evidence(measured), true);
            case PrintOutcome.Perhaps(PrinterFault fault, boolean mayStillCome, Measured measured) ->
                new PrintReport(PrintJobState.UNKNOWN, fault, evidence(measured), !mayStillCome);
        };
        listening = report.isLast() ? null : order;
        see(outcome);
        report(order, report);
    }

    private void see(PrintOutcome outcome) {
        PrinterStatus status = outcome.measured().status();
        PrinterFault fault = switch (outcome) {
            case PrintOutcome.Confirmed _, PrintOutcome.Unconfirmable _ -> null;
            case PrintOutcome.NotPrinted refused -> refused.fault();
            case PrintOutcome.Perhaps perhaps -> perhaps.fault();
        };
        ConfirmationTier tier = outcome.measured().tier();
        boolean isSilent = tier == ConfirmationTier.SILENT;
        seen = new PrinterSeen(parts.wall().millis(), fault, status != null && status.isRecNearEnd(), isSilent, tier);
    }

    private void report(PrintOrder order, PrintReport report) {
        tell(order.receipt(), order.copy(), report);
    }

    private void tell(ReceiptNumber receipt, int copy, PrintReport report) {
        PrintInbox register = inbox;
        if (register != null) register.printReported(receipt, copy, report);
    }

    private PrintReport notBegun(String why) {
        return new PrintReport(PrintJobState.QUEUED, null, said(why), true);
    }

    private PrintReport unknown(String why) {
        return new PrintReport(PrintJobState.UNKNOWN, null, said(why), true);
    }

    private PrintEvidence said(String why) {
        return new PrintEvidence(parts.place(), parts.printer().tier().orElse(null), 0, 0, 0, null, why);
    }

    private static PrintEvidence evidence(Measured measured) {
        PrinterStatus status = measured.status();
        return new PrintEvidence(
                measured.place(),
                measured.tier(),
                measured.bytesTaken(),
                measured.bytesTotal(),
                measured.ms(),
                status == null ? null : status.hex(),
                measured.detail());
    }

    private static String key(PrintOrder order) {
        return order.receipt().text() + BETWEEN + order.copy();
    }

    /** Asks the register before the first byte. */
    private final class Begin implements PrintWitness {
        private final PrintOrder order;
        private int length;
        private @Nullable ConfirmationTier tier;
        private boolean isDurable;

        Begin(PrintOrder order) {
            this.order = order;
        }

        @Override
        public void sending(String sha256, int bytes, ConfirmationTier knows) {
            PrintInbox register = inbox;
            length = bytes;
            tier = knows;
            isDurable = register != null
                    && register.printBegins(order.receipt(), order.copy(), parts.place(), sha256, bytes, knows);
            if (!isDurable) throw new Withdrawn();
        }

        @Override
        public void sent() {
            PrintEvidence evidence = new PrintEvidence(parts.place(), tier, length, length, 0, null, "");
            report(order, new PrintReport(PrintJobState.SENT, null, evidence, false));
        }
    }

    /** Leaves the printer before anything was sent. */
    private static final class Withdrawn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Withdrawn() {
            super(null, null, false, false);
        }
    }
}
