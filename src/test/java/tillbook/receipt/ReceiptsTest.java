package tillbook.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.AttemptSending;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.JournalEvent.SaleAbandoned;
import tillbook.journal.JournalEvent.SaleFrozen;
import tillbook.journal.JournalEvent.SaleReleased;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.printing.PrintJobState;
import tillbook.sale.Basket;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

class ReceiptsTest {
    private static final ReceiptNumber NUMBER = new ReceiptNumber("T007K700000042");
    private static final ReceiptNumber OTHER = new ReceiptNumber("T007K700000043");
    private static final OrderNumber ORDER = NUMBER.order(1, "xYz9Q2");

    private final Receipts receipts = new Receipts(new Merchant("明账便利店", ""), false);
    private final List<JournalEntry> tape = new ArrayList<>();

    @Test
    void aSaleThatIsPaidHasItsReceiptWithTheTimeOfTheLastRecord() {
        write(frozen(NUMBER, 5_00));
        write(cash(NUMBER, 5_00));
        Receipt receipt = made(NUMBER).orElseThrow();
        assertEquals(Receipt.Kind.SALE, receipt.kind());
        assertEquals(2, receipt.at().toEpochMilli());
        assertEquals(
                List.of(new Tender.Cash(Money.ofFen(5_00), Money.ofFen(10_00), Money.ofFen(5_00))), receipt.tenders());
    }

    @Test
    void recordsOfOtherSalesAreNotMixedIn() {
        write(frozen(NUMBER, 5_00));
        write(frozen(OTHER, 7_00));
        write(cash(OTHER, 7_00));
        write(cash(NUMBER, 5_00));
        assertEquals(Money.ofFen(5_00), made(NUMBER).orElseThrow().total());
        assertEquals(Money.ofFen(7_00), made(OTHER).orElseThrow().total());
    }

    @Test
    void aSaleThatWasChangedAndFrozenAgainShowsWhatWasPaid() {
        write(frozen(NUMBER, 5_00));
        write(new SaleReleased(NUMBER));
        write(frozen(NUMBER, 8_00));
        write(cash(NUMBER, 8_00));
        assertEquals(Money.ofFen(8_00), made(NUMBER).orElseThrow().total());
    }

    @Test
    void anOpenAttemptGivesASlipThatProvesNothing() {
        write(frozen(NUMBER, 5_00));
        attempt();
        write(answered(AttemptState.UNKNOWN));
        Receipt receipt = made(NUMBER).orElseThrow();
        assertEquals(Receipt.Kind.BEING_CHECKED, receipt.kind());
        assertEquals(List.of(new Tender.BeingChecked(Provider.ALIPAY, Money.ofFen(5_00), ORDER)), receipt.tenders());
    }

    @Test
    void aRefusedAttemptLeavesNothingToHandOut() {
        write(frozen(NUMBER, 5_00));
        attempt();
        write(answered(AttemptState.DECLINED));
        assertEquals(Optional.empty(), made(NUMBER));
    }

    @Test
    void anAbandonedSaleAndAnUnknownNumberHaveNoReceipt() {
        write(frozen(NUMBER, 5_00));
        write(new SaleAbandoned(NUMBER, "A01"));
        assertEquals(Optional.empty(), made(NUMBER));
        assertEquals(Optional.empty(), made(OTHER));
    }

    @Test
    void everyRecordOfASaleNamesItsSale() {
        attempt();
        assertTrue(
                tape.stream().allMatch(entry -> Receipts.saleOf(entry.event()).equals(Optional.of(NUMBER))));
        assertEquals(Optional.of(OTHER), Receipts.saleOf(new SaleReleased(OTHER)));
        assertEquals(Optional.empty(), Receipts.saleOf(new JournalEvent.CashierSignedOn("A01")));
        assertEquals(Optional.empty(), Receipts.saleOf(new AttemptSending(new OrderNumber("elsewhere_1"))));
    }

    private Optional<Receipt> made(ReceiptNumber number) {
        return receipts.of(number, tape);
    }

    private void write(JournalEvent event) {
        long sequence = tape.size() + 1L;
        tape.add(new JournalEntry(
                sequence, new Stamp(7, 1, "A01", LocalDate.of(2026, 3, 2), sequence, sequence), event));
    }

    private void attempt() {
        write(new AttemptCreated(NUMBER, 1, 1, ORDER, Provider.ALIPAY, Money.ofFen(5_00), "28************1234", "app"));
        write(new AttemptSending(ORDER));
    }

    private static AttemptAnswered answered(AttemptState state) {
        Exchange exchange = new Exchange("x", null, null, null, 1, null);
        return new AttemptAnswered(ORDER, ProviderCall.PAY, AnswerKind.UNKNOWN, state, null, null, exchange);
    }

    private static SaleFrozen frozen(ReceiptNumber number, long fen) {
        Line line = new Line(1, "1001", "矿泉水", "件", Quantity.ONE, Money.ofFen(fen), Money.ZERO, 0, LineKind.SALE);
        return new SaleFrozen(Sale.of(number, Basket.empty(1).with(line)));
    }

    private static CashTaken cash(ReceiptNumber number, long fen) {
        return new CashTaken(
                number,
                1,
                Money.ofFen(fen),
                Money.ofFen(10_00),
                Money.ofFen(10_00 - fen),
                new Completion(PrintJobState.QUEUED, null));
    }
}
