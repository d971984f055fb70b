package tillbook.desktop.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.Reader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import tillbook.catalog.Catalog;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.till.SaleRecords;
import tillbook.journal.Json;
import tillbook.money.Money;
import tillbook.payment.PaymentProvider;
import tillbook.payment.Provider;
import tillbook.receipt.Merchant;
import tillbook.receipt.Receipts;
import tillbook.register.PaymentRules;
import tillbook.register.PrintRules;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.Shop;
import tillbook.register.Times;
import tillbook.scan.ScaleRule;
import tillbook.scan.ScanReader;
import tools.jackson.databind.JsonNode;

/** A terminal on a real register thread, with a journal in memory and a provider that follows a script. */
final class TestTerminal {
    static final String MILK = "1001";
    static final String APPLES = "20015";
    static final String PIANO = "1003";
    static final String GONE = "1004";
    static final String FREE = "1005";
    /** Forms of payment codes; they belong to nobody. */
    static final String ALIPAY_CODE = "287634438256643947";

    static final String SECOND_CODE = "287634438256640001";
    static final String WECHAT_CODE = "134567890123456789";

    static final Instant NOW = Instant.parse("2026-03-02T06:03:22Z");
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Every payment code of these tests has 18 digits; trade numbers have 28, labels of the scale are asked about. */
    private static final Pattern LIKE_A_PAYMENT_CODE = Pattern.compile("(?<!\\d)(28|13)\\d{16}(?!\\d)");

    final MemoryJournal journal = new MemoryJournal();
    final ScriptedProvider provider = new ScriptedProvider();
    final List<String> out = new CopyOnWriteArrayList<>();
    final List<Throwable> faults = new CopyOnWriteArrayList<>();

    private PaymentProvider wire = provider;
    private RegisterState start = RegisterState.NEW;
    private Instant now = NOW;
    private Locale language = Locale.ENGLISH;
    private boolean json;
    private long closeWithinMs = 60_000;
    private PaymentRules rules = QUICK;
    private Consumer<String> onLine = _ -> {};
    private RegisterState end = RegisterState.NEW;
    private List<String> scans = List.of();

    /** Waits so short that no test waits for them, and a deadline so long that none runs into it. */
    static final PaymentRules QUICK =
            new PaymentRules(1, 600_000, 60_000, 0, List.of(1L), 1, 600_000, 1_200_000, 600_000, 2, 180_000, 600_000);

    /** The customer has no time at all: the first question after the payment cancels. */
    static final PaymentRules IMPATIENT =
            new PaymentRules(1, 0, 60_000, 0, List.of(1L), 1, 600_000, 1_200_000, 600_000, 2, 180_000, 600_000);

    TestTerminal chinese() {
        language = Locale.SIMPLIFIED_CHINESE;
        return this;
    }

    TestTerminal json() {
        json = true;
        return this;
    }

    TestTerminal closesAtOnce() {
        closeWithinMs = 0;
        return this;
    }

    TestTerminal rules(PaymentRules changed) {
        rules = changed;
        return this;
    }

    TestTerminal over(PaymentProvider other) {
        wire = other;
        return this;
    }

    TestTerminal at(Instant when) {
        now = when;
        return this;
    }

    TestTerminal from(RegisterState state) {
        start = state;
        return this;
    }

    /** What the register's own scanner has read when the terminal begins. */
    TestTerminal scanned(String... codes) {
        scans = List.of(codes);
        return this;
    }

    /** Called for each line that is said, on the face's thread. */
    TestTerminal onLine(Consumer<String> listener) {
        onLine = listener;
        return this;
    }

    int types(String... lines) {
        return reads(new StringReader(String.join("\n", lines) + "\n"));
    }

    int reads(Reader in) {
        LongSupplier monotonic = () -> System.nanoTime() / 1_000_000;
        Clock clock = Clock.fixed(now, SHANGHAI);
        Shop shop = shop();
        Inbox inbox = new Inbox(start);
        scans.forEach(inbox::scanned);
        try (Catalog catalog = goods()) {
            RegisterThread.Parts parts = new RegisterThread.Parts(
                    shop,
                    start,
                    journal,
                    new Times(clock, monotonic),
                    suffixes(),
                    Map.of(Provider.ALIPAY, wire),
                    _ -> {},
                    inbox,
                    this::fault);
            try (RegisterThread register = RegisterThread.start(parts, "K7")) {
                TerminalFace.Helpers helpers = new TerminalFace.Helpers(
                        inbox,
                        shop,
                        new ScanDesk(
                                new ScanReader(List.of(ScaleRule.PRACTICE, new ScaleRule("26IIIIIWWWWWPPPPPC"))),
                                catalog,
                                Money.parseYuan("500"),
                                language,
                                monotonic),
                        new Receipts(new Merchant("明账便利店", "人民路店"), false),
                        SaleRecords.NONE,
                        _ -> Optional.empty(),
                        new BufferedReader(in),
                        this::said,
                        json,
                        language,
                        clock,
                        monotonic,
                        closeWithinMs,
                        java.util.Optional.empty(),
                        this::fault);
                int exit = new TerminalFace(register, catalog, helpers).run();
                end = register.state();
                return exit;
            }
        } finally {
            noSecretWasShown();
        }
    }

    private void said(String line) {
        out.add(line);
        onLine.accept(line);
    }

    private String fault(Throwable fault) {
        faults.add(fault);
        return "F" + faults.size();
    }

    private static java.util.function.Supplier<String> suffixes() {
        AtomicInteger next = new AtomicInteger(100_000);
        return () -> Integer.toString(next.incrementAndGet());
    }

    private Shop shop() {
        return new Shop(
                1,
                "A01",
                "明账便利店",
                Money.parseYuan("0.10"),
                Money.parseYuan("3000"),
                SHANGHAI,
                LocalTime.of(4, 0),
                false,
                "0.1.0",
                "here",
                PrintRules.OFF,
                Map.of(Provider.ALIPAY, rules),
                Map.of(Provider.ALIPAY, "app"));
    }

    private static Catalog goods() {
        Catalog catalog = Catalog.inMemory();
        catalog.put(new Good(MILK, "纯牛奶", "Milk", Money.parseYuan("5.50"), "件", false, 1300, "", true));
        catalog.put(new Good(APPLES, "红富士苹果", "Apples", Money.parseYuan("12.80"), "kg", true, 900, "", true));
        catalog.put(new Good(PIANO, "钢琴", "Piano", Money.parseYuan("800"), "架", false, 0, "", true));
        catalog.put(new Good(GONE, "停售货", "Gone", Money.parseYuan("1"), "件", false, 0, "", false));
        catalog.put(new Good(FREE, "赠品", "Gift", Money.ZERO, "件", false, 0, "", true));
        return catalog;
    }

    private void noSecretWasShown() {
        for (String line : out)
            assertFalse(LIKE_A_PAYMENT_CODE.matcher(line).find(), () -> "a payment code was shown: " + line);
        assertFalse(LIKE_A_PAYMENT_CODE.matcher(journal.text()).find(), "a payment code is in the journal");
    }

    /** The register's state when the terminal had ended. */
    RegisterState end() {
        return end;
    }

    String said() {
        return String.join("\n", out);
    }

    /** Everything said, as JSON; fails if a line is no object with a type and a text. */
    List<JsonNode> objects() {
        List<JsonNode> all = new ArrayList<>();
        for (String line : out) {
            JsonNode object = Json.mapper().readTree(line);
            assertFalse(object.path("type").asString().isEmpty(), line);
            assertFalse(object.path("text").asString().isEmpty(), line);
            all.add(object);
        }
        return all;
    }

    List<String> typesSaid() {
        return objects().stream().map(object -> object.path("type").asString()).toList();
    }

    JsonNode only(String type) {
        List<JsonNode> found = objects().stream()
                .filter(object -> object.path("type").asString().equals(type))
                .toList();
        assertEquals(1, found.size(), () -> type + " in:\n" + said());
        return found.getFirst();
    }

    void hadNoFault() {
        assertEquals(List.of(), faults);
    }
}
