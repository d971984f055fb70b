package tillbook.desktop.journal;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.control.Answer;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.Json;
import tillbook.journal.search.SaleStory;
import tillbook.money.Money;
import tillbook.payment.Exchange;
import tillbook.printing.PrintEvidence;
import tillbook.printing.PrinterFault;
import tillbook.sale.Discount;
import tillbook.sale.Line;

/** The life of a sale, one sentence a record. Immutable. */
public final class TimeLine {
    private final Words words;

    /** In these words. */
    public TimeLine(Words words) {
        this.words = words;
    }

    Answer of(SaleStory.Chapter chapter) {
        JournalEntry entry = chapter.entry();
        Answer.Building line = Answer.of("record")
                .with("sequence", chapter.sequence())
                .with("hash", chapter.hash())
                .with("record", chapter.type());
        if (entry == null) return line.text(words.text("line.unreadable", chapter.sequence(), chapter.type()));
        return line.with("at", words.time(entry.stamp().at()))
                .with("cashier", entry.stamp().cashier())
                .with("data", Json.mapper().valueToTree(entry.event()))
                .text(words.text("line", words.time(entry.stamp().at()), sentence(entry.event())));
    }

    /** What a record says, as a sentence. */
    public String sentence(JournalEvent event) {
        return switch (event) {
            case JournalEvent.RegisterStarted started -> words.text("event.started", started.epoch());
            case JournalEvent.RegisterStopped _ -> words.text("event.stopped");
            case JournalEvent.ShiftOpened shift -> words.text("event.shift", shift.shift(), shift.cashier());
            case JournalEvent.CashierSignedOn signed -> words.text("event.signed-on", signed.cashier());
            case JournalEvent.LineAdded(long _, Line line) ->
                words.text("event.line", line.name(), line.quantity(), line.unit(), line.unitPrice(), line.amount());
            case JournalEvent.LineQuantityChanged changed ->
                words.text("event.quantity", changed.line(), changed.quantity());
            case JournalEvent.LinePriceChanged changed ->
                words.text("event.price", changed.line(), changed.price(), changed.by()) + why(changed.reason());
            case JournalEvent.LineDiscounted discounted ->
                discounted.discount().isNothing()
                        ? words.text("event.discount.line.none", discounted.line(), discounted.by())
                        : words.text(
                                        "event.discount.line",
                                        discounted.line(),
                                        size(discounted.discount()),
                                        discounted.by())
                                + why(discounted.discount().reason());
            case JournalEvent.BasketDiscounted discounted ->
                discounted.discount().isNothing()
                        ? words.text("event.discount.basket.none", discounted.by())
                        : words.text("event.discount.basket", size(discounted.discount()), discounted.by())
                                + why(discounted.discount().reason());
            case JournalEvent.LineVoided voided -> words.text("event.voided", voided.line(), voided.by());
            case JournalEvent.BasketDropped dropped -> words.text("event.dropped", dropped.by());
            case JournalEvent.BasketHeld held -> words.text("event.held", held.number(), held.by()) + why(held.note());
            case JournalEvent.BasketRecalled recalled -> words.text("event.recalled", recalled.number(), recalled.by());
            case JournalEvent.SaleFrozen frozen ->
                words.text("event.frozen", frozen.sale().amount(), frozen.sale().number());
            case JournalEvent.SaleReleased _ -> words.text("event.released");
            case JournalEvent.SaleAbandoned abandoned -> words.text("event.abandoned", abandoned.by());
            case JournalEvent.AttemptCreated created ->
                words.text(
                        "event.created",
                        words.of("provider", created.provider()),
                        created.amount(),
                        created.maskedCode(),
                        created.order());
            case JournalEvent.AttemptSending _ -> words.text("event.sending");
            case JournalEvent.AttemptAnswered answered -> answered(answered);
            case JournalEvent.AttemptMoved moved ->
                words.text("event.moved", words.of("cause", moved.cause()), words.of("state", moved.state()));
            case JournalEvent.CancelDecided decided ->
                words.text("event.cancel", words.of("cancel", decided.cause()), decided.by());
            case JournalEvent.GoodsKept kept -> words.text("event.kept", kept.by());
            case JournalEvent.AnotherTenderAllowed allowed -> words.text("event.another", allowed.by());
            case JournalEvent.AttemptSettled settled ->
                words.text("event.settled", words.of("settlement", settled.settlement()), settled.by(), settled.note());
            case JournalEvent.ScanPaid paid ->
                words.text(
                                "event.paid",
                                words.of("provider", paid.provider()),
                                paid.amount(),
                                paid.tradeNumber(),
                                words.of("call", paid.call()))
                        + exchange(paid.exchange())
                        + completed(paid.completion());
            case JournalEvent.CashTaken cash ->
                words.text("event.cash", cash.amount(), cash.given(), cash.change()) + completed(cash.completion());
            case JournalEvent.VoucherSettled settled ->
                words.text("event.voucher", words.of("end", settled.end()), settled.by());
            case JournalEvent.PrintReleased released -> words.text("event.released-paper", released.by());
            case JournalEvent.CopyOrdered ordered -> words.text("event.copy", ordered.copy(), ordered.by());
            case JournalEvent.PrintSending sending ->
                words.text(
                        "event.printing",
                        sheet(sending.copy()),
                        sending.printer(),
                        sending.bytes(),
                        words.of("tier", sending.tier()));
            case JournalEvent.PrintMoved moved ->
                words.text("event.paper", sheet(moved.copy()), words.of("job", moved.state()))
                        + fault(moved.fault())
                        + measured(moved.evidence());
            case JournalEvent.FindingKept kept -> finding(kept);
            case JournalEvent.PrintJudged judged ->
                words.text(judged.complete() ? "event.came-out" : "event.not-whole", sheet(judged.copy()), judged.by());
        };
    }

    private String finding(JournalEvent.FindingKept kept) {
        String causes =
                kept.causes().isEmpty() ? words.text("event.finding.nothing") : String.join(", ", kept.causes());
        String found = words.text("event.finding", kept.symptom(), causes, words.of("verdict", kept.verdict()));
        if (kept.mends().isEmpty()) return found;
        String mends = kept.mends().stream()
                .map(mend -> words.text("mend." + mend.end(), mend.action()))
                .collect(Collectors.joining("; "));
        return found + words.text("event.finding.mended", mends);
    }

    private String sheet(int copy) {
        return copy == 0 ? words.text("sheet.original") : words.text("sheet.copy", copy);
    }

    private String fault(@Nullable PrinterFault fault) {
        return fault == null ? "" : words.text("why", fault.code());
    }

    private String measured(@Nullable PrintEvidence evidence) {
        if (evidence == null) return words.text("found-at-start");
        String taken = words.text("measured", evidence.bytesTaken(), evidence.bytesTotal(), evidence.ms());
        return evidence.status() == null ? taken : taken + words.text("status", evidence.status());
    }

    private static String size(Discount discount) {
        return switch (discount) {
            case Discount.Amount(Money amount, String _) -> amount.toString();
            case Discount.Percent percent -> percent.percent() + "%";
        };
    }

    private String why(@Nullable String reason) {
        return reason == null || reason.isEmpty() ? "" : words.text("why", reason);
    }

    private String answered(JournalEvent.AttemptAnswered answered) {
        String why = "";
        if (answered.unknown() != null) why = words.of("unknown", answered.unknown());
        if (answered.decline() != null) why = words.of("decline", answered.decline());
        return words.text(
                        "event.answered",
                        words.of("call", answered.call()),
                        words.of("answer", answered.answer()),
                        words.of("state", answered.state()))
                + why(why)
                + exchange(answered.exchange());
    }

    private String exchange(Exchange exchange) {
        String sub = exchange.subCode() == null ? "" : " " + exchange.subCode();
        return words.text("exchange", exchange.code() + sub, exchange.latencyMs());
    }

    private String completed(JournalEvent.@Nullable Completion completion) {
        if (completion == null) return "";
        return completion.held() == null
                ? words.text("completed.queued")
                : words.text("completed.held", words.of("held", completion.held()));
    }
}
