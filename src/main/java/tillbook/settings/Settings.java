package tillbook.settings;

import java.net.URI;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;

/**
 * Everything a shop has set, checked as a whole: an object of this type has no contradiction in it. Read by {@link
 * SettingsFile}. Immutable, safe from any thread.
 */
public record Settings(
        Mode mode,
        Shop shop,
        Language language,
        Window window,
        Alipay alipay,
        Limits limits,
        Printer printer,
        Receipt receipt,
        Scanner scanner,
        Scale scale,
        Backup backup,
        Day day) {

    /**
     * What stands on top of a receipt.
     *
     * @param name not empty in live mode
     * @param branch may be empty
     * @param register 1 to 999, the three digits in every receipt number
     * @param cashier the one who is proposed at the start of a shift; may be empty
     */
    public record Shop(String name, String branch, int register, String cashier) {
        /** The register's number as it stands in receipt numbers: {@code 007}. */
        public String registerDigits() {
            return ("00" + register).substring(Integer.toString(register).length() - 1);
        }
    }

    /**
     * How the window opens.
     *
     * @param dark dark colours instead of light ones
     * @param soundVolume 0 (silent) to 100
     * @param customerDisplay whether the customer sees lines and total on a second screen
     */
    public record Window(boolean dark, int soundVolume, CustomerDisplay customerDisplay) {}

    /** When a window for the customer opens. */
    public enum CustomerDisplay {
        /** Where there is a second screen. */
        AUTO,
        ON,
        OFF
    }

    /**
     * The contract with Alipay and how long is waited for it.
     *
     * @param enabled whether the register offers it; where true, app id and public key are there
     * @param gateway https, or http on this very machine
     * @param appId digits; empty where not enabled
     * @param publicKey Alipay's key, that proves its answers; null only where not enabled
     * @param appAuthToken for a shop that trades through a service provider; a secret, null if none
     * @param connectTimeoutMs 500 to 10,000
     * @param answerTimeoutMs 1,000 to 30,000; 10 to 15 s is advised
     * @param queryEveryMs 1,000 to 10,000, from one query's answer to the next query
     * @param confirmWithinMs 10,000 to 300,000: how long the customer may take on the phone
     * @param tradeTimeoutMinutes 2 to 5: after that Alipay itself closes an unpaid trade
     */
    public record Alipay(
            boolean enabled,
            URI gateway,
            String appId,
            @Nullable RSAPublicKey publicKey,
            @Nullable String appAuthToken,
            int connectTimeoutMs,
            int answerTimeoutMs,
            int queryEveryMs,
            int confirmWithinMs,
            int tradeTimeoutMinutes) {
        /** The only character set spoken with Alipay. */
        public static final String CHARSET = "utf-8";

        @Override
        public String toString() {
            return "Alipay[enabled=" + enabled + ", gateway=" + gateway + ", appId=" + appId + "]";
        }
    }

    /**
     * Amounts of one sale by scan-pay.
     *
     * @param minimum at least 0.01 yuan
     * @param maximum not below the minimum
     * @param askAbove above this the cashier confirms the amount first; not above the maximum
     */
    public record Limits(Money minimum, Money maximum, Money askAbove) {}

    /**
     * Where receipts are printed.
     *
     * @param enabled false where a shop prints none: every voucher stays owed until a person ends it
     * @param address {@code practice}, {@code tcp HOST[:PORT]}, {@code file PATH}, {@code usb:…}; empty where none is set
     * @param paperMm 58 or 80
     * @param profile name of a known kind of printer, empty for what every printer of this paper does
     * @param encoding {@code gb18030}, {@code gbk} or {@code utf-8}; empty for what the profile says
     * @param askAfterMinutes a receipt that waited longer is printed only when a person says so
     */
    public record Printer(
            boolean enabled, String address, int paperMm, String profile, String encoding, int askAfterMinutes) {
        /** Whether receipts can be printed at all. */
        public boolean prints() {
            return enabled && !address.isEmpty();
        }
    }

    /**
     * What a shop chooses about its receipts.
     *
     * @param header under the shop's name, at most {@link #LINES_MAX} lines
     * @param footer before the end mark, at most {@link #LINES_MAX} lines
     * @param logo whether the logo in the printer's memory stands on top
     * @param barcode whether the receipt's number stands as a code that can be scanned
     * @param electronic whether the receipt stands on itself as a QR code, short and signed
     * @param heldSlip whether a basket that steps aside gets a slip with its code
     */
    public record Receipt(
            List<String> header,
            List<String> footer,
            boolean logo,
            boolean barcode,
            boolean electronic,
            boolean heldSlip) {
        /** Lines at each end. */
        public static final int LINES_MAX = 20;

        public Receipt {
            header = List.copyOf(header);
            footer = List.copyOf(footer);
        }
    }

    /** Scanners that are taken although only their class speaks for them, by their addresses. */
    public record Scanner(List<String> use) {
        public Scanner {
            use = List.copyOf(use);
        }
    }

    /** Templates of the scale's labels, such as {@code 21IIIIIWWWWWC}, in the order they are tried; of proven form only. */
    public record Scale(List<String> rules) {
        public Scale {
            rules = List.copyOf(rules);
        }
    }

    /** Where backups go besides the data folder: another disk is the point of it. Null where none is set. */
    public record Backup(@Nullable Path folder) {}

    /** When a business day begins: sales before it belong to the day before. */
    public record Day(LocalTime businessDayStarts) {}

    /** The only currency. */
    public static final String CURRENCY = "CNY";
}
