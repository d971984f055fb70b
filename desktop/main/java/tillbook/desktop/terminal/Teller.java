package tillbook.desktop.terminal;

import tillbook.desktop.checkout.Evidence;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.till.RecentSales;
import tillbook.journal.JournalEntry;
import tillbook.register.RegisterState;

/**
 * Takes the register's turns one by one, lets everybody who remembers something see each record, and has it told. Owned
 * by the face's thread.
 */
final class Teller {
    private final Speaker speaker;
    private final Narrator narrator;
    private final RecentSales sales;
    private final Evidence evidence;
    private final ScanDesk desk;
    private RegisterState told;
    private long lastSequence;

    Teller(
            Speaker speaker,
            Narrator narrator,
            RecentSales sales,
            Evidence evidence,
            ScanDesk desk,
            RegisterState start) {
        this.speaker = speaker;
        this.narrator = narrator;
        this.sales = sales;
        this.evidence = evidence;
        this.desk = desk;
        this.told = start;
    }

    /** The state as far as it was told. */
    RegisterState told() {
        return told;
    }

    /** Tells a turn; whatever becomes of it, the next one is told from the state after it. */
    void tell(Inbox.Item.Turn turn) {
        try {
            for (JournalEntry entry : turn.entries()) {
                boolean gap = lastSequence != 0 && entry.sequence() != lastSequence + 1;
                if (gap) missed(entry, turn.after());
                else tell(entry);
                lastSequence = entry.sequence();
            }
        } finally {
            told = turn.after();
        }
    }

    private void tell(JournalEntry entry) {
        RegisterState before = told;
        RegisterState after = before.after(entry);
        sales.saw(entry);
        desk.saw(entry, after);
        evidence.saw(entry, before);
        narrator.tell(entry, before, after, speaker.phrases()).forEach(speaker::say);
        told = after;
    }

    /** The output stood still for so long that records were passed over: what is true is in the state. */
    private void missed(JournalEntry entry, RegisterState after) {
        long records = entry.sequence() - lastSequence - 1;
        speaker.say(phrases -> Saying.of("missed")
                .with("records", records)
                .with("code", FaultCode.SLOW)
                .line(phrases.text("missed", records)));
        told = after;
    }
}
