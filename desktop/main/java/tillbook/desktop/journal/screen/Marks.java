package tillbook.desktop.journal.screen;

import tillbook.desktop.checkout.screen.Tone;
import tillbook.journal.JournalEvent;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;

/** The mark and the tone of a record in a sale's life, beside its words. Stateless. */
record Marks(Tone tone, String mark) {
    private static final Marks STEP = new Marks(Tone.PLAIN, "·");
    private static final Marks WAITS = new Marks(Tone.PLAIN, "◔");
    private static final Marks DONE = new Marks(Tone.OK, "✓");
    private static final Marks WARNS = new Marks(Tone.WARN, "!");
    private static final Marks ENDS = new Marks(Tone.PLAIN, "×");
    private static final Marks ASKS = new Marks(Tone.BAD, "?");

    static Marks of(JournalEvent event) {
        return switch (event) {
            case JournalEvent.RegisterStarted _,
                    JournalEvent.RegisterStopped _,
                    JournalEvent.ShiftOpened _,
                    JournalEvent.CashierSignedOn _,
                    JournalEvent.LineAdded _,
                    JournalEvent.LineQuantityChanged _,
                    JournalEvent.LinePriceChanged _,
                    JournalEvent.LineDiscounted _,
                    JournalEvent.BasketDiscounted _,
                    JournalEvent.LineVoided _,
                    JournalEvent.BasketHeld _,
                    JournalEvent.BasketRecalled _,
                    JournalEvent.SaleFrozen _,
                    JournalEvent.SaleReleased _,
                    JournalEvent.AttemptCreated _,
                    JournalEvent.PrintReleased _,
                    JournalEvent.CopyOrdered _,
                    JournalEvent.FindingKept _ -> STEP;
            case JournalEvent.AttemptSending _, JournalEvent.PrintSending _ -> WAITS;
            case JournalEvent.BasketDropped _, JournalEvent.SaleAbandoned _ -> ENDS;
            case JournalEvent.AttemptAnswered answered -> of(answered.state());
            case JournalEvent.AttemptMoved moved -> of(moved.state());
            case JournalEvent.CancelDecided _,
                    JournalEvent.GoodsKept _,
                    JournalEvent.AnotherTenderAllowed _,
                    JournalEvent.AttemptSettled _ -> WARNS;
            case JournalEvent.ScanPaid _, JournalEvent.CashTaken _, JournalEvent.VoucherSettled _ -> DONE;
            case JournalEvent.PrintMoved moved -> of(moved.state());
            case JournalEvent.PrintJudged judged -> judged.complete() ? DONE : WARNS;
        };
    }

    private static Marks of(AttemptState state) {
        return switch (state) {
            case CREATED, SENDING, PENDING -> WAITS;
            case UNKNOWN, CANCELLING, WATCH -> WARNS;
            case PAID -> DONE;
            case DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> ENDS;
            case ANOMALY, NEEDS_PERSON -> ASKS;
        };
    }

    private static Marks of(PrintJobState state) {
        return switch (state) {
            case QUEUED, HELD -> WARNS;
            case SENDING, SENT -> WAITS;
            case CONFIRMED, UNCONFIRMABLE -> DONE;
            case UNKNOWN -> ASKS;
        };
    }
}
