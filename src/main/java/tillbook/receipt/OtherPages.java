package tillbook.receipt;

import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Style;

/** The slips that are no receipt of a sale. Immutable, safe from any thread. */
final class OtherPages {
    private static final String DIGITS = "1234567890";
    /** Each of them is one cell by Unicode and two on a printer for Chinese. */
    private static final String SIGNS = "￥ × — ‘ … · ① ℃ ※ é";

    private final SlipWords words;

    OtherPages(SlipWords words) {
        this.words = words;
    }

    Document refund(RefundSlip slip) {
        Document.Builder page = new Document.Builder();
        words.head(page, slip);
        page.text(words.text("kind.REFUND"), Style.HEADING);
        words.copy(page, slip.copy());
        words.desk(page, slip.register(), slip.cashier());
        words.labelled(page, "refund-number", slip.refundNumber());
        words.labelled(page, "refunded-at", words.time(slip.at()));
        page.rule();
        words.labelled(page, "original", slip.original().text());
        words.amount(page, words.text("sale-total"), slip.saleTotal());
        page.pair(words.text("refunded"), slip.amount().toString(), Style.TALL);
        way(page, slip.way());
        String reason = slip.reason();
        if (reason != null) words.labelled(page, "reason", reason);
        page.rule();
        words.shopsOwnEnd(page);
        if (words.template().barcode())
            page.add(new Element.Barcode(slip.original().text()));
        words.end(page);
        return page.build();
    }

    private void way(Document.Builder page, RefundSlip.Way way) {
        switch (way) {
            case RefundSlip.Way.Cash _ -> page.text(words.text("refunded-cash"), Style.PLAIN);
            case RefundSlip.Way.Scan scan -> {
                page.text(words.text("refunded-scan", words.name(scan.provider())), Style.PLAIN);
                words.labelled(page, "trade-number", scan.tradeNumber());
                words.labelled(page, "order-number", scan.order().text());
            }
        }
    }

    Document held(HeldSlip slip) {
        Document.Builder page = new Document.Builder();
        words.head(page, slip);
        page.text(words.text("kind.HELD"), Style.HEADING);
        page.text(words.text("not-paid"), Style.REVERSE);
        words.desk(page, slip.register(), slip.cashier());
        words.labelled(page, "held-number", slip.code());
        words.labelled(page, "time", words.time(slip.at()));
        page.rule();
        slip.lines().forEach(line -> words.item(page, line));
        page.rule();
        page.pair(words.text("total", slip.lines().size()), slip.total().toString(), Style.TALL);
        page.add(new Element.Barcode(slip.code()));
        page.text(words.text("recall"), Style.CENTRED);
        words.end(page);
        return page.build();
    }

    Document test(TestPage slip) {
        Document.Builder page = new Document.Builder();
        words.head(page, slip);
        page.text(words.text("kind.TEST"), Style.HEADING);
        words.labelled(page, "printer", slip.printer());
        words.labelled(page, "profile", slip.profile());
        words.labelled(page, "time", words.time(slip.at()));
        page.rule();
        int columns = words.template().width().columns();
        page.text(DIGITS.repeat(columns / DIGITS.length() + 1).substring(0, columns), Style.PLAIN);
        page.text(words.text("test-width", columns), Style.PLAIN);
        page.text(words.text("test-chinese"), Style.PLAIN);
        page.text(SIGNS, Style.PLAIN);
        page.text(words.text("test-bold"), Style.BOLD);
        page.text(words.text("test-tall"), Style.TALL);
        page.text(words.text("test-large"), Style.TITLE);
        page.text(words.text("test-reverse"), Style.REVERSE);
        page.add(new Element.Barcode("T000TE00000000"));
        page.text(words.text("test-barcode", "T000TE00000000"), Style.CENTRED);
        page.add(new Element.Qr("TILLBOOK1 TEST 明账"));
        page.text(words.text("test-qr", "TILLBOOK1 TEST 明账"), Style.CENTRED);
        page.rule();
        words.end(page);
        return page.build();
    }
}
