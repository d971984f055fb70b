package tillbook.settings;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The few DER forms that a self-signed certificate and the older key formats need (ITU-T X.690; RFC 5280, 5208, 8017).
 * The JDK reads all of them and has no public way to write a certificate. Pure functions.
 */
final class Der {
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");

    /** 1.2.840.113549.1.1.1 */
    private static final byte[] OID_RSA = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1};
    /** 1.2.840.113549.1.1.11 */
    private static final byte[] OID_SHA256_WITH_RSA = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 11
    };
    /** 2.5.4.3 */
    private static final byte[] OID_COMMON_NAME = {0x55, 4, 3};

    private static final byte[] NULL = {5, 0};

    private Der() {}

    /** Wraps a PKCS#1 private key ({@code BEGIN RSA PRIVATE KEY}) as PKCS#8, the form that Java reads. */
    static byte[] pkcs8(byte[] pkcs1) {
        return sequence(integer(BigInteger.ZERO), sequence(oid(OID_RSA), NULL), tagged(0x04, pkcs1));
    }

    /** Wraps a PKCS#1 public key ({@code BEGIN RSA PUBLIC KEY}) as SubjectPublicKeyInfo. */
    static byte[] publicKeyInfo(byte[] pkcs1) {
        return sequence(sequence(oid(OID_RSA), NULL), bits(pkcs1));
    }

    /** What of a certificate is signed: version 1, without extensions, issuer and subject the same common name. */
    static byte[] toBeSigned(BigInteger serial, String commonName, Instant from, Instant until, byte[] publicKeyInfo) {
        byte[] name = sequence(
                set(sequence(oid(OID_COMMON_NAME), tagged(0x0c, commonName.getBytes(StandardCharsets.UTF_8)))));
        return sequence(
                integer(serial), signatureAlgorithm(), name, sequence(time(from), time(until)), name, publicKeyInfo);
    }

    /** The whole certificate. */
    static byte[] certificate(byte[] toBeSigned, byte[] sha256WithRsaSignature) {
        return sequence(toBeSigned, signatureAlgorithm(), bits(sha256WithRsaSignature));
    }

    private static byte[] signatureAlgorithm() {
        return sequence(oid(OID_SHA256_WITH_RSA), NULL);
    }

    /** RFC 5280, 4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050 on. */
    private static byte[] time(Instant instant) {
        boolean late = !instant.isBefore(YEAR_2050);
        String text = (late ? GENERALIZED_TIME : UTC_TIME).format(instant);
        return tagged(late ? 0x18 : 0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    private static byte[] oid(byte[] encoded) {
        return tagged(0x06, encoded);
    }

    private static byte[] bits(byte[] whole) {
        return tagged(0x03, join(new byte[] {0}, whole));
    }

    private static byte[] set(byte[]... parts) {
        return tagged(0x31, join(parts));
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, join(parts));
    }

    private static byte[] tagged(int tag, byte[] content) {
        return join(new byte[] {(byte) tag}, length(content.length), content);
    }

    private static byte[] length(int length) {
        if (length < 0x80) return new byte[] {(byte) length};
        byte[] digits = BigInteger.valueOf(length).toByteArray();
        int skip = digits[0] == 0 ? 1 : 0;
        byte[] marked = new byte[digits.length - skip + 1];
        marked[0] = (byte) (0x80 | (marked.length - 1));
        System.arraycopy(digits, skip, marked, 1, marked.length - 1);
        return marked;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
