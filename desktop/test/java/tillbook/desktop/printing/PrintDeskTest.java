package tillbook.desktop.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.printing.document.PaperWidth;
import tillbook.printing.engine.Patience;
import tillbook.printing.engine.PrintOutcome;
import tillbook.printing.engine.Printer;
import tillbook.printing.engine.PrinterLook;
import tillbook.printing.escpos.PrinterProfiles;
import tillbook.printing.paper.PaperLines;
import tillbook.printing.port.TcpPort;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PracticePrinterServer;
import tillbook.printing.practice.PrinterTrouble;
import tillbook.receipt.ElectronicReceipt;
import tillbook.receipt.Receipt;
import tillbook.receipt.Slips;
import tillbook.receipt.Template;
import tillbook.register.PrintInbox;
import tillbook.register.PrintOrder;
import tillbook.register.PrintReport;
import tillbook.sale.ReceiptNumber;

/** The printing thread between a register that is strict and a printer on a socket. */
class PrintDeskTest {
    private static final long WITHIN_S = 60;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** A few dots of paper: it ends in the midst of any receipt. */
    private static final long A_LITTLE_PAPER = 120;

    private final PracticePrinter paper = new PracticePrinter(
            576, Charset.forName("GB18030"), ConfirmationTier.PROCESS_ID, null, InstantSource.system());
    private final StrictRegister register = new StrictRegister();
    private final Map<ReceiptNumber, Receipt> records = new HashMap<>();
    private final Receipt sale = Slips.paidInCash();
    private final List<Throwable> noted = new CopyOnWriteArrayList<>();
    private final Queue<Supplier<Error>> errors = new ConcurrentLinkedQueue<>();
    private int faultsExpected;
    private PracticePrinterServer server;
    private PrintDesk desk;

    @BeforeEach
    void starts() throws IOException {
        server = new PracticePrinterServer(paper, 0);
        records.put(sale.number(), sale);
        desk = desk(null);
        desk.begin(register);
    }

    @AfterEach
    void ends() throws IOException {
        desk.close();
        server.close();
        assertEquals(List.of(), register.wrong);
        assertEquals(faultsExpected, noted.size(), noted::toString);
    }

    @Test
    void aSheetIsSentAndThenConfirmedAndTheRegisterWasAskedBefore() {
        register.wants(sale.number(), 0);
        order(0);
        assertEquals(PrintJobState.SENT, register.next().state());
        PrintReport last = register.next();
        assertEquals(PrintJobState.CONFIRMED, last.state());
        assertTrue(last.isLast());
        assertTrue(onPaper().contains(sale.number().text()), onPaper());
    }

    @Test
    void aCopySaysThatItIsOneAndForWhom() {
        register.wants(sale.number(), 3);
        desk.order(new PrintOrder.Print(sale.number(), 3, 1_795_363_200_000L, "S02"));
        assertEquals(PrintJobState.CONFIRMED, register.last().state());
        assertTrue(onPaper().contains("S02"), onPaper());
        assertTrue(onPaper().contains("重打印"), onPaper());
    }

    @Test
    void whatTheRegisterTakesBackNeverReachesThePaper() {
        order(0);
        PrintReport last = register.next();
        assertEquals(PrintJobState.QUEUED, last.state());
        assertTrue(last.isLast());
        assertEquals("", onPaper());
    }

    @Test
    void aSaleWhoseRecordsAreNotFoundYetIsNotBegun() {
        records.clear();
        register.wants(sale.number(), 0);
        order(0);
        assertEquals(PrintJobState.QUEUED, register.next().state());
        assertEquals("", onPaper());
    }

    /** The register has one sheet at the printer at a time: without a word on it nothing would print any more. */
    @Test
    void aFaultOfTheProgramBeforeTheFirstByteIsToldAndTheNextSheetPrints() {
        errors.add(StackOverflowError::new);
        faultsExpected = 1;
        register.wants(sale.number(), 0);
        order(0);
        PrintReport last = register.next();
        assertEquals(PrintJobState.QUEUED, last.state());
        assertTrue(last.isLast());
        assertEquals("fault-1", last.evidence().detail());
        order(0);
        assertEquals(PrintJobState.CONFIRMED, register.last().state());
    }

    @Test
    void aTemplateThatCannotBeSetGivesAPlainReceipt() {
        desk.close();
        desk = desk((_, _) -> {
            throw new IllegalStateException("no key");
        });
        desk.begin(register);
        register.wants(sale.number(), 0);
        order(0);
        assertEquals(PrintJobState.CONFIRMED, register.last().state());
        assertTrue(onPaper().contains(sale.number().text()), onPaper());
    }

    @Test
    void aPrinterThatIsNotReadyLeavesTheOriginalUnspent() {
        paper.trouble(new PrinterTrouble.CoverOpen(0));
        register.wants(sale.number(), 0);
        order(0);
        PrintReport last = register.next();
        assertEquals(PrintJobState.QUEUED, last.state());
        assertEquals(PrinterFault.COVER, last.fault());
    }

    @Test
    void whilePartOfASheetMayStillComeOutAPageWaitsAndTheLightSaysWhy() {
        stopsAmidstASheet();
        CompletableFuture<PrintOutcome> page = desk.print(Slips.test());
        PrinterLook.Here look = assertInstanceOf(PrinterLook.Here.class, get(desk.look()));
        assertEquals(Optional.of(PrinterFault.PAPER_OUT), look.status().fault());
        assertFalse(page.isDone());
        assertEquals(PrinterFault.PAPER_OUT, desk.seen().fault());

        paper.mend();
        assertEquals(PrintJobState.CONFIRMED, register.last().state());
        assertInstanceOf(PrintOutcome.Confirmed.class, get(page));
        assertTrue(onPaper().indexOf(sale.number().text()) < onPaper().indexOf("前台 front desk"), onPaper());
        assertEquals(List.of(), paper.complaints());
    }

    @Test
    void aLineThatBreaksWhileMoreMayComeFreesTheRegister() {
        stopsAmidstASheet();
        paper.trouble(new PrinterTrouble.PowerCut(0));
        PrintReport last = register.last();
        assertEquals(PrintJobState.UNKNOWN, last.state());
        paper.mend();
        register.wants(sale.number(), 1);
        order(1);
        assertEquals(PrintJobState.CONFIRMED, register.last().state());
    }

    @Test
    void ofASheetThatAPersonJudgedNothingMoreComesOut() {
        stopsAmidstASheet();
        register.forgets();
        desk.order(new PrintOrder.Forget(sale.number(), 0));
        get(desk.look());
        paper.mend();
        register.wants(sale.number(), 1);
        order(1);
        assertEquals(PrintJobState.CONFIRMED, register.last().state());
        int once = onPaper().indexOf(sale.number().text());
        assertEquals(once, onPaper().lastIndexOf(sale.number().text()), onPaper());
    }

    @Test
    void whoWaitsForAPageIsToldWhenTheDeskCloses() {
        stopsAmidstASheet();
        CompletableFuture<PrintOutcome> page = desk.print(Slips.test());
        desk.close();
        assertThrows(CancellationException.class, page::join);
    }

    @Test
    void theTestPageShowsWhichEncodingThePrinterReads() {
        assertInstanceOf(PrintOutcome.Confirmed.class, get(desk.print(Slips.test())));
        assertTrue(onPaper().contains("gb18030 明账 ￥12.05"), onPaper());
        assertTrue(onPaper().contains("gbk 明账 ￥12.05"), onPaper());
        assertTrue(onPaper().contains("utf-8 "), onPaper());
    }

    /** The roll ends in the midst of the original, and the register knows that more may come. */
    private void stopsAmidstASheet() {
        register.wants(sale.number(), 0);
        paper.trouble(new PrinterTrouble.RollEnds(A_LITTLE_PAPER));
        order(0);
        PrintReport report = register.next();
        while (report.state() != PrintJobState.UNKNOWN) report = register.next();
        assertFalse(report.isLast());
        assertEquals(PrinterFault.PAPER_OUT, report.fault());
    }

    private PrintDesk desk(@Nullable ElectronicReceipt electronic) {
        PaperWidth width = PaperWidth.MM_80;
        Template template = new Template(width, List.of(), List.of(), false, true, electronic != null);
        TcpPort port = new TcpPort("127.0.0.1", server.port(), TcpPort.CONNECT_MS);
        PrinterSetup setup = new PrinterSetup(port, PrinterProfiles.shipped().plain(width), template);
        return new PrintDesk(new PrintDesk.Parts(
                new Printer(port, ConfirmationTier.PROCESS_ID, Patience.USUAL, PrintDeskTest::upMs, 1),
                new SheetMaker(setup, Locale.SIMPLIFIED_CHINESE, CHINA, electronic),
                port.place(),
                this::recordsOf,
                _ -> {},
                Clock.systemUTC(),
                PrintDeskTest::upMs,
                5_000,
                fault -> {
                    noted.add(fault);
                    return "fault-1";
                }));
    }

    private Optional<Receipt> recordsOf(ReceiptNumber number) {
        Supplier<Error> error = errors.poll();
        if (error != null) throw error.get();
        return Optional.ofNullable(records.get(number));
    }

    private static long upMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private void order(int copy) {
        desk.order(new PrintOrder.Print(sale.number(), copy, 1_795_363_200_000L, copy == 0 ? null : "S02"));
    }

    private String onPaper() {
        return String.join("\n", PaperLines.of(paper.paper()));
    }

    private static <T> T get(CompletableFuture<T> answer) {
        return answer.orTimeout(WITHIN_S, TimeUnit.SECONDS).join();
    }

    /** Lets a sheet begin once, if it was wanted, and keeps every word on it. */
    private static final class StrictRegister implements PrintInbox {
        private final Set<String> wanted = new HashSet<>();
        private final BlockingQueue<PrintReport> reports = new LinkedBlockingQueue<>();
        private final List<String> wrong = new ArrayList<>();
        private boolean isUnderWay;
        private boolean isForgotten;

        synchronized void wants(ReceiptNumber receipt, int copy) {
            wanted.add(receipt.text() + copy);
        }

        /** What is on its way of the sheet is let pass, as the register lets it. */
        synchronized void forgets() {
            isUnderWay = false;
            isForgotten = true;
        }

        @Override
        public synchronized boolean printBegins(
                ReceiptNumber receipt, int copy, String place, String sha256, int bytes, ConfirmationTier tier) {
            if (isUnderWay) wrong.add("two sheets at once");
            isUnderWay = wanted.remove(receipt.text() + copy);
            isForgotten = false;
            return isUnderWay;
        }

        @Override
        public synchronized void printReported(ReceiptNumber receipt, int copy, PrintReport report) {
            if (isForgotten) return;
            if (report.state() != PrintJobState.QUEUED && !isUnderWay)
                wrong.add("a word on a sheet that ended: " + report);
            if (report.isLast()) isUnderWay = false;
            reports.add(report);
        }

        PrintReport next() {
            try {
                PrintReport report = reports.poll(WITHIN_S, TimeUnit.SECONDS);
                if (report == null) throw new AssertionError("nothing was reported in " + WITHIN_S + " s");
                return report;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        PrintReport last() {
            PrintReport report = next();
            while (!report.isLast()) report = next();
            assertNull(reports.peek(), "nothing comes after the last word");
            return report;
        }
    }
}
