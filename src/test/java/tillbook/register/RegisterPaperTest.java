package tillbook.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tillbook.journal.JournalBrokenException;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.PrintMoved;
import tillbook.journal.JournalWriter;
import tillbook.money.Money;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintEvidence;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;

/** What the register makes of its printer: at most one unmarked original, every copy marked, every doubt visible. */
class RegisterPaperTest {
    private static final PrintEvidence EVIDENCE =
            new PrintEvidence("tcp here:9100", ConfirmationTier.PROCESS_ID, 10, 10, 5, "12 12 12 12", "");

    private final List<PrintOrder> orders = new ArrayList<>();
    private final List<JournalEntry> committed = new ArrayList<>();
    private long now = 1_000;
    private boolean diskFails;
    private Register register = newRegister(RegisterState.NEW, PrintRules.ON);

    private Register newRegister(RegisterState start, PrintRules rules) {
        Clock wall = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.parse("2026-11-22T06:03:00Z").plusMillis(now);
            }
        };
        Shop shop = new Shop(
                1,
                "02",
                "tea",
                Money.ofFen(1),
                Money.ofFen(500_000),
                ZoneId.of("Asia/Shanghai"),
                LocalTime.of(4, 0),
                true,
                "test",
                "here",
                rules,
                Map.of(),
                Map.of());
        return new Register(shop, start, new Paper(), new Times(wall, () -> now), () -> "abcdef", new Register.World() {
            @Override
            public void send(Effect effect) {
                throw new AssertionError("nobody pays by code here: " + effect);
            }

            @Override
            public void print(PrintOrder order) {
                orders.add(order);
            }

            @Override
            public void committed(List<JournalEntry> entries, RegisterState state) {
                committed.addAll(entries);
            }

            @Override
            public String fault(RuntimeException fault) {
                throw fault;
            }
        });
    }

    private final class Paper implements JournalWriter {
        private long sequence;

        @Override
        public long append(byte[] payload) {
            return ++sequence;
        }

        @Override
        public void force() {
            if (diskFails) throw new JournalBrokenException("no disk", new java.io.IOException("no disk"));
        }

        @Override
        public boolean recover() {
            return !diskFails;
        }

        @Override
        public long bytesSetAside() {
            return Long.MAX_VALUE;
        }
    }

    @BeforeEach
    void starts() {
        register.start("K7");
    }

    // What comes with a payment.

    @Test
    void aPaidSalesReceiptGoesToThePrinterAndConfirmedItIsOwedNoMore() {
        ReceiptNumber receipt = sell();
        assertEquals(List.of(new PrintOrder.Print(receipt, 0, wallNow(), null)), orders);
        assertTrue(begins(receipt, 0));
        assertEquals(PrintJobState.SENDING, sheet(receipt).state());
        reports(receipt, 0, PrintJobState.SENT, null, false);
        reports(receipt, 0, PrintJobState.CONFIRMED, null, true);
        assertEquals(0, owed());
    }

    @Test
    void oneSheetIsAtThePrinterAtATime() {
        ReceiptNumber first = sell();
        ReceiptNumber second = sell();
        assertEquals(1, orders.size());
        prints(first);
        assertEquals(second, orders.getLast().receipt());
    }

    @Test
    void withoutAPrinterEveryVoucherStaysOwed() {
        register = newRegister(RegisterState.NEW, PrintRules.OFF);
        register.start("K8");
        sell();
        assertEquals(List.of(), orders);
        assertEquals(1, owed());
    }

    @Test
    void aPrinterThatCannotConfirmEndsWithoutAQuestion() {
        ReceiptNumber receipt = sell();
        begins(receipt, 0);
        reports(receipt, 0, PrintJobState.UNCONFIRMABLE, null, true);
        assertEquals(0, owed());
        done(new Intent.Print(receipt, 0));
        assertEquals(new PrintOrder.Print(receipt, 1, wallNow(), "02"), orders.getLast());
    }

    // What is not begun.

    @Test
    void whatWasNotBegunWaitsWithItsCauseAndIsTriedAgainAsTheOriginal() {
        ReceiptNumber receipt = sell();
        reports(receipt, 0, PrintJobState.QUEUED, PrinterFault.PAPER_OUT, true);
        assertEquals(PrinterFault.PAPER_OUT, sheet(receipt).fault());
        assertEquals(1, orders.size());
        passes(PrintRules.RETRY_MS);
        assertEquals(2, orders.size());
        assertEquals(0, orders.getLast().copy());
    }

    @Test
    void theSameFaultAgainAndAgainStandsInTheJournalOnce() {
        ReceiptNumber receipt = sell();
        for (int i = 0; i < 5; i++) {
            reports(receipt, 0, PrintJobState.QUEUED, PrinterFault.COVER, true);
            passes(PrintRules.RETRY_MS);
        }
        assertEquals(1, committed(PrintMoved.class).size());
    }

    @Test
    void whatWaitedTooLongAsksBeforeItPrints() {
        ReceiptNumber receipt = sell();
        reports(receipt, 0, PrintJobState.QUEUED, PrinterFault.GONE, true);
        orders.clear();
        passes(PrintRules.ASK_AFTER_MS + 1);
        assertEquals(List.of(), orders);
        done(new Intent.Print(receipt, 0));
        assertEquals(List.of(new PrintOrder.Print(receipt, 0, wallNow(), "02")), orders);
    }

    @Test
    void whatIsOwedPrintsAtAPersonsWordAndADoubtIsLeftAlone() {
        ReceiptNumber doubtful = doubtful();
        reports(doubtful, 0, PrintJobState.UNKNOWN, PrinterFault.GONE, true);
        ReceiptNumber old = sell();
        reports(old, 0, PrintJobState.QUEUED, PrinterFault.GONE, true);
        passes(PrintRules.ASK_AFTER_MS + 1);
        orders.clear();
        done(new Intent.PrintOwed());
        assertEquals(List.of(new PrintOrder.Print(old, 0, wallNow(), "02")), orders);
        prints(old);
        assertEquals(PrintJobState.UNKNOWN, sheet(doubtful).state());
        int records = committed.size();
        orders.clear();
        done(new Intent.PrintOwed());
        assertEquals(List.of(), orders, "a receipt that is printed gets no copy by this");
        assertEquals(records, committed.size());
    }

    @Test
    void aClockSetBackPrintsNothingByItself() {
        ReceiptNumber receipt = sell();
        reports(receipt, 0, PrintJobState.QUEUED, PrinterFault.GONE, true);
        orders.clear();
        now -= 60_000;
        register.turn(List.of());
        now += 2;
        register.turn(List.of());
        assertEquals(List.of(), orders);
        assertEquals(1, owed());
    }

    @Test
    void aVoucherThatAPersonEndedIsNotPrintedAnyMore() {
        ReceiptNumber receipt = sell();
        done(new Intent.SettleVoucher(receipt, JournalEvent.VoucherEnd.WAIVED));
        assertFalse(begins(receipt, 0));
    }

    @Test
    void nobodyButThePrinterThatWasAskedMayBegin() {
        ReceiptNumber receipt = sell();
        assertTrue(begins(receipt, 0));
        assertFalse(begins(receipt, 0), "twice");
        assertFalse(begins(receipt, 1), "a copy that nobody ordered");
    }

    // What nobody knows.

    @Test
    void afterTheFirstByteADoubtIsNeverARetry() {
        ReceiptNumber receipt = sell();
        begins(receipt, 0);
        reports(receipt, 0, PrintJobState.UNKNOWN, PrinterFault.GONE, true);
        orders.clear();
        passes(60_000);
        assertEquals(List.of(), orders);
        assertEquals(1, register.state().owed().unknown().size());
    }

    @Test
    void aSheetThatMightHaveBegunAndIsSaidNotToHaveIsADoubtAndHoldsUpNobody() {
        ReceiptNumber first = sell();
        begins(first, 0);
        reports(first, 0, PrintJobState.QUEUED, null, true);
        assertEquals(PrintJobState.UNKNOWN, sheet(first).state());
        ReceiptNumber second = sell();
        assertEquals(second, orders.getLast().receipt());
    }

    @Test
    void aPersonsWordWhileThePrinterHasTheSheetCountsAndThePrintersDoesNoHarm() {
        ReceiptNumber receipt = sell();
        begins(receipt, 0);
        done(new Intent.SettleVoucher(receipt, JournalEvent.VoucherEnd.WAIVED));
        assertEquals(0, owed());
        reports(receipt, 0, PrintJobState.SENT, null, false);
        reports(receipt, 0, PrintJobState.CONFIRMED, null, true);
        assertEquals(0, owed());
        ReceiptNumber next = sell();
        assertEquals(next, orders.getLast().receipt());
    }

    @Test
    void aWordThatComesLateEndsTheDoubt() {
        ReceiptNumber receipt = sell();
        begins(receipt, 0);
        reports(receipt, 0, PrintJobState.UNKNOWN, PrinterFault.PAPER_OUT, false);
        reports(receipt, 0, PrintJobState.CONFIRMED, null, true);
        assertEquals(0, owed());
    }

    @Test
    void theNextSheetWaitsWhileThePrinterMayStillPrintTheOneBefore() {
        ReceiptNumber first = sell();
        begins(first, 0);
        reports(first, 0, PrintJobState.UNKNOWN, PrinterFault.PAPER_OUT, false);
        ReceiptNumber second = sell();
        passes(10_000);
        assertEquals(1, orders.size());
        reports(first, 0, PrintJobState.CONFIRMED, null, true);
        assertEquals(second, orders.getLast().receipt());
    }

    @Test
    void itCameOutSaysAPerson() {
        ReceiptNumber receipt = doubtful();
        done(new Intent.JudgePrint(receipt, 0, true));
        assertEquals(0, owed());
        assertTrue(orders.contains(new PrintOrder.Forget(receipt, 0)));
    }

    @Test
    void itDidNotComeOutSaysAPersonAndAMarkedCopyPrints() {
        ReceiptNumber receipt = doubtful();
        done(new Intent.JudgePrint(receipt, 0, false));
        assertEquals(new PrintOrder.Print(receipt, 1, wallNow(), "02"), orders.getLast());
        assertEquals(1, owed());
        begins(receipt, 1);
        reports(receipt, 1, PrintJobState.CONFIRMED, null, true);
        assertEquals(0, owed());
    }

    @Test
    void theOriginalsLateWordCountsAlthoughACopyWasOrdered() {
        ReceiptNumber receipt = doubtful();
        done(new Intent.JudgePrint(receipt, 0, false));
        begins(receipt, 1);
        reports(receipt, 0, PrintJobState.CONFIRMED, null, true);
        assertEquals(0, owed());
        reports(receipt, 1, PrintJobState.CONFIRMED, null, true);
        assertEquals(List.of(), register.state().owed().copies().open());
    }

    @Test
    void ofWhatIsKnownThereIsNothingToJudge() {
        ReceiptNumber receipt = sell();
        assertEquals(Refusal.NOTHING_TO_JUDGE, refusal(new Intent.JudgePrint(receipt, 0, true)));
    }

    // Copies.

    @Test
    void aReprintIsMarkedAndNumberedOnwards() {
        ReceiptNumber receipt = prints(sell());
        done(new Intent.Print(receipt, 0));
        prints(receipt);
        done(new Intent.Print(receipt, 0));
        assertEquals(2, orders.getLast().copy());
        prints(receipt);
        done(new Intent.Print(receipt, 7));
        assertEquals(8, orders.getLast().copy());
    }

    @Test
    void whileASheetIsAtThePrinterNoOtherOfItIsOrdered() {
        ReceiptNumber receipt = sell();
        begins(receipt, 0);
        assertEquals(Refusal.PRINTING, refusal(new Intent.Print(receipt, 0)));
    }

    /** Nobody can judge the sheet before it any more, so nothing may wait for it. */
    @Test
    void aCopyThatIsOrderedEndsTheWaitForTheDoubtfulSheet() {
        ReceiptNumber receipt = doubtful();
        done(new Intent.Print(receipt, 0));
        assertTrue(orders.contains(new PrintOrder.Forget(receipt, 0)), orders::toString);
        assertEquals(new PrintOrder.Print(receipt, 1, wallNow(), "02"), orders.getLast());
        prints(receipt);
        assertEquals(sell(), orders.getLast().receipt());
    }

    // Crashes.

    @Test
    void aSheetFoundAtThePrinterAfterACrashIsUnknownAndNotPrintedAgain() {
        ReceiptNumber receipt = sell();
        begins(receipt, 0);
        restart();
        assertEquals(PrintJobState.UNKNOWN, sheet(receipt).state());
        assertEquals(List.of(), orders);
    }

    @Test
    void aSheetThatWasNotBegunBeforeACrashPrintsAsTheOriginal() {
        ReceiptNumber receipt = sell();
        restart();
        assertEquals(List.of(new PrintOrder.Print(receipt, 0, wallNow(), null)), orders);
    }

    @Test
    void whileTheJournalIsBrokenNoFirstByteLeavesAndNoWordOfAPrinterIsLost() {
        ReceiptNumber first = sell();
        ReceiptNumber second = sell();
        begins(first, 0);
        diskFails = true;
        reports(first, 0, PrintJobState.CONFIRMED, null, true);
        assertFalse(begins(second, 0));
        assertEquals(2, owed());
        diskFails = false;
        passes(5_000);
        assertEquals(1, owed());
        assertEquals(second, orders.getLast().receipt());
    }

    // Helpers.

    private static Intent goods() {
        return new Intent.AddGoods("1", "茶", "件", Quantity.ONE, Money.ofFen(500), 1300, true);
    }

    private ReceiptNumber sell() {
        done(goods());
        done(new Intent.PayCash(Money.ofFen(500)));
        return register.state().owed().newest().getLast().receipt();
    }

    private ReceiptNumber doubtful() {
        ReceiptNumber receipt = sell();
        begins(receipt, 0);
        reports(receipt, 0, PrintJobState.UNKNOWN, PrinterFault.PAPER_OUT, false);
        return receipt;
    }

    /** Whatever sheet of it was ordered last comes out. */
    private ReceiptNumber prints(ReceiptNumber receipt) {
        PrintOrder order = orders.getLast();
        assertEquals(receipt, order.receipt());
        assertTrue(begins(receipt, order.copy()));
        reports(receipt, order.copy(), PrintJobState.SENT, null, false);
        reports(receipt, order.copy(), PrintJobState.CONFIRMED, null, true);
        return receipt;
    }

    private boolean begins(ReceiptNumber receipt, int copy) {
        boolean[] begin = {false};
        register.turn(List.of(new Input.PrintBegins(
                receipt, copy, "tcp here:9100", "0f", 10, ConfirmationTier.PROCESS_ID, may -> begin[0] = may)));
        return begin[0];
    }

    private void reports(
            ReceiptNumber receipt, int copy, PrintJobState state, @Nullable PrinterFault fault, boolean last) {
        register.turn(List.of(new Input.PrintReported(receipt, copy, new PrintReport(state, fault, EVIDENCE, last))));
    }

    private void passes(long ms) {
        now += ms;
        register.turn(List.of());
    }

    private void restart() {
        orders.clear();
        register = newRegister(register.state(), PrintRules.ON);
        register.start("K7");
    }

    private long wallNow() {
        return Instant.parse("2026-11-22T06:03:00Z").toEpochMilli() + now;
    }

    private long owed() {
        return register.state().owed().count();
    }

    private Sheet sheet(ReceiptNumber receipt) {
        return register.state().owed().newestSheet(receipt).orElseThrow();
    }

    private <E extends JournalEvent> List<E> committed(Class<E> kind) {
        return committed.stream()
                .map(JournalEntry::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private Reply want(Intent intent) {
        @Nullable Reply[] got = {null};
        register.turn(List.of(new Input.Wanted(intent, reply -> got[0] = reply)));
        Reply reply = got[0];
        if (reply == null) throw new AssertionError("no reply to " + intent);
        return reply;
    }

    private void done(Intent intent) {
        assertInstanceOf(Reply.Done.class, want(intent));
    }

    private Refusal refusal(Intent intent) {
        return assertInstanceOf(Reply.Refused.class, want(intent)).reason();
    }
}
