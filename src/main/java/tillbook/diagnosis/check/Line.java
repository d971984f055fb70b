package tillbook.diagnosis.check;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import tillbook.diagnosis.check.Probes.ProviderProbe;

/** Whether a line to the world is needed at all, and where it has to lead. Immutable, safe from any thread. */
record Line(Optional<ProviderProbe> provider) {
    /** A provider on this machine, as in practice, needs no network; a shop without scan-pay neither. */
    boolean isNeeded() {
        return provider.isPresent() && !isLocal();
    }

    /** By its written name only: a wrong name server must not decide what is this machine. */
    boolean isLocal() {
        return provider.map(ProviderProbe::host)
                .map(host -> host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.[0-9.]+"))
                .orElse(false);
    }

    String host() {
        return provider.map(ProviderProbe::host).orElse("");
    }

    int port() {
        return provider.map(ProviderProbe::port).orElse(0);
    }

    /** Resolves the name anew. */
    InetSocketAddress address() throws UnknownHostException {
        if (provider.isEmpty()) throw new UnknownHostException(host());
        return provider.get().address();
    }
}
