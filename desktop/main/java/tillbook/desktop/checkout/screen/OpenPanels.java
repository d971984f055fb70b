package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tillbook.desktop.checkout.screen.Panel.Item;
import tillbook.desktop.checkout.screen.Panel.Items;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;
import tillbook.register.Attempt;
import tillbook.register.Intent;
import tillbook.register.SaleState;
import tillbook.register.VouchersOwed;
import tillbook.sale.ReceiptNumber;

/** What the tray holds, opened: each thing with what may be done about it. */
final class OpenPanels {
    /** The newest of so many vouchers are listed; the journal finds the older ones. */
    private static final int VOUCHERS_MAX = 20;

    private final Sight sight;
    private final Words words;
    private final Does does;

    OpenPanels(Sight sight, Does does) {
        this.sight = sight;
        this.words = sight.words();
        this.does = does;
    }

    Items attempts() {
        List<Item> items = sight.state().openAttempts().map(this::attempt).toList();
        return new Items("open-attempts", words.text("tray.attempts"), items, words.text("tray.no-attempts"), back());
    }

    Items unpaid() {
        List<Item> items = unpaidSales(sight).map(this::sale).toList();
        return new Items("unpaid", words.text("tray.unpaid-title"), items, words.text("tray.no-unpaid"), back());
    }

    /** Sales that wait for money while their customer is not at the counter, and nobody is being asked for it. */
    static java.util.stream.Stream<SaleState> unpaidSales(Sight sight) {
        ReceiptNumber atCounter = sight.atCounter();
        return sight.state().sales().stream()
                .filter(sale -> sale.stage() == SaleState.Stage.FROZEN)
                .filter(sale -> !sale.sale().number().equals(atCounter))
                .filter(sale -> sale.living().isEmpty());
    }

    /** Sheets that somebody must look at first, then the newest. */
    Items vouchers() {
        PaperPanels paper = new PaperPanels(sight, does);
        VouchersOwed owed = sight.state().owed();
        List<Item> items = new ArrayList<>();
        owed.newest().reversed().stream()
                .filter(OpenPanels::isUnknown)
                .limit(VOUCHERS_MAX)
                .map(paper::item)
                .forEach(items::add);
        owed.unknown().stream()
                .filter(one -> owed.of(one.receipt()).isEmpty())
                .map(paper::unknownCopy)
                .forEach(items::add);
        owed.newest().reversed().stream()
                .filter(one -> !isUnknown(one))
                .limit(VOUCHERS_MAX)
                .map(paper::item)
                .forEach(items::add);
        return new Items("vouchers", words.text("tray.vouchers"), items, words.text("tray.no-vouchers"), back());
    }

    private static boolean isUnknown(VouchersOwed.Owed owed) {
        return owed.job() == PrintJobState.UNKNOWN;
    }

    Optional<Panel> one(ReceiptNumber receipt) {
        return sight.state()
                .sale(receipt)
                .filter(sale -> sale.stage() == SaleState.Stage.FROZEN)
                .map(sale -> {
                    List<Item> items = new ArrayList<>();
                    items.add(sale(sale));
                    sale.attempts().stream()
                            .filter(attempt -> !attempt.state().isFinal())
                            .map(this::attempt)
                            .forEach(items::add);
                    return new Items("one-sale", words.text("receipt-number", receipt), items, "", back());
                });
    }

    private Choice back() {
        return Choice.plain("back", words.text("back"), "Esc", does::back);
    }

    private Item attempt(Attempt attempt) {
        AttemptState state = attempt.state();
        boolean person = state == AttemptState.ANOMALY || state == AttemptState.NEEDS_PERSON;
        long ageMs = attempt.sendingAt() == 0 ? 0 : sight.wallMs() - attempt.sendingAt();
        boolean nobody = sight.isNobodyAsked(attempt);
        String next = nobody
                ? PaymentPanels.otherAccount(words, attempt)
                : words.text("tray.next", words.shared("next", state));
        return new Item(
                person || nobody ? Tone.BAD : Tone.WARN,
                person || nobody ? "!" : "◔",
                attempt.facts().amount() + " · " + words.shared("state", state),
                List.of(
                        words.text(
                                "tray.attempt",
                                words.provider(attempt.facts().provider()),
                                words.age(ageMs),
                                attempt.asked()),
                        next,
                        words.text("tray.order", attempt.facts().receipt(), attempt.order())),
                choices(attempt, person || nobody));
    }

    private List<Choice> choices(Attempt attempt, boolean person) {
        List<Choice> all = new ArrayList<>();
        boolean stops = attempt.state() != AttemptState.ANOMALY
                && attempt.state() != AttemptState.CANCELLING
                && attempt.state() != AttemptState.WATCH;
        String order = attempt.order().text();
        if (stops && !attempt.goodsKept()) {
            all.add(Choice.plain(
                    "stop-" + order, words.text("stop"), "", () -> does.open(new Asking.Goods(attempt.order()))));
        }
        if (sight.holdsUpAnother(attempt)) {
            all.add(Choice.plain(
                    "allow-" + order,
                    words.text("allow"),
                    "",
                    () -> does.open(new Asking.AllowAnother(attempt.order()))));
        }
        if (person) {
            for (Settlement settlement : Settlement.values()) {
                all.add(Choice.plain(
                        "settle-" + settlement + "-" + order,
                        words.text("settle." + settlement),
                        "",
                        () -> does.open(new Asking.Settle(attempt.order(), settlement))));
            }
        }
        return all;
    }

    private Item sale(SaleState sale) {
        ReceiptNumber receipt = sale.sale().number();
        return new Item(
                Tone.PLAIN,
                "",
                words.text("tray.sale", sale.due(), sale.sale().lines().size()),
                List.of(words.text("receipt-number", receipt)),
                List.of(
                        Choice.plain(
                                "recall-" + receipt,
                                words.text("recall"),
                                "",
                                () -> does.wants(new Intent.Recall(receipt))),
                        Choice.plain(
                                "abandon-" + receipt,
                                words.text("abandon"),
                                "",
                                () -> does.wants(new Intent.Abandon(receipt)))));
    }
}
