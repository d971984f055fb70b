package tillbook.payment.alipay;

import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final int PORT_MAX = 65_535;
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    public AlipayConfig {
        require(isGateway(gateway), "the gateway must be an https address: " + gateway);
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

    /** Whether messages may go to this address: https, or http to this very machine; the query is for the message itself. */
    public static boolean isGateway(URI address) {
        if (address.getHost() == null || address.getUserInfo() != null) return false;
        if (address.getRawQuery() != null || address.getPort() > PORT_MAX) return false;
        return "https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme()) && isOnThisMachine(address));
    }

    /** By its written name only: asking a name server here would let a foreign one decide what is loopback. */
    public static boolean isOnThisMachine(URI address) {
        return THIS_MACHINE.matcher(address.getHost()).matches();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalArgumentException(otherwise);
    }
}
