package tillbook.desktop.checkout.screen;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.CatalogText;
import tillbook.catalog.Good;
import tillbook.catalog.GoodProblem;
import tillbook.desktop.checkout.Trouble;
import tillbook.payment.PaymentCode;
import tillbook.payment.Provider;
import tillbook.register.Refusal;
import tillbook.register.Reply;
import tillbook.sale.HeldNumber;
import tillbook.scan.ScanMeaning;
import tillbook.scan.Wallet;
import tillbook.text.Texts;

/** The checkout's sentences in one language. What both faces say in the same words comes from the terminal's room. Immutable. */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int ECHO_CHARS_MAX = 40;
    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 60 * MINUTE_S;
    private static final long DAY_S = 24 * HOUR_S;

    private final Locale language;
    private final Texts own;
    private final Texts shared;
    private final ZoneId zone;

    /** The sentences in a language, with times of this zone. */
    public Words(Locale language, ZoneId zone) {
        this.language = language;
        this.own = Texts.of("desktop.checkout.screen", language);
        this.shared = Texts.of("desktop.terminal", language);
        this.zone = zone;
    }

    Locale language() {
        return language;
    }

    String text(String key, @Nullable Object... args) {
        return own.text(key, args);
    }

    /** A sentence that the terminal says in the same words. */
    String shared(String key, @Nullable Object... args) {
        return shared.text(key, args);
    }

    /** The shared sentence for a value of an enum. */
    String shared(String group, Enum<?> value, @Nullable Object... args) {
        return shared.text(group + "." + value, args);
    }

    String provider(Provider provider) {
        return shared("provider", provider);
    }

    String time(long epochMs) {
        return time(Instant.ofEpochMilli(epochMs));
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    String dayAndTime(Instant at) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }

    String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /** Minutes and seconds as a clock counts them up: {@code 00:42}; from an hour on in words. */
    String age(long ms) {
        long s = Math.max(0, ms / 1_000);
        if (s < HOUR_S) return two(s / MINUTE_S) + ":" + two(s % MINUTE_S);
        return s < 2 * DAY_S ? shared("age.hours", s / HOUR_S) : shared("age.days", s / DAY_S);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    String good(Good good) {
        return good.nameIn(language);
    }

    /** Why a scan did nothing. */
    String trouble(Trouble trouble) {
        return switch (trouble) {
            case Trouble.UnknownGoods unknown -> text("trouble.unknown-goods", unknown.code());
            case Trouble.NotOnSale(Good good) -> text("trouble.not-on-sale", good(good));
            case Trouble.NeedsWeight(Good good) -> text("trouble.needs-weight", good(good));
            case Trouble.SoldByThePiece(Good good) -> text("trouble.sold-by-the-piece", good(good));
            case Trouble.EmptyLabel(String code) -> text("trouble.empty-label", code);
            case Trouble.BadCheckDigit(String shown) -> text("trouble.bad-check-digit", shown);
            case Trouble.NotACode no -> text("trouble.not-a-code", shortened(no.shown()));
            case Trouble.KnownAlready(Good good) ->
                text("trouble.known-already", good.code(), good(good), good.unitPrice());
            case Trouble.NoGood(GoodProblem problem) -> text("trouble.no-good", new CatalogText(language).say(problem));
            case Trouble.NothingDue _ -> text("trouble.nothing-due");
            case Trouble.AlreadyPaid paid ->
                text("trouble.already-paid", time(paid.at()), paid.amount(), paid.receipt());
            case Trouble.NothingAsked _ -> text("trouble.nothing-asked");
            case Trouble.CatalogueBroken _ -> text("trouble.catalogue-broken");
        };
    }

    private static String shortened(String text) {
        return text.length() <= ECHO_CHARS_MAX ? text : text.substring(0, ECHO_CHARS_MAX) + "…";
    }

    /** Why the register did not do it. */
    public String refusal(Reply.Refused refused) {
        String argument = refused.reason() == Refusal.PROVIDER_NOT_READY
                ? shared("provider." + refused.argument())
                : refused.argument();
        String key = "refusal." + refused.reason();
        return own.has(key) ? text(key, argument) : shared(key, argument);
    }

    String meaning(ScanMeaning meaning) {
        return switch (meaning) {
            case ScanMeaning.Goods(String code) -> shared("meaning.goods", code);
            case ScanMeaning.Weighed weighed -> shared("meaning.weighed", weighed.itemCode());
            case ScanMeaning.Payment(Wallet wallet, PaymentCode code) ->
                shared("meaning.payment", shared("wallet", wallet), code.masked());
            case ScanMeaning.Receipt(String number) -> shared("meaning.receipt", number);
            case ScanMeaning.Held(HeldNumber number) -> shared("meaning.held", number);
            case ScanMeaning.BadCheckDigit bad -> bad.shown();
            case ScanMeaning.NotACode no -> no.shown();
            case ScanMeaning.Ambiguous _ -> "";
        };
    }
}
