package tillbook.desktop.terminal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Catalog;
import tillbook.catalog.CatalogUnreadable;
import tillbook.desktop.checkout.Evidence;
import tillbook.desktop.till.RecentSales;
import tillbook.receipt.Receipt;
import tillbook.receipt.Receipts;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.SaleState;
import tillbook.register.Shop;
import tillbook.register.VouchersOwed;
import tillbook.sale.ReceiptNumber;

/** Shows what is there and changes nothing: status, what is open, receipts, goods. Owned by the face's thread. */
final class Showcase {
    private static final int FOUND_MAX = 20;

    private final Speaker speaker;
    private final RegisterThread register;
    private final Catalog catalog;
    private final Receipts receipts;
    private final RecentSales sales;
    private final PaidNarrator paid;
    private final StatusReport status;
    private final OpenReport open;

    Showcase(
            Speaker speaker,
            Shop shop,
            RegisterThread register,
            Catalog catalog,
            Receipts receipts,
            RecentSales sales,
            PaidNarrator paid,
            Evidence evidence,
            Clock clock) {
        this.speaker = speaker;
        this.register = register;
        this.catalog = catalog;
        this.receipts = receipts;
        this.sales = sales;
        this.paid = paid;
        this.status = new StatusReport(evidence);
        this.open = new OpenReport(shop, clock);
    }

    void greet() {
        RegisterState state = register.state();
        long attempts = state.openAttempts().count();
        long vouchers = state.owed().count();
        speaker.say(phrases -> Saying.of("ready")
                .with("cashier", state.cashier())
                .with("openAttempts", attempts)
                .with("vouchersOwed", vouchers)
                .with("heldBaskets", state.held().size())
                .with("basketLines", state.basket().lines().size())
                .line(phrases.text("ready"))
                .line(phrases.text("ready.counts", attempts, vouchers))
                .lines(
                        state.held().isEmpty()
                                ? List.of()
                                : List.of(
                                        phrases.text("status.held", state.held().size()))));
    }

    void status() {
        speaker.say(phrases -> status.of(register.state(), register.isBroken(), phrases));
    }

    void open() {
        speaker.say(phrases -> open.of(register.state(), phrases));
    }

    void find(String words) {
        try {
            speaker.say(phrases -> Answers.found(catalog.search(words, FOUND_MAX), phrases));
        } catch (CatalogUnreadable e) {
            speaker.say(phrases -> Answers.error("CATALOGUE_BROKEN", null, phrases.text("trouble.catalogue-broken")));
        }
    }

    /** The sale as it stands, while it is not at rest, and its receipt; null means the newest. */
    void receipt(@Nullable ReceiptNumber wanted) {
        Optional<ReceiptNumber> number =
                Optional.ofNullable(wanted).or(sales::newestPaid).or(this::newestOwed);
        number.flatMap(register.state()::sale).ifPresent(this::sale);
        Optional<Receipt> receipt = number.flatMap(known -> receipts.of(known, sales.of(known)));
        receipt.ifPresentOrElse(
                found -> speaker.say(phrases -> paid.shown(found, phrases)), () -> noReceipt(number.orElse(null)));
    }

    /** After a start the newest voucher owed is as near to "the last receipt" as the state tells. */
    private Optional<ReceiptNumber> newestOwed() {
        List<VouchersOwed.Owed> owed = register.state().owed().newest();
        return owed.isEmpty() ? Optional.empty() : Optional.of(owed.getLast().receipt());
    }

    private void noReceipt(@Nullable ReceiptNumber number) {
        speaker.say(phrases -> Answers.error(
                "NO_RECEIPT",
                null,
                number == null ? phrases.text("no-receipt-yet") : phrases.text("no-receipt", number)));
    }

    private void sale(SaleState sale) {
        ReceiptNumber number = sale.sale().number();
        speaker.say(phrases -> Whereabouts.of(register.state(), number)
                .before(Saying.of("sale").with("sale", StatusReport.sale(sale)), phrases.texts())
                .line(phrases.text("status.sale", number, sale.due()))
                .lines(sale.attempts().stream()
                        .map(attempt -> OpenReport.attempt(attempt, phrases))
                        .toList()));
    }
}
