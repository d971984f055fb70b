package tillbook.desktop.checkout.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.screen.Panel.Check;
import tillbook.desktop.checkout.screen.Panel.Notice;
import tillbook.desktop.checkout.screen.Panel.Para;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.payment.AttemptState;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.UnknownReason;
import tillbook.register.Attempt;
import tillbook.register.Intent;
import tillbook.register.SaleState;
import tillbook.sale.ReceiptNumber;

/** What is said of the money of one sale: waiting, paid, not paid, being checked, being cancelled, for a person. */
final class PaymentPanels {
    private final Sight sight;
    private final Words words;
    private final Does does;

    PaymentPanels(Sight sight, Does does) {
        this.sight = sight;
        this.words = sight.words();
        this.does = does;
    }

    /** Of a sale whose amount is fixed and that is not paid. */
    Notice unpaid(SaleState sale) {
        return sale.living().map(attempt -> living(sale, attempt)).orElseGet(() -> notPaid(sale));
    }

    private Notice living(SaleState sale, Attempt attempt) {
        if (sight.isNobodyAsked(attempt)) return nobodyAsked(attempt);
        return switch (attempt.state()) {
            case CREATED, SENDING -> asking(attempt);
            case PENDING -> waiting(attempt);
            case UNKNOWN -> checking(attempt);
            case CANCELLING, WATCH -> cancelling(attempt);
            case ANOMALY, NEEDS_PERSON -> person(attempt);
            case PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> notPaid(sale);
        };
    }

    // Waiting.

    private Notice asking(Attempt attempt) {
        List<Para> paras = new ArrayList<>();
        paras.add(Para.of(payer(attempt)));
        AttemptAnswered last = attempt.last();
        if (last != null && last.unknown() != null) {
            paras.add(Para.of(words.shared("unknown", last.unknown())));
            paras.add(Para.of(words.shared("sending-again")));
        }
        paras.add(Para.of(words.text("waiting.since", seconds(attempt))));
        paras.add(fine(attempt));
        return new Notice(
                "asking",
                Tone.ACCENT,
                "",
                words.text("asking.title", provider(attempt)),
                amount(attempt),
                paras,
                -1,
                List.of(),
                List.of(stop(attempt), next("next.aside", false)));
    }

    private Notice waiting(Attempt attempt) {
        long waited = waitedMs(attempt);
        long within = sight.rules(attempt.facts().provider()).confirmWithinMs();
        boolean inTime = waited < within && !attempt.goodsKept();
        List<Para> paras = new ArrayList<>();
        paras.add(Para.of(payer(attempt)));
        paras.add(Para.of(
                inTime
                        ? words.text("waiting.left", waited / 1_000, (within - waited + 999) / 1_000)
                        : words.shared("pending-long", amount(attempt), provider(attempt))));
        if (attempt.goodsKept()) paras.add(Para.of(words.text("goods-kept")));
        paras.add(fine(attempt));
        return new Notice(
                "waiting",
                Tone.ACCENT,
                "",
                words.text("waiting.title"),
                amount(attempt),
                paras,
                inTime ? (double) waited / within : -1,
                List.of(),
                List.of(stop(attempt), next("next.aside", false)));
    }

    private Choice stop(Attempt attempt) {
        return Choice.tall("stop", words.text("stop"), "Esc", () -> does.open(new Asking.Goods(attempt.order())))
                .onlyIf(!attempt.goodsKept(), words.text("goods-kept"));
    }

    private Choice next(String key, boolean main) {
        return main
                ? Choice.main("next", words.text(key), "Enter", does::nextCustomer)
                : Choice.tall("next", words.text(key), "", does::nextCustomer);
    }

    // Being checked.

    private Notice checking(Attempt attempt) {
        AttemptAnswered last = attempt.last();
        UnknownReason reason = last == null ? null : last.unknown();
        List<Para> paras = new ArrayList<>();
        paras.add(Para.of(
                words.text("checking.why", reason == null ? "" : words.shared("unknown", reason), provider(attempt))
                        .strip()));
        if (attempt.goodsKept()) paras.add(Para.of(words.text("goods-kept")));
        paras.add(Para.say(words.text("checking.say")));
        paras.add(Para.fine((reason == null ? FaultCode.UNFINISHED : FaultCode.of(reason)) + " · "
                + fine(attempt).text()));
        return new Notice(
                "checking",
                Tone.WARN,
                "◔",
                words.text("checking.title"),
                amount(attempt),
                paras,
                -1,
                List.of(),
                List.of(stop(attempt), next("next.bell", true)));
    }

    private Notice cancelling(Attempt attempt) {
        List<Para> paras = new ArrayList<>();
        if (attempt.cancel() != null) paras.add(Para.of(words.text("cancel." + attempt.cancel(), amount(attempt))));
        paras.add(Para.of(words.text("cancelling.until")));
        paras.add(Para.fine(FaultCode.CANCELLED + " · " + fine(attempt).text()));
        return new Notice(
                "cancelling",
                Tone.WARN,
                "◔",
                words.text("cancelling.title"),
                amount(attempt),
                paras,
                -1,
                List.of(),
                List.of(allow(attempt), next("next.bell", true)));
    }

    /** For a cancel that the provider does not answer while the customer wants to go. */
    private Choice allow(Attempt attempt) {
        return Choice.tall("allow", words.text("allow"), "", () -> does.open(new Asking.AllowAnother(attempt.order())));
    }

    /** Whether the customer may pay another way although the cancel has no answer. */
    Notice allowAnother(Attempt attempt) {
        return new Notice(
                "allow-another",
                Tone.WARN,
                "?",
                words.text("allow.title"),
                amount(attempt),
                List.of(
                        Para.of(words.text("allow.how", provider(attempt))),
                        Para.of(words.text("allow.late")),
                        Para.fine(FaultCode.CANCELLED + " · " + fine(attempt).text())),
                -1,
                List.of(),
                List.of(
                        Choice.tall(
                                "allow-yes",
                                words.text("allow.yes"),
                                "1",
                                () -> does.wants(new Intent.AllowAnother(attempt.order()))),
                        Choice.main("back", words.text("allow.no"), "Esc", does::back)));
    }

    /** Its account is not in the settings: the one that is would not know the order, and prove nothing. */
    private Notice nobodyAsked(Attempt attempt) {
        List<Choice> choices = new ArrayList<>();
        choices.add(settle(attempt, Settlement.MONEY_RETURNED));
        choices.add(settle(attempt, Settlement.MONEY_NOT_TAKEN));
        if (sight.holdsUpAnother(attempt)) choices.add(allow(attempt));
        choices.add(next("next.aside", false));
        return new Notice(
                "other-account",
                Tone.BAD,
                "!",
                words.text("other-account.title"),
                amount(attempt),
                List.of(
                        Para.of(otherAccount(words, attempt)),
                        Para.fine("SET-PROVIDER · " + fine(attempt).text())),
                -1,
                List.of(),
                choices);
    }

    /** That nobody is asked, and what to do. */
    static String otherAccount(Words words, Attempt attempt) {
        return words.text(
                "other-account.how",
                words.provider(attempt.facts().provider()),
                String.valueOf(attempt.facts().merchant()));
    }

    // A person.

    /** Only a person can tell. */
    Notice person(Attempt attempt) {
        boolean contradicts = attempt.state() == AttemptState.ANOMALY;
        List<Choice> choices = new ArrayList<>();
        if (!contradicts) {
            choices.add(Choice.plain("kept", words.text("person.kept"), "", () -> stops(attempt, true)));
            choices.add(Choice.plain("back-to-customer", words.text("person.back"), "", () -> stops(attempt, false)));
        }
        choices.add(settle(attempt, Settlement.MONEY_RETURNED));
        choices.add(settle(attempt, Settlement.MONEY_NOT_TAKEN));
        choices.add(next("next.aside", false));
        return new Notice(
                "person",
                Tone.BAD,
                "!",
                words.text("person.title"),
                amount(attempt),
                List.of(
                        Para.of(words.text(contradicts ? "person.anomaly" : "person.needed")),
                        Para.fine(FaultCode.ANOMALY + " · " + fine(attempt).text())),
                -1,
                List.of(),
                choices);
    }

    private void stops(Attempt attempt, boolean keepsGoods) {
        does.wants(new Intent.Stop(attempt.order(), keepsGoods));
    }

    private Choice settle(Attempt attempt, Settlement settlement) {
        return Choice.plain(
                "settle-" + settlement,
                words.text("settle." + settlement),
                "",
                () -> does.open(new Asking.Settle(attempt.order(), settlement)));
    }

    // Not paid.

    private Notice notPaid(SaleState sale) {
        if (sale.attempts().isEmpty()) return notYet(sale);
        Attempt last = sale.attempts().getLast();
        boolean cashFirst = last.last() != null
                && last.state() == AttemptState.DECLINED
                && last.last().decline() != DeclineReason.NEW_CODE;
        List<Para> paras = new ArrayList<>(whyNot(last));
        paras.add(Para.of(words.text("not-paid.next")));
        paras.add(Para.fine(code(last) + " · " + fine(last).text()));
        boolean over = last.state() == AttemptState.CANCELLING || last.state() == AttemptState.WATCH;
        return new Notice(
                "not-paid",
                Tone.BAD,
                "×",
                words.text(over ? "not-paid.watched" : "not-paid.title"),
                sale.due().toString(),
                paras,
                -1,
                List.of(),
                unpaidChoices(sale, cashFirst));
    }

    private Notice notYet(SaleState sale) {
        return new Notice(
                "to-pay",
                Tone.PLAIN,
                "",
                words.text("to-pay.title"),
                sale.due().toString(),
                List.of(Para.of(words.text("not-paid.next")), Para.fine(receiptOf(sale))),
                -1,
                List.of(),
                unpaidChoices(sale, false));
    }

    private List<Choice> unpaidChoices(SaleState sale, boolean cashFirst) {
        ReceiptNumber receipt = sale.sale().number();
        Choice scan = Choice.plain("scan-pay", words.text("scan-again"), "F12", does::payByScan)
                .onlyIf(sight.sellsByScan(), words.text("no-provider"));
        Choice cash = Choice.plain("cash", words.text("cash"), "F11", does::payCash);
        return List.of(
                cashFirst ? cash.asMain() : scan.asMain(),
                cashFirst ? scan : cash,
                Choice.plain("recall", words.text("change-goods"), "", () -> does.wants(new Intent.Recall(receipt))),
                Choice.plain("abandon", words.text("abandon"), "", () -> does.wants(new Intent.Abandon(receipt))));
    }

    private List<Para> whyNot(Attempt last) {
        AttemptAnswered answer = last.last();
        return switch (last.state()) {
            case DECLINED -> declined(answer);
            case CLOSED -> List.of(Para.of(words.shared("closed-by-provider", provider(last))));
            case VOID -> List.of(Para.of(words.text("not-sent", silence(answer))));
            case CANCELLING, WATCH -> List.of(Para.of(words.text(stillCancelling(last))));
            case REVERSED -> List.of(Para.of(words.text("cancelled.back")));
            case NOT_FOUND -> List.of(Para.of(words.text("cancelled.never")));
            case CREATED, SENDING, PENDING, UNKNOWN, PAID, ANOMALY, NEEDS_PERSON -> List.of();
        };
    }

    /** What goes on beside the next payment. */
    private static String stillCancelling(Attempt last) {
        if (last.state() == AttemptState.WATCH) return "cancelled.watched";
        return last.anotherAllowedBy() == null ? "cancelled.taken" : "cancelled.allowed";
    }

    private String silence(@Nullable AttemptAnswered answer) {
        return answer == null || answer.unknown() == null ? "" : words.shared("unknown", answer.unknown());
    }

    private List<Para> declined(@Nullable AttemptAnswered answer) {
        if (answer == null || answer.decline() == null) return List.of();
        List<Para> all = new ArrayList<>();
        all.add(Para.of(words.shared("decline", answer.decline())));
        String said = said(answer.exchange());
        if (!said.isEmpty()) all.add(Para.fine(said));
        return all;
    }

    private String said(Exchange exchange) {
        String code = exchange.subCode() == null ? exchange.code() : exchange.subCode();
        String message = exchange.message() == null ? "" : exchange.message();
        return words.shared("provider-says", code, message.equals(code) ? "" : message)
                .strip();
    }

    private static String code(Attempt last) {
        AttemptAnswered answer = last.last();
        if (answer != null && last.state() == AttemptState.DECLINED && answer.decline() != null)
            return FaultCode.of(answer.decline(), answer.exchange());
        if (answer != null && last.state() == AttemptState.VOID && answer.unknown() != null)
            return FaultCode.of(answer.unknown());
        return FaultCode.CANCELLED;
    }

    // Paid.

    /** Money came, and the voucher is honestly told. */
    Notice paid(JournalEntry entry, TenderPaid tender) {
        return switch (tender) {
            case ScanPaid scan -> paidByScan(entry, scan);
            case CashTaken cash -> paidCash(entry, cash);
        };
    }

    private Notice paidByScan(JournalEntry entry, ScanPaid scan) {
        Instant at = scan.paidAt() == null ? Instant.ofEpochMilli(entry.stamp().at()) : scan.paidAt();
        String payer = scan.payer() == null ? "" : " · " + scan.payer();
        return new Notice(
                "paid",
                Tone.OK,
                "✓",
                words.text("paid.title"),
                scan.amount().toString(),
                List.of(
                        Para.of(words.provider(scan.provider()) + payer + " · " + words.time(at)),
                        Para.fine(words.text("paid.trade", scan.tradeNumber())),
                        Para.fine(words.text("receipt-number", scan.receipt()))),
                -1,
                List.of(
                        new Check(
                                Tone.OK,
                                "✓",
                                words.text("paid.money", words.provider(scan.provider())),
                                words.text("paid.signed", words.time(at))),
                        new PaperPanels(sight, does).check(scan.receipt())),
                paidChoices(scan.receipt()));
    }

    private Notice paidCash(JournalEntry entry, CashTaken cash) {
        return new Notice(
                "paid-cash",
                Tone.OK,
                "✓",
                words.text(cash.change().isZero() ? "paid.cash-exact" : "paid.change"),
                cash.change().isZero()
                        ? cash.amount().toString()
                        : cash.change().toString(),
                List.of(
                        Para.of(words.text("paid.cash", cash.amount(), cash.given())),
                        Para.fine(words.text("receipt-number", cash.receipt()))),
                -1,
                List.of(
                        new Check(
                                Tone.OK,
                                "✓",
                                words.text("paid.counted"),
                                words.time(entry.stamp().at())),
                        new PaperPanels(sight, does).check(cash.receipt())),
                paidChoices(cash.receipt()));
    }

    /** The next customer is always the lowest: whatever comes or goes above, its button stays where it is. */
    private List<Choice> paidChoices(ReceiptNumber receipt) {
        List<Choice> all = new ArrayList<>(new PaperPanels(sight, does).choices(receipt));
        all.add(next("next", true));
        return all;
    }

    // Small words.

    private String provider(Attempt attempt) {
        return words.provider(attempt.facts().provider());
    }

    private static String amount(Attempt attempt) {
        return attempt.facts().amount().toString();
    }

    private String payer(Attempt attempt) {
        return words.text("payer", provider(attempt), attempt.facts().maskedCode());
    }

    private Para fine(Attempt attempt) {
        return Para.fine(words.text("order", attempt.order(), attempt.asked()));
    }

    private String receiptOf(SaleState sale) {
        return words.text("receipt-number", sale.sale().number());
    }

    private long waitedMs(Attempt attempt) {
        Long since = sight.snapshot().waitingSinceMs().get(attempt.order());
        return since == null ? 0 : Math.max(0, sight.nowMs() - since);
    }

    private long seconds(Attempt attempt) {
        return waitedMs(attempt) / 1_000;
    }
}
