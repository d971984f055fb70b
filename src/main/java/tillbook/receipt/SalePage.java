package tillbook.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Style;

/** The receipt of a sale, and the slip of one that is being checked. Immutable, safe from any thread. */
final class SalePage {
    private final SlipWords words;
    private final @Nullable ElectronicReceipt electronic;

    SalePage(SlipWords words, @Nullable ElectronicReceipt electronic) {
        this.words = words;
        this.electronic = electronic;
    }

    Document of(Receipt receipt) {
        Document.Builder page = new Document.Builder();
        head(page, receipt);
        page.rule();
        receipt.lines().forEach(line -> words.item(page, line));
        page.rule();
        totals(page, receipt);
        receipt.tenders().forEach(tender -> tender(page, tender));
        taxes(page, receipt);
        page.rule();
        foot(page, receipt);
        return page.build();
    }

    private void head(Document.Builder page, Receipt receipt) {
        words.head(page, receipt);
        page.text(words.text("kind." + receipt.kind()), Style.HEADING);
        if (isOpen(receipt)) page.text(words.text("no-proof"), Style.REVERSE);
        words.copy(page, receipt.copy());
        words.desk(page, receipt.register(), receipt.cashier());
        words.labelled(page, "receipt-number", receipt.number().text());
        words.labelled(page, "time", words.time(receipt.at()));
    }

    private static boolean isOpen(Receipt receipt) {
        return receipt.kind() == Receipt.Kind.BEING_CHECKED;
    }

    private void totals(Document.Builder page, Receipt receipt) {
        Money discount = receipt.discount();
        if (!discount.isZero()) page.pair(words.text("discounts"), "-" + discount);
        page.pair(words.text("total", receipt.lines().size()), receipt.total().toString(), Style.TALL);
    }

    private void tender(Document.Builder page, Tender tender) {
        switch (tender) {
            case Tender.Cash cash -> cash(page, cash);
            case Tender.Scan scan -> scan(page, scan);
            case Tender.BeingChecked checked -> {
                words.amount(page, words.text("being-checked", words.name(checked.provider())), checked.amount());
                words.labelled(page, "order-number", checked.order().text());
            }
        }
    }

    private void cash(Document.Builder page, Tender.Cash cash) {
        words.amount(page, words.text("cash"), cash.amount());
        words.amount(page, words.text("given"), cash.given());
        words.amount(page, words.text("change"), cash.change());
    }

    private void scan(Document.Builder page, Tender.Scan scan) {
        words.amount(page, words.name(scan.provider()), scan.amount());
        Money payerPaid = scan.payerPaid();
        if (payerPaid != null && !payerPaid.equals(scan.amount())) {
            words.amount(page, words.text("payer-paid"), payerPaid);
        }
        words.labelled(page, "trade-number", scan.tradeNumber());
        words.labelled(page, "order-number", scan.order().text());
        Instant paidAt = scan.paidAt();
        if (paidAt != null) words.labelled(page, "paid-at", words.time(paidAt));
        String payer = scan.payer();
        if (payer != null) words.labelled(page, "payer", payer);
    }

    private void taxes(Document.Builder page, Receipt receipt) {
        receipt.taxes().forEach(part -> words.amount(page, words.text("tax", part.percent()), part.tax()));
    }

    private void foot(Document.Builder page, Receipt receipt) {
        if (isOpen(receipt)) page.text(words.text("do-not-pay-again"), Style.PLAIN);
        words.shopsOwnEnd(page);
        page.text(words.text("no-tax-invoice"), Style.PLAIN);
        if (words.template().barcode())
            page.add(new Element.Barcode(receipt.number().text()));
        electronic(page, receipt);
        words.end(page);
    }

    /** A slip that proves nothing gets no e-receipt. */
    private void electronic(Document.Builder page, Receipt receipt) {
        if (electronic == null || !words.template().electronic() || isOpen(receipt)) return;
        page.add(new Element.Qr(electronic.content(receipt, words.zone())));
        page.text(words.text("electronic"), Style.CENTRED);
    }
}
