package tillbook.desktop.till;

import java.net.URI;
import java.util.function.Supplier;
import tillbook.diagnosis.check.Probes.ProviderProbe;
import tillbook.payment.ProbeAnswer;

/**
 * The provider's gateway as a diagnosis asks it. Immutable, safe from any thread.
 *
 * @param asked asks for a number of nobody, with a new one each time
 */
public record GatewayProbe(URI gateway, Supplier<ProbeAnswer> asked) implements ProviderProbe {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    @Override
    public String host() {
        return gateway.getHost();
    }

    @Override
    public int port() {
        if (gateway.getPort() > 0) return gateway.getPort();
        return tls() ? HTTPS : HTTP;
    }

    @Override
    public boolean tls() {
        return "https".equalsIgnoreCase(gateway.getScheme());
    }

    @Override
    public ProbeAnswer probe() {
        return asked.get();
    }
}
