package tillbook.desktop.journal.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.desktop.checkout.screen.Pictures;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.ScreenAudit;
import tillbook.desktop.fx.Theme;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.Stamp;
import tillbook.journal.search.AttemptRow;
import tillbook.journal.search.Means;
import tillbook.journal.search.Page;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SaleState;
import tillbook.journal.search.SaleStory;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.TenderRow;
import tillbook.journal.search.VoucherState;
import tillbook.money.Money;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentCode;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintEvidence;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.register.PaymentRules;
import tillbook.register.PrintRules;
import tillbook.register.RegisterState;
import tillbook.register.Shop;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;
import tillbook.scan.ScanReader;

/** Draws everything the journal can show, in both languages and looks and two sizes, and looks at it strictly. */
class EveryJournalScreenTest {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final double[][] SIZES = {{1024, 768}, {1366, 768}};
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long WALL_MS = 1_795_334_400_000L;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** What a shop can make it hold at most. */
    private static final String LONG_NAME = "某某牌特级初榨冷压橄榄油礼盒装（含赠品两件）Extra Virgin Olive Oil Gift Box 2 × 750 ml";

    private static final ReceiptNumber RECEIPT = Pictures.RECEIPT;
    private static final OrderNumber FIRST = RECEIPT.order(1, "aB3dE6");
    private static final OrderNumber SECOND = RECEIPT.order(2, "Zz09Qq");
    private static final String TRADE = "2026112222001496951457093385";
    private static final Exchange EXCHANGE = new Exchange("10000", null, null, "trace", 812, null);
    private static final Completion COMPLETED = new Completion(PrintJobState.QUEUED, null);

    private static final Shop SHOP = new Shop(
            1,
            "02",
            "tea",
            Money.ofFen(1),
            Money.ofFen(500_000),
            ZONE,
            LocalTime.of(4, 0),
            true,
            "test",
            "here",
            PrintRules.ON,
            Map.of(Provider.ALIPAY, PaymentRules.ALIPAY),
            Map.of());

    /** One moment of the screen, brought about the way a person and the journal would. */
    private record Moment(RegisterState state, BiConsumer<JournalInteractor, JournalModel> comes) {
        static Moment of(BiConsumer<JournalInteractor, JournalModel> comes) {
            return new Moment(RegisterState.NEW, comes);
        }
    }

    private static Map<String, Moment> moments() {
        Map<String, Moment> all = new LinkedHashMap<>();
        all.put("list", Moment.of((screen, _) -> lists(screen, sales(), 200_000, Map.of())));
        all.put("empty", Moment.of((screen, _) -> lists(screen, List.of(), 0, Map.of())));
        all.put("asking", Moment.of((_, _) -> {}));
        all.put("filtered", Moment.of((screen, model) -> {
            screen.filter(StateFilter.OWED);
            screen.days(0);
            model.text.set("橄榄油");
            Map<Page.Filter, Long> hidden = Map.of(Page.Filter.VOUCHER, 1_204L, Page.Filter.DAY, 37L);
            screen.heard(new Found.Listed(
                    screen.query(), new Page(sales().subList(1, 3), 5_000, hidden, DAY.minusDays(30), true), true));
        }));
        all.put("nothing-fits", Moment.of((screen, model) -> {
            model.text.set("9999.99");
            lists(screen, List.of(), 0, Map.of());
        }));
        all.put(
                "lags",
                Moment.of((screen, _) -> screen.heard(
                        new Found.Listed(screen.query(), new Page(sales(), 9, Map.of(), null, false), false))));
        all.put("problem", Moment.of((screen, _) -> screen.heard(new Found.Silent(new SearchProblem.DiskFull()))));
        all.put("on-its-way", Moment.of((screen, _) -> screen.heard(new Found.Silent(null))));
        all.put("payment-code", Moment.of((screen, _) -> {
            lists(screen, sales(), 9, Map.of());
            screen.scanned("280000000000100000");
        }));
        all.put("case-paid", opened(RegisterState.NEW, SaleState.PAID, VoucherState.PRINTED, scanned(), 2));
        all.put(
                "case-doubt",
                opened(
                        Pictures.paper(
                                        Pictures.sending(),
                                        Pictures.moved(PrintJobState.UNKNOWN, PrinterFault.PAPER_OUT))
                                .state(),
                        SaleState.PAID,
                        VoucherState.OWED,
                        doubted(),
                        0));
        all.put("case-owed", opened(Pictures.paper().state(), SaleState.PAID, VoucherState.OWED, cash(), 0));
        Moment owed = all.get("case-owed");
        all.put("case-ending", new Moment(owed.state(), (screen, model) -> {
            owed.comes().accept(screen, model);
            screen.key("F11");
        }));
        all.put(
                "case-checked",
                opened(
                        Pictures.paying(AttemptState.CANCELLING).state(),
                        SaleState.OPEN,
                        VoucherState.NONE,
                        checked(),
                        0));
        all.put("case-known-here", Moment.of((screen, _) -> {
            lists(screen, sales(), 9, Map.of());
            screen.open(RECEIPT);
            screen.heard(new Found.Told(RECEIPT, Optional.empty(), entries(cash()), true, new SearchProblem.Damaged()));
        }));
        all.put("case-unknown-now", Moment.of((screen, _) -> {
            screen.open(RECEIPT);
            screen.heard(new Found.Told(RECEIPT, Optional.empty(), List.of(), true, null));
        }));
        all.put("no-such-sale", Moment.of((screen, _) -> {
            lists(screen, sales(), 9, Map.of());
            screen.open(RECEIPT);
            screen.heard(new Found.Told(RECEIPT, Optional.empty(), List.of(), false, null));
        }));
        return all;
    }

    private static void lists(JournalInteractor screen, List<SaleRow> rows, long total, Map<Page.Filter, Long> hidden) {
        screen.heard(new Found.Listed(screen.query(), new Page(rows, total, hidden, null, false), true));
    }

    private static Moment opened(
            RegisterState state, SaleState is, VoucherState voucher, List<JournalEvent> events, int copies) {
        return new Moment(state, (screen, _) -> {
            lists(screen, sales(), 9, Map.of());
            screen.open(RECEIPT);
            SaleRow sale = sale(RECEIPT, "农家鲜鸡蛋 10 枚", 1_980, is, voucher, PrintJobState.UNKNOWN, copies, 0);
            SaleStory story =
                    new SaleStory(sale, Pictures.sale().lines(), attempts(events), tenders(events), chapters(events));
            screen.heard(new Found.Told(RECEIPT, Optional.of(story), entries(events), false, null));
        });
    }

    // The list.

    private static List<SaleRow> sales() {
        List<SaleRow> all = new ArrayList<>();
        all.add(row(9, "农家鲜鸡蛋 10 枚", 1_280, SaleState.PAID, VoucherState.PRINTED, null, 0, 0));
        all.add(row(8, LONG_NAME, 99_999_999, SaleState.PAID, VoucherState.OWED, PrintJobState.UNKNOWN, 12, 1));
        all.add(row(7, "高钙奶 1L", 1_350, SaleState.PAID, VoucherState.OWED, PrintJobState.QUEUED, 0, 0));
        all.add(row(6, "散装苹果", 2_240, SaleState.OPEN, VoucherState.NONE, null, 0, 1));
        all.add(row(5, "Tea", 1_500, SaleState.OPEN, VoucherState.NONE, null, 0, 0));
        all.add(row(4, LONG_NAME, 750, SaleState.PAID, VoucherState.UNCONFIRMED, null, 0, 0));
        all.add(row(3, "面包", 990, SaleState.RELEASED, VoucherState.NONE, null, 0, 0));
        all.add(row(2, "面包", 990, SaleState.ABANDONED, VoucherState.NONE, null, 0, 0));
        all.add(row(1, "面包", 990, SaleState.PART_PAID, VoucherState.NONE, null, 0, 0));
        return all;
    }

    private static SaleRow row(
            int number,
            String item,
            long fen,
            SaleState state,
            VoucherState voucher,
            @Nullable PrintJobState job,
            int copies,
            int open) {
        return sale(ReceiptNumber.of(999, "ZZ", number + 10), item, fen, state, voucher, job, copies, open);
    }

    private static SaleRow sale(
            ReceiptNumber receipt,
            String item,
            long fen,
            SaleState state,
            VoucherState voucher,
            @Nullable PrintJobState job,
            int copies,
            int open) {
        boolean paid = state == SaleState.PAID;
        return new SaleRow(
                7,
                receipt,
                new SaleRow.Opening(1, DAY, WALL_MS - 60_000, "02", 1, Money.ofFen(fen), 3, item),
                state,
                new SaleRow.MoneySide(paid ? fen : 0, paid ? WALL_MS : null, Set.of(Means.ALIPAY, Means.CASH), open),
                new SaleRow.VoucherSide(voucher, job, null, copies));
    }

    // Lives.

    private static List<JournalEvent> scanned() {
        List<JournalEvent> all = new ArrayList<>();
        Pictures.sale().lines().forEach(line -> all.add(new JournalEvent.LineAdded(1, line)));
        all.add(new JournalEvent.SaleFrozen(Pictures.sale()));
        all.add(created(1, FIRST));
        all.add(new JournalEvent.AttemptSending(FIRST));
        all.add(answered(FIRST, AnswerKind.UNKNOWN, AttemptState.UNKNOWN, UnknownReason.TIMEOUT));
        all.add(answered(FIRST, AnswerKind.CLOSED, AttemptState.CLOSED, null));
        all.add(created(2, SECOND));
        all.add(new JournalEvent.AttemptSending(SECOND));
        all.add(new JournalEvent.ScanPaid(
                RECEIPT,
                1,
                SECOND,
                Provider.ALIPAY,
                Pictures.sale().amount(),
                TRADE,
                Instant.ofEpochMilli(WALL_MS),
                "159****1234",
                null,
                ProviderCall.QUERY,
                EXCHANGE,
                COMPLETED));
        all.add(moved(0, PrintJobState.QUEUED, PrinterFault.PAPER_OUT));
        all.add(sending(0));
        all.add(moved(0, PrintJobState.CONFIRMED, null));
        for (int copy = 1; copy <= 2; copy++) {
            all.add(new JournalEvent.CopyOrdered(RECEIPT, copy, "02"));
            all.add(sending(copy));
            all.add(moved(copy, PrintJobState.CONFIRMED, null));
        }
        return all;
    }

    private static List<JournalEvent> cash() {
        return List.of(
                new JournalEvent.SaleFrozen(Pictures.sale()),
                new CashTaken(RECEIPT, 1, Pictures.sale().amount(), Money.ofFen(5_000), Money.ofFen(3_020), COMPLETED));
    }

    private static List<JournalEvent> doubted() {
        List<JournalEvent> all = new ArrayList<>(cash());
        all.add(sending(0));
        all.add(moved(0, PrintJobState.UNKNOWN, PrinterFault.PAPER_OUT));
        all.add(new JournalEvent.PrintJudged(RECEIPT, 0, false, "02"));
        return all;
    }

    private static List<JournalEvent> checked() {
        return List.of(
                new JournalEvent.SaleFrozen(Pictures.sale()),
                created(1, FIRST),
                new JournalEvent.AttemptSending(FIRST),
                answered(FIRST, AnswerKind.UNKNOWN, AttemptState.UNKNOWN, UnknownReason.BAD_SIGNATURE),
                new JournalEvent.CancelDecided(FIRST, JournalEvent.CancelCause.STOPPED, "02"));
    }

    private static JournalEvent created(int attempt, OrderNumber order) {
        String code = new PaymentCode("280000000000100000").masked();
        return new JournalEvent.AttemptCreated(
                RECEIPT, 1, attempt, order, Provider.ALIPAY, Pictures.sale().amount(), code, null);
    }

    private static JournalEvent answered(
            OrderNumber order, AnswerKind answer, AttemptState state, @Nullable UnknownReason unknown) {
        return new JournalEvent.AttemptAnswered(order, ProviderCall.QUERY, answer, state, unknown, null, EXCHANGE);
    }

    private static JournalEvent sending(int copy) {
        return new JournalEvent.PrintSending(
                RECEIPT, copy, "tcp 10.0.0.9:9100", "0f", 1_742, ConfirmationTier.PROCESS_ID);
    }

    private static JournalEvent moved(int copy, PrintJobState state, @Nullable PrinterFault fault) {
        PrintEvidence evidence = new PrintEvidence(
                "tcp 10.0.0.9:9100", ConfirmationTier.PROCESS_ID, 1_742, 1_742, 903, "16 12 12 12", "");
        return new JournalEvent.PrintMoved(RECEIPT, copy, state, fault, evidence);
    }

    private static List<JournalEntry> entries(List<JournalEvent> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i ->
                        new JournalEntry(i + 1, new Stamp(1, 1, "02", DAY, WALL_MS + i * 1_000L, i), events.get(i)))
                .toList();
    }

    private static List<SaleStory.Chapter> chapters(List<JournalEvent> events) {
        List<SaleStory.Chapter> all = new ArrayList<>(entries(events).stream()
                .map(entry -> new SaleStory.Chapter(entry.sequence(), "0f", "event", entry))
                .toList());
        all.add(new SaleStory.Chapter(99, "0f", "of-a-later-version", null));
        return all;
    }

    private static List<AttemptRow> attempts(List<JournalEvent> events) {
        return events.stream()
                .filter(event -> event instanceof JournalEvent.AttemptCreated)
                .map(event -> (JournalEvent.AttemptCreated) event)
                .map(created -> new AttemptRow(
                        created.attempt(),
                        7,
                        RECEIPT,
                        1,
                        created.attempt(),
                        created.order(),
                        Provider.ALIPAY,
                        created.amount(),
                        created.maskedCode(),
                        WALL_MS,
                        progress(events, created.order())))
                .toList();
    }

    private static AttemptRow.Progress progress(List<JournalEvent> events, OrderNumber order) {
        AttemptState state = AttemptState.CREATED;
        String trade = null;
        for (JournalEvent event : events) {
            if (event instanceof JournalEvent.AttemptAnswered answered
                    && answered.order().equals(order)) state = answered.state();
            if (event instanceof JournalEvent.ScanPaid paid && paid.order().equals(order)) {
                state = AttemptState.PAID;
                trade = paid.tradeNumber();
            }
        }
        return new AttemptRow.Progress(state, trade, "10000", null, null, null, false, null);
    }

    private static List<TenderRow> tenders(List<JournalEvent> events) {
        return events.stream()
                .flatMap(event -> switch (event) {
                    case CashTaken cash ->
                        Stream.of(new TenderRow(
                                1, 7, 1, Means.CASH, cash.amount(), cash.given(), cash.change(), null, WALL_MS));
                    case JournalEvent.ScanPaid paid ->
                        Stream.of(new TenderRow(
                                1,
                                7,
                                1,
                                Means.ALIPAY,
                                paid.amount(),
                                null,
                                null,
                                paid.order().text(),
                                WALL_MS));
                    default -> Stream.<TenderRow>empty();
                })
                .toList();
    }

    // Looking.

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static Stream<Arguments> looks() {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .flatMap(language -> Stream.of(Look.values()).map(look -> Arguments.of(language, look)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingIsCutMissingOrTooWeak(Locale language, Look look) throws Exception {
        List<String> faults =
                WaitForAsyncUtils.asyncFx(() -> faults(language, look)).get();
        assertEquals(List.of(), faults);
    }

    private static List<String> faults(Locale language, Look look) {
        Theme theme = Theme.everywhere(look);
        List<String> faults = new ArrayList<>();
        for (double[] size : SIZES) {
            moments().forEach((name, moment) -> {
                String place = "journal-" + name + "-" + language.toLanguageTag() + "-"
                        + look.name().toLowerCase(Locale.ROOT) + "-" + (int) size[0];
                faults.addAll(faults(moment, language, theme, size, place));
            });
        }
        return faults;
    }

    private static List<String> faults(Moment moment, Locale language, Theme theme, double[] size, String place) {
        JournalModel model = new JournalModel();
        Ledger ledger = ledger(moment.state());
        ScreenWords words = new ScreenWords(language, SHOP);
        try (JournalInteractor screen = new JournalInteractor(model, ledger, words, () -> {})) {
            JournalView view = new JournalView(model, screen, words);
            Scene scene = new Scene(view, size[0], size[1]);
            theme.dress(scene);
            moment.comes().accept(screen, model);
            return ScreenAudit.faults(scene, PICTURES.resolve(place + ".png")).stream()
                    .map(fault -> place + ": " + fault)
                    .toList();
        }
    }

    private static Ledger ledger(RegisterState state) {
        return new Ledger(
                Optional::empty,
                Optional::empty,
                _ -> true,
                _ -> List.of(),
                () -> state,
                (_, _) -> {},
                new ScanReader(List.of()),
                SHOP,
                Clock.fixed(Instant.ofEpochMilli(WALL_MS), ZONE),
                fault -> {
                    throw new AssertionError(fault);
                });
    }
}
