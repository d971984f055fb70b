package tillbook.desktop.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tillbook.desktop.diagnosis.Aftermath.End;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.AttemptMoved;
import tillbook.journal.JournalEvent.AttemptSending;
import tillbook.journal.JournalEvent.AttemptSettled;
import tillbook.journal.JournalEvent.MoveCause;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.journal.Stamp;
import tillbook.payment.AttemptState;
import tillbook.sale.OrderNumber;

/** What is said of a payment that was open: nothing but what a record of its own says. */
class PaymentAftermathTest {
    private static final OrderNumber ORDER = new OrderNumber("T001K70000004201abcdef");
    private static final OrderNumber OTHER = new OrderNumber("T001K70000004202abcdef");
    private static final Stamp STAMP = new Stamp(1, 1, "A01", LocalDate.of(2026, 11, 23), 1, 1);

    @Test
    void whileItsLastRecordIsNotThereNothingIsSaidOfTheMoney() {
        assertEquals(Optional.empty(), of());
        assertEquals(Optional.empty(), of(new AttemptSending(ORDER)));
        assertEquals(Optional.empty(), of(new AttemptMoved(ORDER, AttemptState.UNKNOWN, MoveCause.FOUND_SENDING)));
    }

    @Test
    void anEndWithoutMoneyIsSaid() {
        JournalEvent ended = new AttemptMoved(ORDER, AttemptState.VOID, MoveCause.NEVER_SENT);
        assertEquals(Optional.of(End.NOT_PAID), of(new AttemptSending(ORDER), ended));
        assertEquals(Optional.of(End.NOT_PAID), of(settled(Settlement.MONEY_NOT_TAKEN)));
    }

    @Test
    void moneyThatWasTakenAndIsBackIsNotSaidToHaveNeverBeenTaken() {
        JournalEvent reversed = new AttemptMoved(ORDER, AttemptState.REVERSED, MoveCause.FOUND_SENDING);
        assertEquals(Optional.of(End.BACK), of(new AttemptSending(ORDER), reversed));
        assertEquals(Optional.of(End.RETURNED), of(settled(Settlement.MONEY_RETURNED)));
    }

    private static JournalEvent settled(Settlement how) {
        return new AttemptSettled(ORDER, how, "S02", "in cash");
    }

    @Test
    void whatBecameOfAnotherAttemptOfTheSaleIsNotIts() {
        assertEquals(Optional.empty(), of(new AttemptMoved(OTHER, AttemptState.VOID, MoveCause.NEVER_SENT)));
    }

    private static Optional<End> of(JournalEvent... events) {
        List<JournalEntry> life = new ArrayList<>();
        for (JournalEvent event : events) life.add(new JournalEntry(life.size() + 1, STAMP, event));
        return Aftermath.payment(ORDER, life);
    }
}
