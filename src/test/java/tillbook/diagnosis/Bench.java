package tillbook.diagnosis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import tillbook.diagnosis.cause.RankedCause;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.Probes.Link;
import tillbook.diagnosis.check.Probes.ProviderProbe;
import tillbook.diagnosis.check.Probes.Route;
import tillbook.payment.alipay.AlipayConfig;
import tillbook.payment.alipay.AlipayProvider;
import tillbook.payment.practice.PracticeShop;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.engine.Patience;
import tillbook.printing.engine.Printer;
import tillbook.printing.port.TcpPort;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PracticePrinterServer;

/**
 * A register that is well, of real parts: a provider on its wire behind a line that can be made bad, a printer on its
 * socket, settings and a disk in a folder. Its clocks stand still: however little of the machine a test gets, no check is
 * late and nothing is slow but what is made to be. One thread uses it.
 */
final class Bench implements AutoCloseable {
    /** Longer than any part here takes, so that what hangs fails and what is merely late does not. */
    private static final Duration PATIENT = PracticeShop.PATIENT;

    /** For an answer that never comes. */
    private static final Duration IN_VAIN = Duration.ofSeconds(1);

    private static final int CONNECT_WITHIN_MS = 30_000;
    private static final Patience PATIENT_PRINTER = new Patience(30_000, 30_000, 30_000, 60_000, 900, 250);

    final Path folder;
    final TestProbes probes;
    final PracticeShop shop = PracticeShop.onRealTime();
    final TcpProxy line;
    final PracticePrinter paper = new PracticePrinter(
            384, Charset.forName("GB18030"), ConfirmationTier.PROCESS_ID, null, InstantSource.system());
    final PracticePrinterServer socket;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Diagnosis diagnosis = new Diagnosis(InstantSource.system(), () -> 0, fault -> {
        throw new AssertionError("a check has a fault", fault);
    });

    Bench(Path folder) throws IOException {
        this.folder = folder;
        this.probes = new TestProbes(folder);
        this.line = opened(new TcpProxy(shop.provider.uri()));
        this.socket = opened(new PracticePrinterServer(paper, 0));
        probes.provider = TestProbes.provider(
                line.uri(), client(line.uri(), PracticeShop.KEYS.provider().getPublic()));
        printer(socket.port());
    }

    <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    AlipayProvider client(URI gateway, PublicKey key) {
        return client(gateway, PATIENT, PATIENT, key, () -> 0);
    }

    AlipayProvider client(URI gateway, Duration connect, Duration answer, PublicKey key, LongSupplier nanoTime) {
        AlipayConfig config = PracticeShop.config(gateway, answer, key);
        AlipayConfig timed = new AlipayConfig(
                gateway,
                config.appId(),
                config.appKey(),
                key,
                config.appAuthToken(),
                connect,
                answer,
                config.tradeTimeoutMinutes());
        return opened(new AlipayProvider(timed, InstantSource.system(), nanoTime));
    }

    /** The line does this to answers, and how long they take is measured, or given up. */
    void lineIs(TcpProxy.Line bad) {
        line.line = bad;
        Duration answer = bad == TcpProxy.Line.SWALLOWS ? IN_VAIN : PATIENT;
        PublicKey key = PracticeShop.KEYS.provider().getPublic();
        probes.provider = TestProbes.provider(line.uri(), client(line.uri(), PATIENT, answer, key, System::nanoTime));
    }

    /** A printer on this port of the machine, as an engine that knows it looks at it. */
    void printer(int port) {
        printer(port, PATIENT_PRINTER);
    }

    /** The same with the patience of a register at work. */
    void printer(int port, Patience patience) {
        TcpPort tcp = new TcpPort("127.0.0.1", port, CONNECT_WITHIN_MS);
        // It takes one host at a time.
        if (probes.printer instanceof TestProbes.RealPrinter before)
            before.printer().close();
        Printer engine = opened(new Printer(
                tcp, ConfirmationTier.PROCESS_ID, patience, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), 1));
        probes.printer = new TestProbes.RealPrinter(engine, tcp.place(), true, Optional.empty());
    }

    /** A provider beyond the shop's router, at an address that the Internet keeps free for documentation. */
    void providerIsFarAway(String host) {
        AlipayProvider client = client(
                URI.create("https://" + host + "/gateway.do"),
                IN_VAIN,
                IN_VAIN,
                PracticeShop.KEYS.provider().getPublic(),
                () -> 0);
        var asked = TestProbes.provider(URI.create("https://" + host + "/gateway.do"), client);
        probes.provider = new TestProbes.TestProvider(host, 443, false, asked::probe);
    }

    /** A provider that stands beyond the shop's router, at the far end of the line. */
    void providerBeyondTheRouter() {
        ProviderProbe near = Objects.requireNonNull(probes.provider);
        probes.provider = new TestProbes.ProviderAt(near, "provider.example", near.host(), false);
    }

    /** Something else than the provider listens at its port, and says this to whoever connects. */
    void encryptedBy(Connected other) throws IOException {
        ServerSocket server = opened(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("other").start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    other.says(socket);
                } catch (IOException e) {
                    // Whoever connected is gone, or the test is over.
                }
            }
        });
        URI gateway = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/gateway.do");
        AlipayProvider client = client(gateway, PracticeShop.KEYS.provider().getPublic());
        probes.provider = new TestProbes.ProviderAt(
                TestProbes.provider(gateway, client), gateway.getHost(), gateway.getHost(), true);
    }

    /** What listens in the provider's place. */
    interface Connected {
        void says(Socket socket) throws IOException;
    }

    void network(Link link, Route route, boolean routerAnswers, List<InetSocketAddress> far) {
        probes.network = new TestProbes.TestNetwork(List.of(link), route, routerAnswers, far);
    }

    static Link goodLink() {
        return new Link("eth0", true, true, "192.168.1.20");
    }

    static Route goodRoute() {
        return new Route.Via(InetAddress.getLoopbackAddress());
    }

    /** Somebody far away who takes connections. */
    InetSocketAddress farListener() throws IOException {
        ServerSocket server = opened(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    }

    /** Nobody: the port was free a moment ago. */
    static InetSocketAddress farNobody() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
        }
    }

    Report run(Symptom symptom) throws InterruptedException {
        return diagnosis.run(symptom, probes, new Listener() {});
    }

    /** The codes that are named, most likely first. */
    static List<String> codes(Report report) {
        return report.ranking().named().stream()
                .map(RankedCause::cause)
                .map(cause -> cause.code())
                .toList();
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new AssertionError("not closed", e);
            }
        }
        shop.close();
    }
}
