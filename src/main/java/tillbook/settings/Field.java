package tillbook.settings;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every setting there is: its name in the file, its form and the value it has when nobody set one. The file, the check,
 * the wizard and the command all work from this one table.
 */
public enum Field {
    MODE("mode", "practice", new Form.Choice("practice", "live")),
    SHOP_NAME("shop.name", "", new Form.Text(64)),
    SHOP_BRANCH("shop.branch", "", new Form.Text(64)),
    SHOP_REGISTER("shop.register", "1", new Form.Whole(1, 999)),
    SHOP_CASHIER("shop.cashier", "", new Form.Text(32)),
    SHOP_CURRENCY("shop.currency", Settings.CURRENCY, new Form.Choice(Settings.CURRENCY)),
    LANGUAGE("language.screen", "zh-CN", new Form.Choice("zh-CN", "en")),
    WINDOW_THEME("window.theme", "light", new Form.Choice("light", "dark")),
    WINDOW_SOUND("window.sound_volume", "60", new Form.Whole(0, 100)),
    WINDOW_CUSTOMER("window.customer_display", "off", new Form.Choice("off", "auto", "on")),
    ALIPAY_ENABLED("alipay.enabled", "false", new Form.Flag()),
    /** Its default depends on the mode, see {@link #usual(Mode)}. */
    ALIPAY_GATEWAY("alipay.gateway", "https://openapi.alipay.com/gateway.do", new Form.Link()),
    ALIPAY_APP_ID("alipay.app_id", "", new Form.Digits(8, 32)),
    ALIPAY_CHARSET("alipay.charset", Settings.Alipay.CHARSET, new Form.Choice(Settings.Alipay.CHARSET)),
    ALIPAY_PUBLIC_KEY("alipay.alipay_public_key", "", new Form.KeyText()),
    ALIPAY_APP_AUTH_TOKEN("alipay.app_auth_token", "", new Form.Text(128)),
    ALIPAY_CONNECT_TIMEOUT("alipay.connect_timeout_ms", "3000", new Form.Whole(500, 10_000)),
    ALIPAY_ANSWER_TIMEOUT("alipay.answer_timeout_ms", "12000", new Form.Whole(1_000, 30_000)),
    ALIPAY_QUERY_EVERY("alipay.query_every_ms", "3000", new Form.Whole(1_000, 10_000)),
    ALIPAY_CONFIRM_WITHIN("alipay.confirm_within_ms", "60000", new Form.Whole(10_000, 300_000)),
    ALIPAY_TRADE_TIMEOUT("alipay.trade_timeout_minutes", "2", new Form.Whole(2, 5)),
    LIMITS_MIN("limits.min_amount", "0.01", new Form.Yuan()),
    LIMITS_MAX("limits.max_amount", "5000.00", new Form.Yuan()),
    LIMITS_ASK("limits.ask_above", "1000.00", new Form.Yuan()),
    PRINTER_ENABLED("printer.enabled", "true", new Form.Flag()),
    /** In practice the practice printer. */
    PRINTER_ADDRESS("printer.address", "", new Form.PrinterAddress()),
    PRINTER_PAPER("printer.paper_mm", "80", new Form.Choice("58", "80")),
    PRINTER_PROFILE("printer.profile", "", new Form.Word()),
    PRINTER_ENCODING("printer.encoding", "", new Form.Choice("", "gb18030", "gbk", "utf-8")),
    PRINTER_ASK_AFTER("printer.ask_after_minutes", "10", new Form.Whole(1, 600)),
    RECEIPT_HEADER("receipt.header", "", new Form.Text(48)),
    RECEIPT_FOOTER("receipt.footer", "", new Form.Text(48)),
    RECEIPT_LOGO("receipt.logo", "false", new Form.Flag()),
    RECEIPT_BARCODE("receipt.barcode", "true", new Form.Flag()),
    RECEIPT_ELECTRONIC("receipt.electronic", "false", new Form.Flag()),
    RECEIPT_HELD_SLIP("receipt.held_slip", "true", new Form.Flag()),
    SCANNER_USE("scanner.use", "", new Form.DeviceAddress()),
    SCALE_RULES("scale.rules", "", new Form.ScaleRules()),
    BACKUP_FOLDER("backup.folder", "", new Form.Text(400)),
    DAY_STARTS("day.business_day_starts", "04:00", new Form.TimeOfDay());

    private static final String SANDBOX = "https://openapi-sandbox.dl.alipaydev.com/gateway.do";

    private final String path;
    private final String usual;
    /** Every form is a record over immutable values. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Form form;

    Field(String path, String usual, Form form) {
        this.path = path;
        this.usual = usual;
        this.form = form;
    }

    /** The dotted name: {@code alipay.app_id}. */
    public String path() {
        return path;
    }

    /** The table it stands in, empty for the top of the file. */
    public String table() {
        int dot = path.indexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** Its name within its table. */
    public String key() {
        return path.substring(path.indexOf('.') + 1);
    }

    /** The value where none is set. In practice the provider's test gateway, so that no real one is ever the default there. */
    public String usual(Mode mode) {
        return switch (this) {
            case MODE -> mode.word();
            case ALIPAY_GATEWAY -> mode == Mode.LIVE ? usual : SANDBOX;
            case PRINTER_ADDRESS -> mode == Mode.LIVE ? usual : Form.PrinterAddress.PRACTICE;
            default -> usual;
        };
    }

    /** The field of this dotted name. */
    public static Optional<Field> named(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }

    /** Whether it holds a list rather than one value. */
    boolean isList() {
        return this == SCALE_RULES || this == SCANNER_USE || isLines();
    }

    /** Whether it is a list of lines of text, in which blanks and commas are text. */
    boolean isLines() {
        return this == RECEIPT_HEADER || this == RECEIPT_FOOTER;
    }

    Form form() {
        return form;
    }
}
