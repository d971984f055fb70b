package tillbook.diagnosis.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tillbook.diagnosis.check.Probes.Route;

/**
 * Reads the default route as Linux tells it: {@code route} for IPv4, its addresses in the machine's byte order, and
 * {@code ipv6_route}. Stateless.
 */
final class LinuxRoutes {
    private static final int LINES_MAX = 10_000;
    private static final int FLAG_UP = 1;
    private static final String NOWHERE_6 = "0".repeat(32);

    private LinuxRoutes() {}

    /** The default route; unknown where the system has no such files. */
    static Route in(Path folder) {
        Path four = folder.resolve("route");
        if (!Files.isReadable(four)) return new Route.Unknown();
        return lines(four).stream()
                .flatMap(line -> ofFour(line).stream())
                .findFirst()
                .or(() -> lines(folder.resolve("ipv6_route")).stream()
                        .flatMap(line -> ofSix(line).stream())
                        .findFirst())
                .orElseGet(Route.None::new);
    }

    private static List<String> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.limit(LINES_MAX).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** {@code eth0 00000000 0101A8C0 0003 …}: interface, destination, gateway, flags. */
    private static Optional<Route> ofFour(String line) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length < 4 || !fields[1].equals("00000000")) return Optional.empty();
        if ((Integer.parseInt(fields[3], 16) & FLAG_UP) == 0) return Optional.empty();
        byte[] reversed = HexFormat.of().parseHex(fields[2]);
        byte[] address = new byte[reversed.length];
        for (int i = 0; i < address.length; i++) address[i] = reversed[reversed.length - 1 - i];
        return fields[2].equals("00000000") ? Optional.of(new Route.Direct(fields[0])) : via(address);
    }

    /** Destination, its length, source, its length, next hop, metric, use, references, flags, interface. */
    private static Optional<Route> ofSix(String line) {
        String[] fields = line.strip().split("\\s+", -1);
        boolean isDefault = fields.length >= 10 && fields[0].equals(NOWHERE_6) && fields[1].equals("00");
        if (!isDefault || fields[9].equals("lo")) return Optional.empty();
        return fields[4].equals(NOWHERE_6)
                ? Optional.of(new Route.Direct(fields[9]))
                : via(HexFormat.of().parseHex(fields[4]));
    }

    private static Optional<Route> via(byte[] address) {
        try {
            return Optional.of(new Route.Via(InetAddress.getByAddress(address)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
