package tillbook.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.Provider;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Style;
import tillbook.sale.Line;
import tillbook.text.Texts;

/** The words and parts that all slips share. Immutable, safe from any thread. */
final class SlipWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int REGISTER_BASE = 1_000;

    private final Texts texts;
    private final ZoneId zone;
    private final Template template;

    SlipWords(Template template, Locale language, ZoneId zone) {
        this.template = template;
        this.texts = Texts.of("receipt", language);
        this.zone = zone;
    }

    Template template() {
        return template;
    }

    ZoneId zone() {
        return zone;
    }

    String text(String key, Object... args) {
        return texts.text(key, args);
    }

    String name(Provider provider) {
        return texts.text("provider." + provider);
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** Logo, practice, shop, the shop's own lines. */
    void head(Document.Builder page, Slip slip) {
        if (template.logo()) page.add(new Element.Logo());
        if (slip.practice()) page.text(text("practice"), Style.CENTRED);
        if (!slip.merchant().name().isEmpty()) page.text(slip.merchant().name(), Style.TITLE);
        if (!slip.merchant().branch().isEmpty()) page.text(slip.merchant().branch(), Style.CENTRED);
        for (String line : template.header()) page.text(line, Style.CENTRED);
    }

    void copy(Document.Builder page, @Nullable Copy copy) {
        if (copy != null) page.text(text("copy", copy.number(), time(copy.at()), copy.by()), Style.REVERSE);
    }

    void desk(Document.Builder page, int register, String cashier) {
        String number = Integer.toString(REGISTER_BASE + register).substring(1);
        page.pair(text("register", number), text("cashier", cashier));
    }

    void labelled(Document.Builder page, String key, String value) {
        page.labelled(text(key), value);
    }

    void amount(Document.Builder page, String label, Money amount) {
        page.pair(label, amount.toString());
    }

    void item(Document.Builder page, Line line) {
        page.text(line.name(), Style.PLAIN);
        String count = line.quantity().text() + " " + line.unit() + " × "
                + line.unitPrice().yuan();
        amount(page, count, line.gross());
        if (!line.discount().isZero()) page.pair(text("discount"), "-" + line.discount());
    }

    void shopsOwnEnd(Document.Builder page) {
        for (String line : template.footer()) page.text(line, Style.PLAIN);
    }

    /** The END mark tells a whole sheet from a torn one, so nothing follows but the cut. */
    void end(Document.Builder page) {
        page.text(text("end"), Style.CENTRED);
        page.add(new Element.Cut());
    }
}
