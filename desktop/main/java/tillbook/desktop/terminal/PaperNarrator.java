package tillbook.desktop.terminal;

import java.util.List;
import tillbook.desktop.checkout.MoneyIs;
import tillbook.desktop.checkout.VoucherIs;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.PrintMoved;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrintWording;
import tillbook.register.RegisterState;

/** Tells what becomes of sheets of paper. Pure. */
final class PaperNarrator {
    private PaperNarrator() {}

    static List<Saying> tell(JournalEvent.OfSheet event, RegisterState after, Phrases phrases) {
        return switch (event) {
            case JournalEvent.PrintReleased released ->
                List.of(about(released, "print-ordered").line(phrases.text("print.released", released.receipt())));
            case JournalEvent.CopyOrdered ordered ->
                List.of(about(ordered, "print-ordered")
                        .line(phrases.text("print.copy", ordered.receipt(), ordered.copy())));
            // Between the order and its outcome there is nothing that a person could do.
            case JournalEvent.PrintSending _ -> List.of();
            case PrintMoved moved -> moved(moved, after, phrases);
            case JournalEvent.PrintJudged judged ->
                judged.complete()
                        ? List.of(about(judged, "printed")
                                .with("by", judged.by())
                                .line(phrases.text("print.judged", judged.receipt(), judged.by())))
                        : List.of();
        };
    }

    private static List<Saying> moved(PrintMoved moved, RegisterState after, Phrases phrases) {
        return switch (moved.state()) {
            case CONFIRMED ->
                List.of(placed(moved, "printed", after, phrases)
                        .line(phrases.text(copied("print.confirmed", moved), moved.receipt(), moved.copy())));
            case UNCONFIRMABLE ->
                List.of(placed(moved, "printed-perhaps", after, phrases)
                        .line(phrases.text("print.unconfirmable", moved.receipt())));
            case QUEUED -> notBegun(moved, after, phrases);
            case UNKNOWN -> List.of(unknown(moved, after, phrases));
            case SENT, SENDING, HELD -> List.of();
        };
    }

    private static List<Saying> notBegun(PrintMoved moved, RegisterState after, Phrases phrases) {
        PrinterFault fault = moved.fault();
        if (fault == null) return List.of();
        return List.of(placed(moved, "not-printed", after, phrases)
                .with("code", fault.code())
                .line(Phrases.coded(fault.code(), new PrintWording(phrases.language()).of(fault)))
                .line(phrases.text("print.waits", moved.receipt())));
    }

    private static Saying unknown(PrintMoved moved, RegisterState after, Phrases phrases) {
        PrintWording words = new PrintWording(phrases.language());
        PrinterFault fault = moved.fault();
        Saying saying =
                placed(moved, "print-unknown", after, phrases).with("code", fault == null ? null : fault.code());
        Saying why = fault == null ? saying : saying.line(Phrases.coded(fault.code(), words.of(fault)));
        return why.line(words.question(moved.receipt().text())).line(phrases.text("print.look", moved.receipt()));
    }

    private static Saying placed(PrintMoved moved, String type, RegisterState after, Phrases phrases) {
        VoucherIs voucher = Whereabouts.voucher(after, moved.receipt());
        return new Whereabouts(MoneyIs.PAID, voucher).before(about(moved, type), phrases.texts());
    }

    private static Saying about(JournalEvent.OfSheet event, String type) {
        return Saying.of(type).with("receipt", event.receipt().text()).with("copy", event.copy());
    }

    private static String copied(String key, JournalEvent.OfSheet event) {
        return event.copy() == 0 ? key : key + ".copy";
    }
}
