package tillbook.payment.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** RSA2, Alipay's name for SHA256withRSA over UTF-8 text, written in base64. Stateless, safe from any thread. */
public final class Rsa2 {
    private static final String ALGORITHM = "SHA256withRSA";

    private Rsa2() {}

    /**
     * The text that a request's signature covers: every parameter that is not empty, but {@code sign} itself, sorted by
     * name and joined as {@code k=v&k=v} without any URL encoding.
     */
    public static String content(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(each -> !each.getKey().equals("sign")
                                && !each.getValue().isEmpty())
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&"));
    }

    /**
     * Signs a text.
     *
     * @throws IllegalArgumentException if the key is not an RSA key; the text says nothing about the key itself
     */
    public static String sign(String content, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this private key cannot sign by RSA2; take an RSA key of 2048 bits", e);
        }
    }

    /** Whether the signature is one of exactly this text. What is not base64 is no signature. */
    public static boolean fits(String content, String base64, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(content.getBytes(UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this public key cannot check RSA2; take an RSA key of 2048 bits", e);
        }
    }
}
