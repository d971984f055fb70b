package tillbook.settings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;

/** One of the merchant's key pairs, out of the vault. Prints as its fingerprint. Immutable, safe from any thread. */
public final class KeyEntry {
    private final PrivateKey privateKey;
    private final RSAPublicKey publicKey;

    KeyEntry(PrivateKey privateKey, RSAPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** For signing what goes to the provider, and for nothing else. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** The other half, no secret. */
    public RSAPublicKey publicKey() {
        return publicKey;
    }

    /** What the open platform wants as 应用公钥: base64 on one line, without a header. */
    public String publicKeyText() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** SHA-256 of the public half, 64 hexadecimal digits: names the key without telling it. */
    public String fingerprint() {
        return fingerprint(publicKey);
    }

    static String fingerprint(RSAPublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256: install Tillbook with its own runtime", e);
        }
    }

    @Override
    public String toString() {
        return "KeyEntry[" + fingerprint().substring(0, 16) + "…]";
    }
}
