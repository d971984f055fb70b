package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.journal.GeneratedDay;
import tillbook.journal.search.JournalQuery.Meant;
import tillbook.sale.ReceiptNumber;

class FindingTest {
    private static final JournalQuery NEWEST = JournalQuery.newest(500);
    private static final LocalDate SECOND_DAY = GeneratedDay.FIRST_DAY.plusDays(1);

    @TempDir
    static Path folder = Path.of("");

    private static final ListedTape TAPE = ListedTape.of(11, 300);
    private static final JournalModel MODEL = JournalModel.of(TAPE.records());

    @SuppressWarnings("NullAway.Init")
    private static JournalSearch search;

    @BeforeAll
    static void fill() throws SQLException {
        search = JournalSearch.create(folder.resolve("journal.mv.db"));
        search.apply(TAPE.records());
    }

    @AfterAll
    static void close() {
        search.close();
    }

    private static List<String> receipts(JournalQuery query) {
        return search.find(query).rows().stream()
                .map(row -> row.receipt().text())
                .toList();
    }

    /** What the model says, newest first. */
    private static List<String> expected(Predicate<JournalModel.Sale> which) {
        return MODEL.sales.values().stream()
                .filter(which)
                .map(sale -> sale.receipt)
                .toList()
                .reversed();
    }

    private static JournalModel.Sale someSaleWithTwoAttempts() {
        return MODEL.sales.values().stream()
                .filter(sale -> sale.attempts.size() == 2 && sale.attempts.getLast().trade != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everythingComesNewestFirstAndInPages() {
        assertEquals(expected(_ -> true), receipts(NEWEST));
        Page page = search.find(NEWEST.page(7, 20));
        assertEquals(300, page.total());
        assertEquals(
                expected(_ -> true).subList(20, 27),
                page.rows().stream().map(row -> row.receipt().text()).toList());
        assertEquals(List.of(), search.find(NEWEST.page(7, 300)).rows());
    }

    @Test
    void aSaleIsFoundByEachOfItsNumbersAndByTheirLastCharacters() {
        JournalModel.Sale sale = someSaleWithTwoAttempts();
        String trade = String.valueOf(sale.attempts.getLast().trade);
        for (String number :
                List.of(sale.receipt, sale.attempts.getFirst().order, sale.attempts.getLast().order, trade)) {
            assertEquals(List.of(sale.receipt), receipts(NEWEST.withText(number)), number);
            assertEquals(List.of(sale.receipt), receipts(NEWEST.withText("  " + number + " ")), number);
            String ending = number.substring(number.length() - 5);
            assertTrue(receipts(NEWEST.withText(ending)).contains(sale.receipt), ending);
        }
        assertEquals(
                expected(any -> any.receipt.endsWith("0042")).getFirst(),
                receipts(NEWEST.withText("0042")).stream()
                        .filter(receipt -> receipt.endsWith("0042"))
                        .findFirst()
                        .orElseThrow());
        assertEquals(List.of(sale.receipt), receipts(NEWEST.withText(sale.receipt.toLowerCase(java.util.Locale.ROOT))));
    }

    @Test
    void lookupSaysWhatANumberIs() {
        JournalModel.Sale sale = someSaleWithTwoAttempts();
        ReceiptNumber receipt = new ReceiptNumber(sale.receipt);
        String trade = String.valueOf(sale.attempts.getLast().trade);
        assertEquals(new Lookup.Receipt(receipt), search.lookup(sale.receipt));
        Lookup.Order order = assertInstanceOf(Lookup.Order.class, search.lookup(sale.attempts.getFirst().order));
        assertEquals(receipt, order.receipt());
        assertEquals(new Lookup.Trade(trade, receipt), search.lookup(trade));
        Lookup.Ending ending = assertInstanceOf(Lookup.Ending.class, search.lookup(trade.substring(14)));
        assertEquals(List.of(receipt), ending.receipts());
        for (String nothing : List.of("", "123", "zzzzzzzzz", "鸡蛋鸡蛋", "0000' OR '1'='1")) {
            assertEquals(new Lookup.Nothing(), search.lookup(nothing), nothing);
        }
    }

    @Test
    void anAmountFindsTheSaleAndThePartThatTheCustomersPhoneShows() {
        JournalModel.Sale split = MODEL.sales.values().stream()
                .filter(sale -> sale.attempts.stream().anyMatch(a -> a.amount != sale.amount && a.amount > 0))
                .findFirst()
                .orElseThrow();
        long part = split.attempts.stream()
                .mapToLong(a -> a.amount)
                .filter(amount -> amount != split.amount)
                .findFirst()
                .orElseThrow();
        assertTrue(receipts(NEWEST.withText(yuan(part))).contains(split.receipt));
        assertTrue(receipts(NEWEST.withText("￥" + yuan(split.amount))).contains(split.receipt));
        Page onItsDay = search.find(NEWEST.withText(yuan(split.amount)).onDays(split.day, split.day));
        assertTrue(onItsDay.rows().stream().anyMatch(row -> row.receipt().text().equals(split.receipt)));
        Page later = search.find(NEWEST.withText(yuan(split.amount)).onDays(split.day.plusDays(9), null));
        assertEquals(0, later.total());
        assertTrue(later.hidden().getOrDefault(Page.Filter.DAY, 0L) >= 1);
    }

    private static String yuan(long fen) {
        return tillbook.money.Money.ofFen(fen).yuan();
    }

    @Test
    void anItemIsFoundByPartOfItsNameOrItsCode() {
        assertEquals(
                expected(sale -> sale.items.stream().anyMatch(item -> item.contains("鸡蛋"))),
                receipts(NEWEST.withText("鸡蛋")));
        assertEquals(expected(sale -> sale.items.contains("Coca-Cola 330ml")), receipts(NEWEST.withText("coca-COLA")));
        assertEquals(expected(sale -> sale.items.contains("鸡蛋 10枚")), receipts(NEWEST.withText("6910000000000")));
        Page page = search.find(NEWEST.withText("鸡蛋"));
        assertEquals(GeneratedDay.FIRST_DAY.plusDays(2).minusDays(30), page.itemsSince());
        assertNull(search.find(NEWEST).itemsSince());
    }

    @Test
    void aSearchForItemsLooksBackAMonthFromTheEndOfItsRange() {
        Page page = search.find(NEWEST.withText("豆腐").onDays(null, GeneratedDay.FIRST_DAY));
        assertEquals(GeneratedDay.FIRST_DAY.minusDays(30), page.itemsSince());
        assertEquals(
                expected(sale -> sale.items.contains("豆腐") && sale.day.equals(GeneratedDay.FIRST_DAY))
                        .size(),
                page.total());
    }

    @Test
    void aDayHidesItemsOfTheOtherDaysAndSaysHowMany() {
        List<String> all = expected(sale -> sale.items.contains("豆腐"));
        List<String> ofTheDay = expected(sale -> sale.items.contains("豆腐") && sale.day.equals(SECOND_DAY));
        Page page = search.find(NEWEST.withText("豆腐").onDays(SECOND_DAY, SECOND_DAY));
        assertEquals(ofTheDay.size(), page.total());
        assertTrue(all.size() > ofTheDay.size(), "another day must have some, too");
        assertEquals(Map.of(Page.Filter.DAY, (long) all.size() - ofTheDay.size()), page.hidden());
        assertEquals(GeneratedDay.FIRST_DAY.plusDays(2).minusDays(30), page.itemsSince());
    }

    @Test
    void theCodeOfAnItemIsNoNumberThatEndsSo() {
        String code = "6910000000000";
        assertEquals(expected(sale -> sale.items.contains("鸡蛋 10枚")), receipts(NEWEST.withText(code, Meant.ITEM_CODE)));
        JournalModel.Sale sale = someSaleWithTwoAttempts();
        String ending = sale.receipt.substring(9);
        assertTrue(receipts(NEWEST.withText(ending)).contains(sale.receipt));
        assertEquals(List.of(), receipts(NEWEST.withText(ending, Meant.ITEM_CODE)));
        assertEquals(List.of(), receipts(NEWEST.withText(yuan(sale.amount), Meant.ITEM_CODE)));
        assertEquals(List.of(), receipts(NEWEST.withText(ending, Meant.ITEM)));
        assertEquals(List.of(), receipts(NEWEST.withText(ending, Meant.AMOUNT)));
        assertEquals(
                List.of(), receipts(NEWEST.withText("691000000000", Meant.ITEM_CODE)), "a code is meant as a whole");
    }

    @Test
    void eachFilterSaysHowManyItHides() {
        JournalQuery query =
                NEWEST.onDays(SECOND_DAY, SECOND_DAY).in(SaleState.PAID).by(Means.CASH);
        Page page = search.find(query);
        List<SaleRow> all = search.find(NEWEST).rows();
        Predicate<SaleRow> day = row -> row.opening().day().equals(SECOND_DAY);
        Predicate<SaleRow> state = row -> row.state() == SaleState.PAID;
        Predicate<SaleRow> means = row -> row.money().means().contains(Means.CASH);
        long shown = all.stream().filter(day.and(state).and(means)).count();
        assertEquals(shown, page.total());
        assertEquals(
                Map.of(
                        Page.Filter.DAY, all.stream().filter(state.and(means)).count() - shown,
                        Page.Filter.STATE, all.stream().filter(day.and(means)).count() - shown,
                        Page.Filter.MEANS, all.stream().filter(day.and(state)).count() - shown),
                page.hidden());
        assertEquals(Map.of(), search.find(NEWEST).hidden());
    }

    @Test
    void vouchersOwedAndAttemptsBeingCheckedAreFound() {
        assertEquals(expected(sale -> sale.voucher() == VoucherState.OWED), receipts(NEWEST.with(VoucherState.OWED)));
        assertEquals(
                expected(sale -> sale.voucher() == VoucherState.WAIVED), receipts(NEWEST.with(VoucherState.WAIVED)));
        assertEquals(expected(sale -> sale.open() > 0), receipts(NEWEST.beingChecked(true)));
        assertEquals(expected(sale -> sale.open() == 0), receipts(NEWEST.beingChecked(false)));
        for (SaleState state : SaleState.values()) {
            assertEquals(expected(sale -> sale.state() == state), receipts(NEWEST.in(state)), state.name());
        }
    }

    @Test
    void aTimeRangeIncludesItsBeginningAndNotItsEnd() {
        SaleRow some = search.find(NEWEST.page(1, 100)).rows().getFirst();
        Instant at = Instant.ofEpochMilli(some.opening().at());
        assertEquals(List.of(some.receipt().text()), receipts(NEWEST.between(at, at.plusMillis(1))));
        assertEquals(List.of(), receipts(NEWEST.between(at.plusMillis(1), at.plusMillis(1))));
        assertEquals(100, search.find(NEWEST.between(at.plusMillis(1), null)).total());
        assertEquals(199, search.find(NEWEST.between(null, at)).total());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE sale; --",
                "' OR '1'='1",
                "%",
                "_",
                "\\",
                "\"",
                "%鸡蛋%",
                "\uFFFF\uFFFF\uFFFF\uFFFF",
                "????",
                "\uD83E\uDD5A",
                "0 UNION SELECT 1",
                "{fn now()}",
                "____",
                "ＡＢＣＤ"
            })
    void aStrangeTextFindsNothingAndHarmsNothing(String text) {
        assertEquals(0, search.find(NEWEST.withText(text)).total());
        assertEquals(new Lookup.Nothing(), search.lookup(text));
        assertEquals(300, search.find(NEWEST).total());
    }

    @Test
    void numbersAreFoundThroughAnIndex() {
        for (String sql : List.of(
                "SELECT * FROM sale WHERE receipt_reversed >= 'a' AND receipt_reversed < 'b'",
                "SELECT * FROM attempt WHERE order_reversed >= 'a' AND order_reversed < 'b'",
                "SELECT * FROM attempt WHERE trade_reversed >= 'a' AND trade_reversed < 'b'",
                "SELECT id FROM sale WHERE amount = 5 AND business_day BETWEEN DATE '2026-01-01' AND DATE '2026-02-01'",
                "SELECT * FROM event WHERE basket = 4 ORDER BY sequence",
                "SELECT receipt_reversed, id FROM sale USE INDEX (sale_receipt) ORDER BY receipt_reversed")) {
            String plan = search.readApart(connection -> {
                try (var statement = connection.prepareStatement("EXPLAIN " + sql)) {
                    return Reading.all(statement, row -> row.getString(1)).getFirst();
                }
            });
            assertTrue(plan.matches("(?s).*PUBLIC\\.(SALE|ATTEMPT|EVENT)_\\w+.*"), plan);
        }
    }

    @Test
    void aQueryRefusesPagesNobodyCanShow() {
        for (int limit : new int[] {0, -1, JournalQuery.LIMIT_MAX + 1}) {
            assertNotNull(org.junit.jupiter.api.Assertions.assertThrows(
                    IllegalArgumentException.class, () -> JournalQuery.newest(limit)));
        }
    }

    @Test
    void anInterruptedReaderLeavesTheJournalOpenForAllOthers() throws InterruptedException {
        Thread reader = new Thread(() -> {
            Thread.currentThread().interrupt();
            search.find(NEWEST.withText("鸡蛋"));
            search.verify(TAPE);
        });
        reader.start();
        reader.join();
        assertEquals(300, search.find(NEWEST).total());
        assertInstanceOf(Verification.Whole.class, search.verify(TAPE));
    }
}
