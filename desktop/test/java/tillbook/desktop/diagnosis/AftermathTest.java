package tillbook.desktop.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.desktop.checkout.screen.Pictures;
import tillbook.desktop.diagnosis.Aftermath.Became;
import tillbook.desktop.diagnosis.Aftermath.End;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.VoucherEnd;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.register.RegisterState;
import tillbook.sale.OrderNumber;

/** What became of what was open, by the records alone. */
class AftermathTest {
    private static final RegisterState OWING = Pictures.paper().state();
    private static final RegisterState PAYING =
            Pictures.paying(AttemptState.UNKNOWN).state();
    private static final RegisterState AT_REST = Pictures.empty().state();

    @Test
    void whatIsStillOpenHasNoEnd() {
        assertEquals(List.of(), ends(OWING, OWING));
        assertEquals(List.of(), ends(PAYING, PAYING, frozen()));
        assertEquals(List.of(), ends(AT_REST, AT_REST));
    }

    @Test
    void aReceiptIsPrintedTakenGivenOrNotWanted() {
        assertEquals(List.of(End.PRINTED), ends(OWING, AT_REST, moved(PrintJobState.CONFIRMED)));
        assertEquals(List.of(End.TAKEN), ends(OWING, AT_REST, moved(PrintJobState.UNCONFIRMABLE)));
        assertEquals(
                List.of(End.PRINTED),
                ends(
                        OWING,
                        AT_REST,
                        moved(PrintJobState.UNKNOWN),
                        new JournalEvent.PrintJudged(Pictures.RECEIPT, 0, true, "02")));
        assertEquals(List.of(End.GIVEN), ends(OWING, AT_REST, settled(VoucherEnd.GIVEN)));
        assertEquals(List.of(End.WAIVED), ends(OWING, AT_REST, settled(VoucherEnd.WAIVED)));
    }

    @Test
    void aSheetThatNobodyKnowsOfIsToBeLookedAt() {
        RegisterState doubt = Pictures.paper(
                        Pictures.sending(), Pictures.moved(PrintJobState.UNKNOWN, PrinterFault.PAPER_OUT))
                .state();
        assertEquals(List.of(End.LOOK), ends(OWING, doubt, moved(PrintJobState.UNKNOWN)));
        assertEquals(List.of(), ends(doubt, doubt, moved(PrintJobState.UNKNOWN)), "it was so before");
    }

    @Test
    void aPaymentIsPaidWithItsReceiptOrNotPaid() {
        JournalEvent paid = paidByScan();
        assertEquals(List.of(End.PAID), ends(PAYING, OWING, frozen(), paid));
        assertEquals(
                List.of(End.PAID, End.PRINTED), ends(PAYING, AT_REST, frozen(), paid, moved(PrintJobState.CONFIRMED)));
        assertEquals(
                List.of(End.NOT_PAID),
                ends(PAYING, Pictures.paying(AttemptState.CLOSED).state(), frozen(), closed()));
        assertEquals(List.of(End.NO_MONEY), ends(PAYING, AT_REST, frozen(), closed()), "nobody asks for it any more");
        assertEquals(
                List.of(),
                ends(PAYING, Pictures.paying(AttemptState.CLOSED).state(), frozen()),
                "its last record is not there yet");
    }

    /** The customer paid in cash while the first payment was still being called off. */
    @Test
    void aPaymentWithoutMoneyOfASaleThatIsPaidAsksForNothingAnew() {
        Money amount = Pictures.sale().amount();
        JournalEvent cash = new JournalEvent.CashTaken(
                Pictures.RECEIPT,
                1,
                amount,
                amount,
                Money.ZERO,
                new JournalEvent.Completion(PrintJobState.QUEUED, null));
        assertEquals(List.of(End.PAID_OTHERWISE), ends(PAYING, AT_REST, frozen(), cash, closed()));
    }

    @Test
    void withoutARecordNothingIsSaid() {
        assertEquals(List.of(), ends(PAYING, AT_REST));
        assertEquals(List.of(), ends(OWING, AT_REST));
    }

    private static List<End> ends(RegisterState before, RegisterState now, JournalEvent... life) {
        Stamp stamp = new Stamp(1, 1, "02", LocalDate.of(2026, 11, 22), 1, 1);
        List<JournalEntry> records = Arrays.stream(life)
                .map(event -> new JournalEntry(1, stamp, event))
                .toList();
        return Aftermath.of(before).by(now, _ -> records).stream()
                .map(Became::end)
                .toList();
    }

    private static JournalEvent frozen() {
        return new JournalEvent.SaleFrozen(Pictures.sale());
    }

    private static JournalEvent closed() {
        OrderNumber order = PAYING.openAttempts().findFirst().orElseThrow().order();
        return new JournalEvent.AttemptMoved(order, AttemptState.CLOSED, JournalEvent.MoveCause.NO_CONNECTION);
    }

    private static JournalEvent moved(PrintJobState state) {
        return Pictures.moved(state, null);
    }

    private static JournalEvent settled(VoucherEnd end) {
        return new JournalEvent.VoucherSettled(Pictures.RECEIPT, end, "02");
    }

    private static JournalEvent paidByScan() {
        JournalEntry paid = Pictures.paidByScan().lastPaid();
        if (paid == null) throw new AssertionError("nothing was paid");
        return paid.event();
    }
}
