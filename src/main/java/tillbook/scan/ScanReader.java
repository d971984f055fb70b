package tillbook.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tillbook.catalog.GoodsCode;
import tillbook.catalog.Gtin;
import tillbook.catalog.HalfWidth;
import tillbook.payment.PaymentCode;
import tillbook.sale.HeldNumber;

/**
 * Decides what a text from the scan field means, in this order: symbology where the scanner tells it; the shop's scale
 * rules with a right check digit; the forms of payment codes; our receipt and held numbers; goods. Scale labels and payment codes
 * can look alike, and then the person is asked; a shop's own label prefix never means plain goods. A pure function of
 * text and rules: immutable, safe from any thread.
 */
public final class ScanReader {
    private static final String GS1_GTIN = "01";
    private static final int GS1_GTIN_END = 16;

    private final List<ScaleRule> scaleRules;

    /** Makes a reader for a shop whose scales print by these rules. */
    public ScanReader(List<ScaleRule> scaleRules) {
        this.scaleRules = List.copyOf(scaleRules);
    }

    /** What the text means; it may begin with an AIM identifier such as {@code ]E0}, where the scanner sends it. */
    public ScanMeaning read(String scanned) {
        String text = HalfWidth.of(scanned).strip();
        int aimLength = Symbology.aimLength(text);
        Symbology symbology = Symbology.ofAim(text.substring(0, aimLength));
        return read(text.substring(aimLength).strip(), symbology);
    }

    /** What the text means, its symbology told apart from it. */
    ScanMeaning read(String text, Symbology symbology) {
        if (symbology == Symbology.GS1) return gs1(text);
        List<ScanMeaning> meanings = new ArrayList<>();
        if (symbology.mayBePayment()) payment(text).ifPresent(meanings::add);
        if (symbology.mayBeScaleLabel()) meanings.addAll(0, scaleLabels(text));
        return switch (meanings.size()) {
            case 0 -> receiptOrGoods(text, symbology);
            case 1 -> meanings.getFirst();
            default -> new ScanMeaning.Ambiguous(meanings);
        };
    }

    private List<ScanMeaning> scaleLabels(String text) {
        return scaleRules.stream()
                .flatMap(rule -> rule.read(text).stream())
                .distinct()
                .toList();
    }

    private static Optional<ScanMeaning> payment(String text) {
        return Wallet.of(text).map(wallet -> new ScanMeaning.Payment(wallet, new PaymentCode(text)));
    }

    private ScanMeaning receiptOrGoods(String text, Symbology symbology) {
        String capitals = text.toUpperCase(Locale.ROOT);
        if (symbology.mayBeReceipt() && GoodsCode.Form.isReceiptNumber(capitals)) {
            return new ScanMeaning.Receipt(capitals);
        }
        if (symbology.mayBeReceipt() && HeldNumber.isForm(capitals)) return held(capitals);
        boolean misreadLabel = scaleRules.stream().anyMatch(rule -> rule.claims(text))
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && !Gtin.hasRightCheckDigit(text);
        return misreadLabel ? new ScanMeaning.BadCheckDigit(text) : goods(text);
    }

    private static ScanMeaning held(String capitals) {
        return HeldNumber.hasRightCheck(capitals)
                ? new ScanMeaning.Held(new HeldNumber(capitals))
                : new ScanMeaning.BadCheckDigit(capitals);
    }

    private static ScanMeaning goods(String text) {
        return switch (GoodsCode.read(text)) {
            case GoodsCode.Valid(String code) -> new ScanMeaning.Goods(code);
            case GoodsCode.BadCheckDigit(String code, char expected) -> new ScanMeaning.BadCheckDigit(code);
            case GoodsCode.Malformed malformed -> new ScanMeaning.NotACode(text);
        };
    }

    /** Of a GS1 element string only the (01) element is read, the trade item: 14 digits, the first of an EAN-13 being 0. */
    private static ScanMeaning gs1(String text) {
        boolean item = text.startsWith(GS1_GTIN) && text.length() >= GS1_GTIN_END;
        if (!item) return new ScanMeaning.NotACode(text);
        String gtin = text.substring(GS1_GTIN.length(), GS1_GTIN_END);
        return goods(gtin.startsWith("0") ? gtin.substring(1) : gtin);
    }
}
