package tillbook.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tillbook.money.Money;
import tillbook.payment.Provider;
import tillbook.sale.Line;
import tillbook.text.Texts;

/**
 * A receipt in lines of a fixed width, by the printer's rule of widths: long names wrap, nothing is cut, amounts stand
 * flush right, and the END mark tells a whole receipt from a torn one. Immutable, safe from any thread.
 */
public final class ReceiptText {
    /** A roll of 58 mm. */
    public static final int COLUMNS_58_MM = 32;
    /** A roll of 80 mm. */
    public static final int COLUMNS_80_MM = 48;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final int columns;
    private final Texts texts;
    private final ZoneId zone;

    /** For paper of {@code columns} cells; {@code zone} is that of the shop's clock. */
    public ReceiptText(int columns, Locale language, ZoneId zone) {
        this.columns = columns;
        this.texts = Texts.of("receipt", language);
        this.zone = zone;
    }

    /** The receipt, each line at most as wide as the paper. */
    public List<String> lines(Receipt receipt) {
        List<String> out = new ArrayList<>();
        head(out, receipt);
        out.add(rule());
        receipt.lines().forEach(line -> item(out, line));
        out.add(rule());
        totals(out, receipt);
        receipt.tenders().forEach(tender -> tender(out, tender));
        taxes(out, receipt);
        out.add(rule());
        foot(out, receipt);
        return out;
    }

    private void head(List<String> out, Receipt receipt) {
        if (receipt.practice()) centred(out, texts.text("practice"));
        centred(out, receipt.merchant().name());
        if (!receipt.merchant().branch().isEmpty())
            centred(out, receipt.merchant().branch());
        centred(out, texts.text("kind." + receipt.kind()));
        if (receipt.kind() == Receipt.Kind.BEING_CHECKED) centred(out, texts.text("no-proof"));
        Receipt.Copy copy = receipt.copy();
        if (copy != null) centred(out, texts.text("copy", copy.number(), time(copy.at()), copy.by()));
        String register = texts.text("register", threeDigits(receipt.register()));
        out.addAll(Cells.spread(register, texts.text("cashier", receipt.cashier()), columns));
        labelled(out, "receipt-number", receipt.number().text());
        labelled(out, "time", time(receipt.at()));
    }

    private void item(List<String> out, Line line) {
        out.addAll(Cells.wrapped(line.name(), columns));
        String count = line.quantity().text() + " " + line.unit() + " × "
                + line.unitPrice().yuan();
        spread(out, count, line.gross());
        if (!line.discount().isZero()) {
            out.addAll(Cells.spread(texts.text("discount"), "-" + line.discount(), columns));
        }
    }

    private void totals(List<String> out, Receipt receipt) {
        Money discount = receipt.discount();
        if (!discount.isZero()) out.addAll(Cells.spread(texts.text("discounts"), "-" + discount, columns));
        spread(out, texts.text("total", receipt.lines().size()), receipt.total());
    }

    private void tender(List<String> out, Tender tender) {
        switch (tender) {
            case Tender.Cash cash -> cash(out, cash);
            case Tender.Scan scan -> scan(out, scan);
            case Tender.BeingChecked checked -> {
                spread(out, texts.text("being-checked", name(checked.provider())), checked.amount());
                labelled(out, "order-number", checked.order().text());
            }
        }
    }

    private void cash(List<String> out, Tender.Cash cash) {
        spread(out, texts.text("cash"), cash.amount());
        spread(out, texts.text("given"), cash.given());
        spread(out, texts.text("change"), cash.change());
    }

    private void scan(List<String> out, Tender.Scan scan) {
        spread(out, name(scan.provider()), scan.amount());
        Money payerPaid = scan.payerPaid();
        if (payerPaid != null && !payerPaid.equals(scan.amount())) spread(out, texts.text("payer-paid"), payerPaid);
        labelled(out, "trade-number", scan.tradeNumber());
        labelled(out, "order-number", scan.order().text());
        Instant paidAt = scan.paidAt();
        if (paidAt != null) labelled(out, "paid-at", time(paidAt));
        String payer = scan.payer();
        if (payer != null) labelled(out, "payer", payer);
    }

    private void taxes(List<String> out, Receipt receipt) {
        receipt.taxes().forEach(part -> spread(out, texts.text("tax", part.percent()), part.tax()));
    }

    private void foot(List<String> out, Receipt receipt) {
        if (receipt.kind() == Receipt.Kind.BEING_CHECKED) out.addAll(wrapped("do-not-pay-again"));
        out.addAll(wrapped("no-tax-invoice"));
        centred(out, texts.text("end"));
    }

    private List<String> wrapped(String key) {
        return Cells.wrapped(texts.text(key), columns);
    }

    private void centred(List<String> out, String text) {
        out.addAll(Cells.centred(text, columns));
    }

    private void spread(List<String> out, String label, Money amount) {
        out.addAll(Cells.spread(label, amount.toString(), columns));
    }

    private void labelled(List<String> out, String key, String value) {
        out.addAll(Cells.labelled(texts.text(key), value, columns));
    }

    private String name(Provider provider) {
        return texts.text("provider." + provider);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private String rule() {
        return "-".repeat(columns);
    }

    private static String threeDigits(int register) {
        return Integer.toString(1_000 + register).substring(1);
    }
}
