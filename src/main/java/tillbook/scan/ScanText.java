package tillbook.scan;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import tillbook.sale.HeldNumber;

/** Says what became of a scan, and warns of overlaps, in words. Never says digits of a payment code. Immutable, safe from any thread. */
public final class ScanText {
    private final Locale language;
    private final ResourceBundle sentences;

    /** Speaks 简体中文 for any kind of Chinese, English for all else. */
    public ScanText(Locale reader) {
        language = reader.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        sentences = ResourceBundle.getBundle(
                "tillbook.scan.Messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What a scan was taken for. */
    public String say(ScanMeaning meaning) {
        return switch (meaning) {
            case ScanMeaning.Goods(String code) -> sentence("goods", code);
            case ScanMeaning.Weighed(String item, Measure measure) -> sentence("weighed", item, say(measure));
            case ScanMeaning.Payment payment ->
                sentence("payment", say(payment.wallet()), payment.code().masked());
            case ScanMeaning.Receipt(String number) -> sentence("receipt", number);
            case ScanMeaning.Held(HeldNumber number) -> sentence("held", number);
            case ScanMeaning.BadCheckDigit bad -> sentence("badCheckDigit", bad.shown());
            case ScanMeaning.Ambiguous ambiguous -> sentence("ambiguous");
            case ScanMeaning.NotACode not -> sentence("notACode", not.shown());
        };
    }

    /** The name of a wallet. */
    public String say(Wallet wallet) {
        return switch (wallet) {
            case ALIPAY -> sentence("wallet.alipay");
            case WECHAT -> sentence("wallet.wechat");
            case UNIONPAY -> sentence("wallet.unionpay");
        };
    }

    /** A warning for the settings. */
    public String say(ScaleRuleOverlap overlap) {
        String rule = overlap.rule().form();
        return switch (overlap) {
            case ScaleRuleOverlap.WithPayment with -> sentence("overlap.payment", rule, say(with.wallet()));
            case ScaleRuleOverlap.WithRule with ->
                sentence("overlap.rule", rule, with.other().form());
            case ScaleRuleOverlap.WithInStoreGoods with -> sentence("overlap.inStore", rule);
            case ScaleRuleOverlap.WithMakersGoods with -> sentence("overlap.makers", rule);
        };
    }

    private String say(Measure measure) {
        return switch (measure) {
            case Measure.Weight(int grams) -> kilograms(grams);
            case Measure.Price price -> price.price().toString();
            case Measure.WeightAndPrice both -> kilograms(both.grams()) + " " + both.price();
        };
    }

    private static String kilograms(int grams) {
        return String.format(Locale.ROOT, "%d.%03d kg", grams / 1000, grams % 1000);
    }

    private String sentence(String key, Object... arguments) {
        return new MessageFormat(sentences.getString(key), language).format(arguments);
    }
}
