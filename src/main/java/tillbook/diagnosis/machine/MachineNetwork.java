package tillbook.diagnosis.machine;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tillbook.diagnosis.check.Probes.Link;
import tillbook.diagnosis.check.Probes.NetworkProbe;
import tillbook.diagnosis.check.Probes.Route;

/**
 * The network of this machine. Immutable, safe from any thread.
 *
 * @param farHosts of different owners; asked for a connection, told nothing
 * @param routes where Linux tells its routes
 * @param interfaces where Linux tells its interfaces, also those without an address, which Java does not list
 */
public record MachineNetwork(List<InetSocketAddress> farHosts, Path routes, Path interfaces) implements NetworkProbe {
    private static final Path LINUX_ROUTES = Path.of("/proc/net");
    private static final Path LINUX_INTERFACES = Path.of("/sys/class/net");
    private static final String LOOPBACK = "lo";

    /** Networks inside this machine say nothing of the cable. */
    private static final Pattern WITHIN = Pattern.compile("(docker|br-|veth|virbr|vmnet|vboxnet).*");

    private static final int INTERFACES_MAX = 64;
    private static final int DNS_PORT = 53;

    public MachineNetwork {
        farHosts = List.copyOf(farHosts);
    }

    /** With the public name servers of three owners in China as far hosts: they answer everybody, and are always there. */
    public static MachineNetwork usual() {
        return new MachineNetwork(
                List.of(dns("223.5.5.5"), dns("119.29.29.29"), dns("114.114.114.114")), LINUX_ROUTES, LINUX_INTERFACES);
    }

    private static InetSocketAddress dns(String address) {
        return new InetSocketAddress(address, DNS_PORT);
    }

    @Override
    public List<Link> links() throws IOException {
        return Files.isDirectory(interfaces) ? linksOfLinux() : linksOfJava();
    }

    private List<Link> linksOfLinux() throws IOException {
        try (Stream<Path> all = Files.list(interfaces)) {
            return all.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .filter(name ->
                            !name.equals(LOOPBACK) && !WITHIN.matcher(name).matches())
                    .sorted()
                    .limit(INTERFACES_MAX)
                    .map(this::linkOfLinux)
                    .toList();
        }
    }

    private Link linkOfLinux(String name) {
        return link(name, hasCarrier(interfaces.resolve(name).resolve("carrier")), addresses(name));
    }

    /** The file cannot be read while the interface is switched off. */
    private static boolean hasCarrier(Path file) {
        try {
            return Files.readString(file).strip().equals("1");
        } catch (IOException e) {
            return false;
        }
    }

    /** Java does not know an interface that has none. */
    private static List<InetAddress> addresses(String name) {
        try {
            NetworkInterface known = NetworkInterface.getByName(name);
            return known == null ? List.of() : known.inetAddresses().toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    /** Java's "up" is the system's "running": switched on, and with a carrier. */
    private static List<Link> linksOfJava() throws SocketException {
        Enumeration<NetworkInterface> all = NetworkInterface.getNetworkInterfaces();
        List<Link> links = new ArrayList<>();
        while (all.hasMoreElements() && links.size() < INTERFACES_MAX) {
            NetworkInterface each = all.nextElement();
            boolean meant =
                    !each.isLoopback() && !WITHIN.matcher(each.getName()).matches();
            if (meant)
                links.add(link(each.getName(), each.isUp(), each.inetAddresses().toList()));
        }
        return links;
    }

    private static Link link(String name, boolean up, List<InetAddress> addresses) {
        Optional<InetAddress> usable = addresses.stream()
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .findFirst();
        String shown = usable.or(() -> addresses.stream().findFirst())
                .map(MachineNetwork::shown)
                .orElse("");
        return new Link(name, up, usable.isPresent(), shown);
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
