package tillbook.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An e-receipt without a server: the QR carries the receipt itself, in short, with a code that only this shop can make. A
 * photo of it can be checked years later. ASCII, so that every printer's own QR command takes it.
 *
 * <p>Immutable, safe from any thread; never shows its key.
 */
public final class SelfContainedReceipt implements ElectronicReceipt {
    /** A key shorter than its digest would be the weakest part. */
    public static final int KEY_BYTES_MIN = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODE_BYTES = 10;
    private static final char SEPARATOR = ' ';
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private final SecretKeySpec key;

    /** The key is the shop's own; it is copied. */
    public SelfContainedReceipt(byte[] key) {
        if (key.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException("the key of e-receipts has at least " + KEY_BYTES_MIN + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    @Override
    public String content(Receipt receipt, ZoneId zone) {
        StringBuilder content = new StringBuilder(receipt.practice() ? "TILLBOOK1-PRACTICE" : "TILLBOOK1");
        content.append(SEPARATOR).append(receipt.number());
        content.append(SEPARATOR).append("CNY").append(receipt.total().yuan());
        content.append(SEPARATOR).append(TIME.format(receipt.at().atZone(zone)));
        for (Tender tender : receipt.tenders()) {
            if (tender instanceof Tender.Scan scan) content.append(SEPARATOR).append(ascii(scan.tradeNumber()));
        }
        String said = content.toString();
        return said + SEPARATOR + code(said);
    }

    /** Whether this shop made that content and nothing of it was changed. */
    public boolean isOurs(String content) {
        int end = content.lastIndexOf(SEPARATOR);
        if (end < 0) return false;
        byte[] claimed = content.substring(end + 1).getBytes(US_ASCII);
        return MessageDigest.isEqual(claimed, code(content.substring(0, end)).getBytes(US_ASCII));
    }

    private static String ascii(String text) {
        return new String(text.getBytes(US_ASCII), US_ASCII);
    }

    private String code(String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(said.getBytes(US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, CODE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM + ": install Temurin 25", e);
        }
    }
}
