package tillbook.settings;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads RSA keys as people have them: PEM with a header, or the bare base64 that Alipay's key tool hands out. Nothing
 * here puts a key's text into an exception. Stateless.
 */
final class RsaKeys {
    /** The shortest key a payment may hang on. */
    static final int BITS_MIN = 2048;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private RsaKeys() {}

    /** What a key's text turned out to be. */
    sealed interface Read {
        record Public(RSAPublicKey key) implements Read {}

        record Private(RSAPrivateCrtKey key) implements Read {}

        /** A private key under a passphrase of its own. */
        record Encrypted() implements Read {}

        /** A key, but EC, DSA or the like. */
        record NotRsa() implements Read {}

        record TooShort(int bits) implements Read {}

        record Unreadable() implements Read {}
    }

    static Read read(String text) {
        Matcher pem = PEM.matcher(text);
        String label = "";
        String body = text;
        // openssl writes "EC PARAMETERS" and the like before the key itself, so the first block with a key counts.
        while (pem.find()) {
            if (!pem.group(1).endsWith("KEY")) continue;
            label = pem.group(1);
            body = pem.group(2);
            break;
        }
        if (label.equals("ENCRYPTED PRIVATE KEY") || body.contains("ENCRYPTED")) return new Read.Encrypted();
        return decode(body).map(RsaKeys::ofDer).orElseGet(Read.Unreadable::new);
    }

    /** The public half of a private key. */
    static RSAPublicKey publicHalf(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA: install Tillbook with its own runtime", e);
        }
    }

    private static Optional<byte[]> decode(String body) {
        try {
            byte[] der = Base64.getDecoder().decode(body.replaceAll("\\s", ""));
            return der.length == 0 ? Optional.empty() : Optional.of(der);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Read ofDer(byte[] der) {
        return asPrivate(der)
                .or(() -> asPrivate(Der.pkcs8(der)))
                .or(() -> asPublic(der))
                .or(() -> asPublic(Der.publicKeyInfo(der)))
                .orElseGet(() -> isOtherKey(der) ? new Read.NotRsa() : new Read.Unreadable());
    }

    private static Optional<Read> asPrivate(byte[] pkcs8) {
        try {
            if (!(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
                    instanceof RSAPrivateCrtKey key)) return Optional.empty();
            int bits = key.getModulus().bitLength();
            return Optional.of(bits < BITS_MIN ? new Read.TooShort(bits) : new Read.Private(key));
        } catch (GeneralSecurityException notOfThisForm) {
            return Optional.empty();
        }
    }

    private static Optional<Read> asPublic(byte[] x509) {
        try {
            if (!(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(x509))
                    instanceof RSAPublicKey key)) return Optional.empty();
            int bits = key.getModulus().bitLength();
            return Optional.of(bits < BITS_MIN ? new Read.TooShort(bits) : new Read.Public(key));
        } catch (GeneralSecurityException notOfThisForm) {
            return Optional.empty();
        }
    }

    private static boolean isOtherKey(byte[] der) {
        for (String algorithm : new String[] {"EC", "Ed25519", "DSA"}) {
            try {
                KeyFactory.getInstance(algorithm.toUpperCase(Locale.ROOT).equals("ED25519") ? "Ed25519" : algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(der));
                return true;
            } catch (GeneralSecurityException notThisOne) {
                // The next algorithm is tried.
            }
        }
        return false;
    }
}
