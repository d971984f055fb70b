package tillbook.desktop.rig;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.rig.PracticeLine.Fault;
import tillbook.diagnosis.check.Probes.Link;
import tillbook.diagnosis.check.Probes.NetworkProbe;
import tillbook.diagnosis.check.Probes.Route;

/**
 * A shop's network as a practice line stands in it: one cable, one router, three far hosts. Its addresses are those that
 * are kept free for documentation, and no packet leaves the machine. Immutable, safe from any thread.
 *
 * @param fault of the line, as it is when asked
 * @param farHosts shut by the line itself while nobody beyond the shop answers
 */
record PracticeNetwork(Supplier<@Nullable Fault> fault, List<InetSocketAddress> farHosts) implements NetworkProbe {
    private static final String CABLE = "practice0";
    private static final String ADDRESS = "192.0.2.20";
    /** What a machine gives itself where nobody else does. */
    private static final String MAKESHIFT = "169.254.7.7";

    private static final byte[] ROUTER = {(byte) 192, 0, 2, 1};

    @Override
    public List<Link> links() {
        Fault now = fault.get();
        if (now == Fault.NO_LINK) return List.of(new Link(CABLE, false, false, ""));
        return List.of(
                now == Fault.NO_ADDRESS
                        ? new Link(CABLE, true, false, MAKESHIFT)
                        : new Link(CABLE, true, true, ADDRESS));
    }

    @Override
    public Route route() {
        return hasRouter() ? new Route.Via(router()) : new Route.None();
    }

    private static InetAddress router() {
        try {
            return InetAddress.getByAddress(ROUTER);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 bytes", e);
        }
    }

    private boolean hasRouter() {
        Fault now = fault.get();
        return now != Fault.NO_LINK && now != Fault.NO_ADDRESS;
    }

    @Override
    public boolean answers(InetAddress host, int withinMs) {
        return hasRouter();
    }
}
