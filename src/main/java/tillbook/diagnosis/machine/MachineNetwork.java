package tillbook.diagnosis.machine;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tillbook.diagnosis.check.Probes.Link;
import tillbook.diagnosis.check.Probes.NetworkProbe;
import tillbook.diagnosis.check.Probes.Route;

/**
 * The network of this machine. Immutable, safe from any thread.
 *
 * @param farHosts of different owners; asked for a connection, told nothing
 * @param routes where Linux tells its routes
 */
public record MachineNetwork(List<InetSocketAddress> farHosts, Path routes) implements NetworkProbe {
    private static final Path LINUX_ROUTES = Path.of("/proc/net");

    /** Networks inside this machine say nothing of the cable. */
    private static final Pattern WITHIN = Pattern.compile("(docker|br-|veth|virbr|vmnet|vboxnet).*");

    private static final int INTERFACES_MAX = 64;
    private static final int DNS_PORT = 53;

    public MachineNetwork {
        farHosts = List.copyOf(farHosts);
    }

    /** With the public name servers of three owners in China as far hosts: they answer everybody, and are always there. */
    public static MachineNetwork usual() {
        return new MachineNetwork(List.of(dns("223.5.5.5"), dns("119.29.29.29"), dns("114.114.114.114")), LINUX_ROUTES);
    }

    private static InetSocketAddress dns(String address) {
        return new InetSocketAddress(address, DNS_PORT);
    }

    @Override
    public List<Link> links() throws IOException {
        Enumeration<NetworkInterface> all = NetworkInterface.getNetworkInterfaces();
        List<Link> links = new ArrayList<>();
        while (all != null && all.hasMoreElements() && links.size() < INTERFACES_MAX) {
            NetworkInterface each = all.nextElement();
            if (!each.isLoopback() && !WITHIN.matcher(each.getName()).matches()) links.add(link(each));
        }
        return links;
    }

    /** Java's "up" is the system's "running": switched on, and with a carrier. */
    private static Link link(NetworkInterface each) throws SocketException {
        List<InetAddress> addresses = each.inetAddresses().toList();
        Optional<InetAddress> usable = addresses.stream()
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .findFirst();
        String shown = usable.or(() -> addresses.stream().findFirst())
                .map(MachineNetwork::shown)
                .orElse("");
        return new Link(each.getName(), each.isUp(), usable.isPresent(), shown);
    }

    /** Without the interface's name that IPv6 puts behind its addresses. */
    private static String shown(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? text.replaceAll("%.*", "") : text;
    }

    @Override
    public Route route() {
        return LinuxRoutes.in(routes);
    }

    @Override
    public boolean answers(InetAddress host, int withinMs) {
        try {
            return host.isReachable(withinMs);
        } catch (IOException e) {
            return false;
        }
    }
}
