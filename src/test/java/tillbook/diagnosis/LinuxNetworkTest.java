package tillbook.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.Probes.Route;
import tillbook.diagnosis.machine.MachineNetwork;
import tillbook.payment.alipay.AlipayProvider;
import tillbook.payment.practice.PracticeShop;

/** The network as Linux tells it, also that of a machine whose cable is out: a process in a network of its own. */
class LinuxNetworkTest {
    private static final String HEAD = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n";

    @TempDir
    private Path folder;

    @Test
    void theDefaultRouteIsReadAsTheKernelWritesIt() throws IOException {
        assertEquals(
                new Route.Via(InetAddress.getByName("192.168.1.1")),
                routes(HEAD + "eth0\t0001A8C0\t00000000\t0001\neth0\t00000000\t0101A8C0\t0003\n", ""));
        assertEquals(new Route.Direct("ppp0"), routes(HEAD + "ppp0\t00000000\t00000000\t0001\n", ""));
        assertEquals(new Route.None(), routes(HEAD + "eth0\t0001A8C0\t00000000\t0001\n", ""));
        String six = "0".repeat(32) + " 00 " + "0".repeat(32) + " 00 ";
        assertEquals(
                new Route.Via(InetAddress.getByName("fe80::1")),
                routes(HEAD, six + "fe800000000000000000000000000001 00000400 00000000 00000000 00000003 eth0\n"));
        assertEquals(
                new Route.None(), routes(HEAD, six + "0".repeat(32) + " ffffffff 00000001 00000000 00200200 lo\n"));
    }

    @Test
    void aSystemWithoutSuchFilesIsUnknown() {
        assertInstanceOf(Route.Unknown.class, new MachineNetwork(List.of(), folder, folder).route());
    }

    /** As root only: the kernel's own interfaces, addresses and routes in a network that has nothing else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NET-LINK|true",
                "NET-LINK|ip link add eth0 type veth peer name peer",
                "NET-ADDR|ip link add eth0 type veth peer name peer; ip link set eth0 up; ip link set peer up",
                "NET-ADDR|ip link add eth0 type veth peer name peer; ip link set eth0 up; ip link set peer up;"
                        + " ip addr add 10.9.0.2/24 dev eth0; ip addr add 10.8.0.1/24 dev peer",
            })
    void aMachineOfItsOwnNamesWhatItLacks(String code, String setUp) throws IOException {
        assumeTrue(Fault.isRoot(), "only root can make a network of its own: this was not made to happen");
        // The system's files tell of the network in which they were mounted.
        String alone = "mount -t sysfs sysfs /sys; " + setUp;
        assumeTrue(
                exit("unshare", "-m", "-n", "sh", "-ec", alone) == 0, "not allowed here, so it was not made to happen");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        String command =
                alone + "; exec " + java + " -cp '" + classes + "' " + LinuxNetworkTest.class.getName() + " " + folder;
        Process process = new ProcessBuilder("unshare", "-m", "-n", "sh", "-ec", command)
                .redirectErrorStream(true)
                .start();
        String said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .lines()
                .collect(Collectors.joining("\n"));
        assertEquals("[" + code + "]", said.lines().reduce("", (before, last) -> last), said);
    }

    /** What that machine runs: the diagnosis over the real network probe, its provider far away. */
    public static void main(String[] args) throws Exception {
        TestProbes probes = new TestProbes(Path.of(args[0]));
        probes.network = MachineNetwork.usual();
        URI gateway = URI.create("https://203.0.113.7/gateway.do");
        try (AlipayProvider client = new AlipayProvider(
                PracticeShop.config(
                        gateway,
                        Duration.ofSeconds(2),
                        PracticeShop.KEYS.provider().getPublic()),
                InstantSource.system(),
                System::nanoTime)) {
            var asked = TestProbes.provider(gateway, client);
            probes.provider = new TestProbes.TestProvider(gateway.getHost(), 443, true, asked::probe);
            Report report = new Diagnosis(
                            InstantSource.system(),
                            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                            String::valueOf)
                    .run(Symptom.NOTHING_SHOWS, probes, new Listener() {});
            report.answers().forEach(System.out::println);
            System.out.println(Bench.codes(report));
        }
    }

    private Route routes(String four, String six) throws IOException {
        Files.writeString(folder.resolve("route"), four);
        Files.writeString(folder.resolve("ipv6_route"), six);
        return new MachineNetwork(List.of(), folder, folder).route();
    }

    private static int exit(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }
}
