package tillbook.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.Check;
import tillbook.diagnosis.check.Subject;
import tillbook.diagnosis.machine.MachineNetwork;
import tillbook.payment.alipay.AlipayProvider;
import tillbook.payment.practice.PracticeShop;

/**
 * A machine whose line is dead, made of a process in a network of its own: its cable is in, it has an address and a
 * router, and every packet that leaves it is lost, those to its name server too. Nothing answers and nothing refuses, so
 * that each check takes all the time it gives itself. Stateless.
 */
public final class DeadLine {
    private static final String GATEWAY = "https://openapi.alipay.com/gateway.do";

    /** The router is in the table of neighbours, so that nobody notices that it is not there. */
    private static final String DEAD = "mount -t sysfs sysfs /sys; ip link set lo up;"
            + " ip link add eth0 type veth peer name peer; ip link set eth0 up; ip link set peer up;"
            + " ip addr add 10.9.0.2/24 dev eth0; ip route add default via 10.9.0.1;"
            + " ip neigh add 10.9.0.1 lladdr 02:00:00:00:00:01 dev eth0";

    private DeadLine() {}

    /**
     * What all checks came to.
     *
     * @param tookMs the whole run
     * @param longestMs the longest time that one of them gives itself
     * @param measured what was measured, by its word
     */
    public record Examined(long tookMs, long longestMs, Map<Subject, String> measured) {}

    /**
     * Runs every check there.
     *
     * @param folder to write in
     * @return empty where no such network can be made: it takes Linux and root
     * @throws IOException if it was made and the checks did not end
     */
    public static Optional<Examined> examine(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path names = Files.writeString(folder.resolve("resolv.conf"), "nameserver 10.9.0.1\n");
        String alone = DEAD + "; mount --bind '" + names.toAbsolutePath() + "' /etc/resolv.conf";
        try {
            if (run(alone).exit() != 0) return Optional.empty();
        } catch (IOException noUnshare) {
            return Optional.empty();
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        Ended ended =
                run(alone + "; exec " + java + " -cp '" + classes + "' " + DeadLine.class.getName() + " " + folder);
        if (ended.exit() != 0) throw new IOException(ended.said());
        List<String> lines = ended.said().lines().toList();
        return Optional.of(new Examined(
                Long.parseLong(lines.getLast()),
                Long.parseLong(lines.get(lines.size() - 2)),
                lines.stream()
                        .filter(line -> line.startsWith("check "))
                        .map(line -> line.split(" ", -1))
                        .collect(Collectors.toMap(words -> Subject.valueOf(words[1]), words -> words[2]))));
    }

    private record Ended(int exit, String said) {}

    private static Ended run(String command) throws IOException {
        Process process = new ProcessBuilder("unshare", "-m", "-n", "sh", "-ec", command)
                .redirectErrorStream(true)
                .start();
        String said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .lines()
                .collect(Collectors.joining("\n"));
        return new Ended(process.onExit().join().exitValue(), said);
    }

    /** What that machine runs: the diagnosis over the real network, its provider far away. */
    public static void main(String[] args) throws Exception {
        TestProbes probes = new TestProbes(Path.of(args[0]));
        probes.network = MachineNetwork.usual();
        URI gateway = URI.create(GATEWAY);
        try (AlipayProvider client = new AlipayProvider(
                PracticeShop.config(
                        gateway,
                        Duration.ofSeconds(5),
                        PracticeShop.KEYS.provider().getPublic()),
                InstantSource.system(),
                System::nanoTime)) {
            var asked = TestProbes.provider(gateway, client);
            probes.provider = new TestProbes.TestProvider(gateway.getHost(), 443, true, asked::probe);
            AtomicLong longestMs = new AtomicLong();
            Report report = new Diagnosis(
                            InstantSource.system(),
                            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                            String::valueOf)
                    .run(Symptom.NOTHING_SHOWS, probes, new Listener() {
                        @Override
                        public void begun(Check check) {
                            longestMs.accumulateAndGet(check.deadlineMs(), Math::max);
                        }
                    });
            report.answers().forEach(each -> System.out.println("check " + each.subject() + " " + each.measured()));
            System.out.println(longestMs);
            System.out.println(report.tookMs());
        }
        // A question to a name server that is not there outlives everybody.
        System.exit(0);
    }
}
