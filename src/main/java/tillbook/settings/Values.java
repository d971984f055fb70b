package tillbook.settings;

import java.net.URI;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tillbook.care.Redaction;
import tillbook.money.Money;

/** The values of one file while they are checked: each of its field's form, or the usual one. One reader owns it. */
final class Values {
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Map<Field, List<String>> lists = new EnumMap<>(Field.class);

    void put(Field field, String text) {
        texts.put(field, text);
    }

    /** The items of a list, to be added to. */
    List<String> list(Field field) {
        return lists.computeIfAbsent(field, _ -> new ArrayList<>());
    }

    String text(Field field) {
        String text = texts.get(field);
        if (text == null) throw new IllegalStateException("read before it was put: " + field);
        return text;
    }

    boolean flag(Field field) {
        return text(field).equals("true");
    }

    int number(Field field) {
        return Integer.parseInt(text(field));
    }

    Money yuan(Field field) {
        return Money.parseYuan(text(field));
    }

    URI link(Field field) {
        return URI.create(text(field));
    }

    /** The whole, once nothing is wrong with any of it. */
    Settings settings(Mode mode, Path folder, @Nullable RSAPublicKey publicKey) {
        return new Settings(
                mode,
                new Settings.Shop(
                        text(Field.SHOP_NAME),
                        text(Field.SHOP_BRANCH),
                        number(Field.SHOP_REGISTER),
                        text(Field.SHOP_CASHIER)),
                Language.ofTag(text(Field.LANGUAGE)),
                new Settings.Window(
                        text(Field.WINDOW_THEME).equals("dark"),
                        number(Field.WINDOW_SOUND),
                        Settings.CustomerDisplay.valueOf(
                                text(Field.WINDOW_CUSTOMER).toUpperCase(Locale.ROOT))),
                alipay(publicKey),
                limits(),
                printer(),
                new Settings.Receipt(
                        list(Field.RECEIPT_HEADER),
                        list(Field.RECEIPT_FOOTER),
                        flag(Field.RECEIPT_LOGO),
                        flag(Field.RECEIPT_BARCODE),
                        flag(Field.RECEIPT_ELECTRONIC),
                        flag(Field.RECEIPT_HELD_SLIP)),
                new Settings.Scanner(list(Field.SCANNER_USE)),
                new Settings.Scale(list(Field.SCALE_RULES)),
                new Settings.Backup(
                        orNull(Field.BACKUP_FOLDER) == null ? null : folder.resolve(text(Field.BACKUP_FOLDER))),
                new Settings.Day(LocalTime.parse(text(Field.DAY_STARTS), Form.TimeOfDay.HOURS_MINUTES)));
    }

    private Settings.Alipay alipay(@Nullable RSAPublicKey publicKey) {
        Redaction.learn(text(Field.ALIPAY_APP_AUTH_TOKEN));
        return new Settings.Alipay(
                flag(Field.ALIPAY_ENABLED),
                link(Field.ALIPAY_GATEWAY),
                text(Field.ALIPAY_APP_ID),
                publicKey,
                orNull(Field.ALIPAY_APP_AUTH_TOKEN),
                number(Field.ALIPAY_CONNECT_TIMEOUT),
                number(Field.ALIPAY_ANSWER_TIMEOUT),
                number(Field.ALIPAY_QUERY_EVERY),
                number(Field.ALIPAY_CONFIRM_WITHIN),
                number(Field.ALIPAY_TRADE_TIMEOUT));
    }

    private Settings.Printer printer() {
        return new Settings.Printer(
                flag(Field.PRINTER_ENABLED),
                text(Field.PRINTER_ADDRESS),
                number(Field.PRINTER_PAPER),
                text(Field.PRINTER_PROFILE),
                text(Field.PRINTER_ENCODING),
                number(Field.PRINTER_ASK_AFTER));
    }

    private Settings.Limits limits() {
        Money max = yuan(Field.LIMITS_MAX);
        Money ask = yuan(Field.LIMITS_ASK);
        // A shop that lowers its maximum says nothing wrong about the question: it then comes at the maximum.
        return new Settings.Limits(yuan(Field.LIMITS_MIN), max, ask.compareTo(max) > 0 ? max : ask);
    }

    private @Nullable String orNull(Field field) {
        return text(field).isBlank() ? null : text(field);
    }
}
