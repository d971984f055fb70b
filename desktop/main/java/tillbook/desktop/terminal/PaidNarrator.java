package tillbook.desktop.terminal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.MoneyIs;
import tillbook.desktop.checkout.VoucherIs;
import tillbook.desktop.till.RecentSales;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.printing.PrintJobState;
import tillbook.receipt.Receipt;
import tillbook.receipt.ReceiptText;
import tillbook.receipt.Receipts;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.register.Shop;
import tillbook.sale.Sale;

/** Tells that money came, shows the receipt, and says honestly that nobody printed it. Owned by the face's thread. */
final class PaidNarrator {
    private final Shop shop;
    private final Receipts receipts;
    private final RecentSales sales;

    PaidNarrator(Shop shop, Receipts receipts, RecentSales sales) {
        this.shop = shop;
        this.receipts = receipts;
        this.sales = sales;
    }

    List<Saying> paid(TenderPaid paid, JournalEntry entry, RegisterState before, RegisterState after, Phrases phrases) {
        List<Saying> all = new ArrayList<>();
        all.add(
                switch (paid) {
                    case CashTaken cash -> cash(cash, phrases);
                    case ScanPaid scan -> scan(scan, entry, phrases);
                });
        Completion completion = paid.completion();
        if (completion == null) return all;
        Sale sale = sale(paid, before, after).orElse(null);
        if (sale != null) all.add(shown(receipts.paid(sale, tenders(paid), entry.stamp()), phrases));
        all.add(owed(paid, completion, phrases));
        return all;
    }

    private static Optional<Sale> sale(TenderPaid paid, RegisterState before, RegisterState after) {
        return before.sale(paid.receipt()).or(() -> after.sale(paid.receipt())).map(SaleState::sale);
    }

    private List<TenderPaid> tenders(TenderPaid last) {
        List<TenderPaid> all = new ArrayList<>();
        for (JournalEntry entry : sales.of(last.receipt())) {
            if (entry.event() instanceof TenderPaid tender && !tender.equals(last)) all.add(tender);
        }
        all.add(last);
        return all;
    }

    private static Saying cash(CashTaken cash, Phrases phrases) {
        return Saying.of("paid")
                .with("receipt", cash.receipt().text())
                .with("tender", "cash")
                .with("amountFen", cash.amount().fen())
                .with("givenFen", cash.given().fen())
                .with("changeFen", cash.change().fen())
                .with("money", Names.of(MoneyIs.PAID))
                .with("voucher", Names.of(voucher(cash.completion())))
                .line(phrases.text("paid-cash", cash.amount(), cash.given(), cash.change(), cash.receipt()));
    }

    private static Saying scan(ScanPaid scan, JournalEntry entry, Phrases phrases) {
        Instant at = scan.paidAt() == null ? Instant.ofEpochMilli(entry.stamp().at()) : scan.paidAt();
        return Saying.of("paid")
                .with("receipt", scan.receipt().text())
                .with("order", scan.order().text())
                .with("tender", "scan")
                .with("provider", Names.of(scan.provider()))
                .with("amountFen", scan.amount().fen())
                .with("tradeNumber", scan.tradeNumber())
                .with("paidAt", at.toString())
                .with("money", Names.of(MoneyIs.PAID))
                .with("voucher", Names.of(voucher(scan.completion())))
                .line(phrases.text(
                        "paid-scan",
                        scan.amount(),
                        phrases.provider(scan.provider()),
                        scan.tradeNumber(),
                        scan.receipt(),
                        phrases.time(at)));
    }

    private static VoucherIs voucher(@Nullable Completion completion) {
        if (completion == null) return VoucherIs.AFTER_THE_OUTCOME;
        return VoucherIs.of(completion.job());
    }

    /** The receipt as it would stand on narrow paper. */
    Saying shown(Receipt receipt, Phrases phrases) {
        List<String> lines = new ReceiptText(ReceiptText.COLUMNS_58_MM, phrases.language(), shop.zone()).lines(receipt);
        return Saying.of("receipt")
                .with("receipt", receipt.number().text())
                .with("kind", Names.of(receipt.kind()))
                .with("columns", ReceiptText.COLUMNS_58_MM)
                .lines(lines);
    }

    private Saying owed(TenderPaid paid, Completion completion, Phrases phrases) {
        boolean held = completion.job() == PrintJobState.HELD;
        boolean prints = shop.printing().on();
        String code = held ? FaultCode.NO_VOUCHER : prints ? null : FaultCode.NO_PRINTER;
        Saying saying = Saying.of("voucher-owed")
                .with("receipt", paid.receipt().text())
                .with("printed", false)
                .with("job", Names.of(completion.job()))
                .with("code", code)
                .with("held", completion.held() == null ? null : Names.of(completion.held()));
        Saying placed = new Whereabouts(MoneyIs.PAID, voucher(completion)).before(saying, phrases.texts());
        if (completion.held() != null) placed = placed.line(phrases.of("held", completion.held()));
        String key = !prints ? "not-printed" : held ? "not-printed-held" : "prints";
        return placed.line(Phrases.coded(code, phrases.text(key, paid.receipt())));
    }
}
