package tillbook.payment.alipay;

import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;

/**
 * What a register must know to trade through Alipay. Its text form names no key and no token.
 *
 * @param gateway {@code https://openapi.alipay.com/gateway.do}; plain http only on this machine's loopback
 * @param appId 应用号, 1–32 characters
 * @param appKey our private key, RSA of 2048 bits
 * @param alipayPublicKey Alipay's key for this app, not our own public key
 * @param appAuthToken set where a service provider trades for the shop
 * @param connectTimeout until a connection stands, TLS included
 * @param answerTimeout from there until the last byte of the answer
 * @param tradeTimeoutMinutes after which Alipay closes an unpaid trade, 1–5: later money than that would come when the
 *     register no longer watches
 */
public record AlipayConfig(
        URI gateway,
        String appId,
        PrivateKey appKey,
        PublicKey alipayPublicKey,
        Optional<String> appAuthToken,
        Duration connectTimeout,
        Duration answerTimeout,
        int tradeTimeoutMinutes) {
    /** The live gateway. */
    public static final URI LIVE = URI.create("https://openapi.alipay.com/gateway.do");

    private static final int TRADE_TIMEOUT_MINUTES_MAX = 5;

    public AlipayConfig {
        require(isSafe(gateway), "the gateway must be an https address: " + gateway);
        require(appId.matches("[0-9A-Za-z]{1,32}"), "the app id has 1 to 32 letters or digits");
        require(
                appKey.getAlgorithm().equals("RSA")
                        && alipayPublicKey.getAlgorithm().equals("RSA"),
                "both keys must be RSA keys");
        require(connectTimeout.isPositive() && answerTimeout.isPositive(), "time-outs must be longer than nothing");
        require(
                tradeTimeoutMinutes >= 1 && tradeTimeoutMinutes <= TRADE_TIMEOUT_MINUTES_MAX,
                "a trade's time-out lies between 1 and 5 minutes, not at " + tradeTimeoutMinutes);
    }

    @Override
    public String toString() {
        return "AlipayConfig[gateway=" + gateway + ", appId=" + appId + "]";
    }

    private static boolean isSafe(URI gateway) {
        String host = gateway.getHost();
        if (host == null || gateway.getRawQuery() != null || gateway.getUserInfo() != null) return false;
        return "https".equals(gateway.getScheme())
                || ("http".equals(gateway.getScheme()) && host.matches("localhost|127\\.[0-9.]+|\\[::1\\]"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalArgumentException(otherwise);
    }
}
