package tillbook.desktop.printing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
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
    /** The register has one sheet at the printer at a time, and may take it back. */
    private static final int ORDERS_MAX = 8;

    /** Pages that wait for the sheet before them; whoever wants more is told that they were not printed. */
    private static final int PAGES_MAX = 16;

    private static final int LOOKS_MAX = 16;

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

    /** A page that belongs to no sale. */
    private record Page(Slip slip, CompletableFuture<PrintOutcome> outcome) {}

    private final Parts parts;
    private final Queue<PrintOrder> orders = new ArrayBlockingQueue<>(ORDERS_MAX);
    private final Queue<CompletableFuture<PrinterLook>> looks = new ArrayBlockingQueue<>(LOOKS_MAX);
    private final Queue<Page> pages = new ArrayBlockingQueue<>(PAGES_MAX);
    /** One for each thing that was put into a queue, so that the thread sleeps while there is none. */
    private final Semaphore something = new Semaphore(0);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("printing").daemon().unstarted(this::run);
    private volatile @Nullable PrintInbox inbox;
    private volatile boolean ending;
    private volatile PrinterSeen seen = PrinterSeen.NEVER;
    private @Nullable PrintOrder listening;
    /** How the printer was when it was last heard of the sheet that is listened for. */
    private @Nullable PrinterLook amidst;

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
        boolean taken = put(orders.offer(order));
        // The register would wait for a word on this sheet for ever.
        if (!taken && order instanceof PrintOrder.Print)
            tell(order.receipt(), order.copy(), notBegun("too much waits for the printer", null));
    }

    /** Prints a page that belongs to no sale; a sheet of which more may still come is waited for. */
    public CompletableFuture<PrintOutcome> print(Slip slip) {
        Page page = new Page(slip, new CompletableFuture<>());
        if (!put(pages.offer(page))) page.outcome().cancel(false);
        return page.outcome();
    }

    /** Looks how the printer is, after what is being sent to it now. */
    public CompletableFuture<PrinterLook> look() {
        CompletableFuture<PrinterLook> answer = new CompletableFuture<>();
        if (!put(looks.offer(answer))) answer.cancel(false);
        return answer;
    }

    private boolean put(boolean taken) {
        if (!taken) LOG.log(System.Logger.Level.ERROR, "more waits for the printer than anybody should want");
        something.release();
        return taken;
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
        something.release();
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
            nobodyAnswersAnyMore();
        }
    }

    private void nobodyAnswersAnyMore() {
        for (Page page = pages.poll(); page != null; page = pages.poll()) {
            page.outcome().cancel(false);
        }
        for (CompletableFuture<PrinterLook> look = looks.poll(); look != null; look = looks.poll()) look.cancel(false);
    }

    private void turn() throws InterruptedException {
        something.tryAcquire(listening == null ? waitMs() : 0, TimeUnit.MILLISECONDS);
        @Nullable PrintOrder order = orders.poll();
        @Nullable CompletableFuture<PrinterLook> look = looks.poll();
        if (order != null) carryOut(order);
        if (look != null) look(look);
        if (order == null && look == null) betweenOrders();
        hearLateWords();
    }

    private void carryOut(PrintOrder order) {
        switch (order) {
            case PrintOrder.Print print -> print(print);
            case PrintOrder.Forget forget -> forget(forget);
        }
    }

    private long waitMs() {
        return Math.max(0, Math.min(parts.lookEveryMs(), lookAtMs - parts.upMs().getAsLong()));
    }

    /** A page would take the place of what the printer still has of a sheet: while that may come out, pages wait. */
    private void betweenOrders() {
        PrintOrder sheet = listening;
        if (sheet != null) {
            listen(sheet);
            return;
        }
        @Nullable Page page = pages.poll();
        if (page != null) print(page);
        else if (parts.upMs().getAsLong() >= lookAtMs) looked();
    }

    /** The register waits for the last word on its sheet, so it is told as well when no word can come any more. */
    private void listen(PrintOrder sheet) {
        try {
            Optional<PrintOutcome> outcome = parts.printer().listen(LISTEN_MS);
            if (outcome.isPresent()) {
                report(sheet, outcome.get());
                return;
            }
            listening = null;
            report(sheet, unknown("the connection to it ended"));
        } catch (RuntimeException | Error fault) {
            listening = null;
            report(sheet, unknown(parts.faults().note(fault)));
        }
    }

    /** In the midst of a sheet nothing is asked: the question would become part of it. */
    private PrinterLook looked() {
        PrinterLook before = amidst;
        if (listening != null && before != null) return before;
        lookAtMs = parts.upMs().getAsLong() + parts.lookEveryMs();
        PrinterLook look = parts.printer().look();
        look(look);
        return look;
    }

    /** Whoever waits for it is told as well when the program fails at it. */
    private void look(CompletableFuture<PrinterLook> answer) {
        try {
            answer.complete(looked());
        } catch (RuntimeException | Error fault) {
            answer.completeExceptionally(fault);
            throw fault;
        }
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

    /** Whatever happens, the register is told: it has one sheet at the printer at a time and waits for the word on it. */
    private void print(PrintOrder.Print order) {
        listening = null;
        Begin begin = new Begin(order);
        try {
            Optional<Receipt> facts = facts(order);
            if (facts.isEmpty()) {
                report(order, notBegun("the records of this sale are not found yet"));
                return;
            }
            Encoded sheet = parts.sheets().of(facts.get());
            PrintOutcome outcome = parts.printer().print(new PrintJob(key(order), sheet), begin);
            report(order, outcome);
        } catch (Withdrawn nobodyWantsIt) {
            report(order, notBegun("nobody wants it any more, or it cannot be written down"));
        } catch (RuntimeException | Error fault) {
            String code = parts.faults().note(fault);
            report(order, begin.isDurable ? unknown(code) : notBegun(code));
        }
        parts.printer().tier().ifPresent(parts.probed());
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

    private void print(Page page) {
        PrintWitness nobody = new PrintWitness() {
            @Override
            public void sending(String sha256, int bytes, ConfirmationTier tier) {}

            @Override
            public void sent() {}
        };
        try {
            PrintOutcome became =
                    parts.printer().print(new PrintJob("page", parts.sheets().of(page.slip())), nobody);
            parts.printer().tier().ifPresent(parts.probed());
            see(became);
            page.outcome().complete(became);
        } catch (RuntimeException | Error fault) {
            page.outcome().completeExceptionally(fault);
            throw fault;
        }
    }

    private void hearLateWords() {
        for (String key : parts.printer().takeLateConfirmed()) {
            int at = key.indexOf(BETWEEN);
            if (at < 0) continue;
            PrintEvidence evidence = said("said late", parts.printer().tier().orElse(null));
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
        if (status != null) amidst = new PrinterLook.Here(status);
        else
            amidst = fault == null
                    ? null
                    : new PrinterLook.Away(fault, outcome.measured().detail());
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
        return notBegun(why, parts.printer().tier().orElse(null));
    }

    private PrintReport notBegun(String why, @Nullable ConfirmationTier tier) {
        return new PrintReport(PrintJobState.QUEUED, null, said(why, tier), true);
    }

    private PrintReport unknown(String why) {
        return new PrintReport(
                PrintJobState.UNKNOWN, null, said(why, parts.printer().tier().orElse(null)), true);
    }

    private PrintEvidence said(String why, @Nullable ConfirmationTier tier) {
        return new PrintEvidence(parts.place(), tier, 0, 0, 0, null, why);
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
