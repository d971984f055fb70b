package tillbook.diagnosis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.diagnosis.check.Probes;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.machine.FolderDisk;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.tape.Reading;
import tillbook.payment.ProbeAnswer;
import tillbook.payment.alipay.AlipayProvider;
import tillbook.payment.practice.PracticeShop;
import tillbook.printing.engine.Printer;
import tillbook.printing.engine.PrinterLook;
import tillbook.sale.OrderNumber;
import tillbook.settings.KeyProblem;
import tillbook.settings.Mode;
import tillbook.settings.OwnerLock;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;

/**
 * A register that is well, part by part, each of which a test puts its own in for. The parts are real wherever a real one
 * runs in a test. One thread sets them up before a run reads them.
 */
final class TestProbes implements Probes {
    /** Before each look for a probe that lies on a disk. */
    Runnable begin = () -> {};

    private static final AtomicInteger ORDERS = new AtomicInteger();

    NetworkProbe network = new TestNetwork();

    @Nullable
    ProviderProbe provider;

    TestRegister register = new TestRegister();

    @Nullable
    PrinterProbe printer = new WellPrinter();

    @Nullable
    ScannerProbe scanner = new TestScanner(true, 20, 0, null);

    SettingsProbe settings;
    OwnerProbe owner = Optional::empty;
    DiskProbe disk;

    @Nullable
    JournalProbe journal = new WellJournal();

    TestProbes(Path folder) {
        this.settings = settings(folder.resolve("settings.toml"), Mode.PRACTICE);
        this.disk = new FolderDisk(folder, () -> 0);
    }

    static SettingsProbe settings(Path file, Mode mode) {
        return new TestSettings(() -> new SettingsFile(file, mode).read(), null);
    }

    /** The provider at the end of this way, asked by this client. */
    static ProviderProbe provider(URI gateway, AlipayProvider client) {
        return new TestProvider(gateway.getHost(), gateway.getPort(), false, () -> client.probe(fresh()));
    }

    static ProviderProbe provider(PracticeShop shop) {
        return provider(shop.provider.uri(), shop.alipay);
    }

    private static OrderNumber fresh() {
        return new OrderNumber("T00100%08d99PROBE0".formatted(ORDERS.incrementAndGet()));
    }

    @Override
    public NetworkProbe network() {
        return network;
    }

    @Override
    public Optional<ProviderProbe> provider() {
        begin.run();
        return Optional.ofNullable(provider);
    }

    @Override
    public Optional<RegisterProbe> register() {
        begin.run();
        return Optional.of(register);
    }

    @Override
    public Optional<PrinterProbe> printer() {
        begin.run();
        return Optional.ofNullable(printer);
    }

    @Override
    public Optional<ScannerProbe> scanner() {
        return Optional.ofNullable(scanner);
    }

    @Override
    public SettingsProbe settings() {
        begin.run();
        return settings;
    }

    @Override
    public OwnerProbe owner() {
        return owner;
    }

    @Override
    public DiskProbe disk() {
        begin.run();
        return disk;
    }

    @Override
    public Optional<JournalProbe> journal() {
        begin.run();
        return Optional.ofNullable(journal);
    }

    record TestProvider(String host, int port, boolean tls, Supplier<ProbeAnswer> answer) implements ProviderProbe {
        @Override
        public ProbeAnswer probe() {
            return answer.get();
        }
    }

    /** Another provider under this name, which stands at this address. */
    record ProviderAt(ProviderProbe other, String host, String at, boolean tls) implements ProviderProbe {
        @Override
        public int port() {
            return other.port();
        }

        @Override
        public InetSocketAddress address() throws UnknownHostException {
            return new InetSocketAddress(InetAddress.getByName(at), port());
        }

        @Override
        public ProbeAnswer probe() {
            return other.probe();
        }
    }

    /** A shop's network in which everything answers. */
    record TestNetwork(List<Link> links, Route route, boolean routerAnswers, List<InetSocketAddress> farHosts)
            implements NetworkProbe {
        TestNetwork() {
            this(
                    List.of(new Link("eth0", true, true, "192.168.1.20")),
                    new Route.Via(InetAddress.getLoopbackAddress()),
                    true,
                    List.of());
        }

        @Override
        public boolean answers(InetAddress host, int withinMs) {
            return routerAnswers;
        }
    }

    static final class TestRegister implements RegisterProbe {
        Situation situation = Situation.AT_REST;
        boolean endedUncleanly;

        @Override
        public Situation situation() {
            return situation;
        }

        @Override
        public Optional<Boolean> endedUncleanly() {
            return Optional.of(endedUncleanly);
        }
    }

    record WellPrinter() implements PrinterProbe {
        @Override
        public String place() {
            return "tcp 127.0.0.1:9100";
        }

        @Override
        public boolean automatic() {
            return true;
        }

        @Override
        public PrinterLook look() {
            return new PrinterLook.Here(new tillbook.printing.engine.PrinterStatus(0x12, 0x12, 0x12, 0x12));
        }
    }

    record RealPrinter(Printer printer, String place, boolean automatic, Optional<String> another)
            implements PrinterProbe {
        @Override
        public PrinterLook look() {
            return printer.look();
        }
    }

    record TestScanner(
            boolean attached,
            int recentScans,
            int recentRefused,
            @Nullable String other) implements ScannerProbe {
        @Override
        public Optional<Boolean> present() {
            return Optional.of(attached);
        }

        @Override
        public @Nullable Instant lastScan() {
            return null;
        }

        @Override
        public Optional<String> another() {
            return Optional.ofNullable(other);
        }
    }

    record TestSettings(
            Supplier<SettingsAnswer> file, @Nullable KeyProblem problem) implements SettingsProbe {
        @Override
        public SettingsAnswer read() {
            return file.get();
        }

        @Override
        public Optional<KeyProblem> keys() {
            return Optional.ofNullable(problem);
        }
    }

    record WellJournal() implements JournalProbe {
        @Override
        public Reading tail() {
            return new Reading.Whole(0, tillbook.journal.tape.ChainHash.GENESIS);
        }

        @Override
        public Optional<SearchProblem> copy() {
            return Optional.empty();
        }

        @Override
        public long rebuiltAtStart() {
            return 0;
        }
    }

    /** Named to show in a failure what was asked for. */
    record HeldBy(OwnerLock.Owner who) implements OwnerProbe {
        @Override
        public Optional<OwnerLock.Owner> another() {
            return Optional.of(who);
        }
    }

    record FullDisk(Path folder, long usableBytes) implements DiskProbe {
        @Override
        public long writeMs() throws IOException {
            return 1;
        }
    }

    /** With room, and not quick. */
    record SlowDisk(Path folder, long writeMs) implements DiskProbe {
        @Override
        public long usableBytes() {
            return 1L << 40;
        }
    }
}
