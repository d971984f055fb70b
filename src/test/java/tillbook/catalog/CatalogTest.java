package tillbook.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tillbook.money.Money;

class CatalogTest {
    private static final Good MILK = Good.ofPiece("2000000000022", "纯牛奶 250ml", Money.parseYuan("3.50"));
    private static final Good APPLE = Good.ofWeight("00003", "散装苹果", Money.parseYuan("9.96"));

    private final Catalog catalog = Catalog.inMemory();

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void findsAGoodByItsCodeAndOnlyByItsCode() {
        catalog.put(MILK);
        assertEquals(Optional.of(MILK), catalog.find("2000000000022"));
        assertEquals(Optional.of(MILK), catalog.find(" 2000000000022 "));
        assertEquals(Optional.empty(), catalog.find("2000000000015"));
        assertEquals(Optional.empty(), catalog.find(""));
    }

    @Test
    void tellsAddedFromChangedFromUnchangedAndAnswersTheNewGoodAtOnce() {
        assertEquals(new EntryAnswer.Added(MILK), catalog.put(MILK));
        assertEquals(Optional.of(MILK), catalog.find(MILK.code()));
        Good dearer = Good.ofPiece(MILK.code(), MILK.name(), Money.parseYuan("3.80"));
        assertEquals(new EntryAnswer.Changed(dearer), catalog.put(dearer));
        assertEquals(new EntryAnswer.Unchanged(dearer), catalog.put(dearer));
        assertEquals(Optional.of(dearer), catalog.find(MILK.code()));
        assertEquals(1, catalog.count());
    }

    @Test
    void anUnknownGoodIsAddedInOneStepAndAKnownOneStaysAsItIs() {
        AddAnswer added = catalog.add(" 2000000000022", "纯牛奶 250ml", "3.50");
        assertEquals(new AddAnswer.Added(MILK), added);
        assertEquals(Optional.of(MILK), catalog.find(MILK.code()));
        assertEquals(new AddAnswer.Known(MILK), catalog.add(MILK.code(), "别的", "9"));
        catalog.put(MILK.withActive(false));
        assertEquals(new AddAnswer.Known(MILK.withActive(false)), catalog.add(MILK.code(), "别的", "9"));
        assertEquals(1, catalog.count());
    }

    @Test
    void whatIsAddedInOneStepIsCheckedAsInAnImport() {
        assertEquals(
                new AddAnswer.Refused(new GoodProblem.BadCheckDigit("2000000000021", '2')),
                catalog.add("2000000000021", "纯牛奶", "3.50"));
        assertInstanceOf(GoodProblem.PriceNotYuan.class, refused(catalog.add(MILK.code(), "纯牛奶", "3.505")));
        assertInstanceOf(GoodProblem.MissingName.class, refused(catalog.add(MILK.code(), " ", "3.50")));
        assertInstanceOf(GoodProblem.NameTooLong.class, refused(catalog.add(MILK.code(), "奶".repeat(81), "1")));
        assertInstanceOf(GoodProblem.CodeMalformed.class, refused(catalog.add("T001K700000042", "小票", "1")));
        assertEquals(0, catalog.count());
    }

    private static GoodProblem refused(AddAnswer answer) {
        return assertInstanceOf(AddAnswer.Refused.class, answer).problem();
    }

    @Test
    void aUpcThatIsKnownInAnotherFormIsNotAddedAgain() {
        Good imported = Good.ofPiece("0036000291452", "进口纸巾", Money.parseYuan("19.90"));
        catalog.put(imported);
        assertEquals(new AddAnswer.Known(imported), catalog.add("036000291452", "纸巾", "1"));
    }

    @Test
    void anImportKeepsWhatWasAddedInOneStepAndTakesTheFilesWordWhereItNamesIt() {
        catalog.add("2000000000022", "牛奶", "3");
        catalog.add("2000000000015", "不在文件里", "8");
        String file = "编码,品名,售价\n2000000000022,纯牛奶 250ml,3.50\n";
        GoodsSource source =
                () -> new java.io.ByteArrayInputStream(file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(new ImportAnswer.Imported(0, 1, 0, List.of()), catalog.importCsv(source));
        assertEquals(Optional.of(MILK), catalog.find("2000000000022"));
        assertEquals("不在文件里", catalog.find("2000000000015").orElseThrow().name());
    }

    @Test
    void findsAUpcWhicheverFormTheScannerSends() {
        Good imported = Good.ofPiece("0036000291452", "进口纸巾", Money.parseYuan("19.90"));
        catalog.put(imported);
        assertEquals(Optional.of(imported), catalog.find("036000291452"));
        assertEquals(Optional.of(imported), catalog.find("00036000291452"));
    }

    @Test
    void findsHouseCodesInEitherCase() {
        Good bag = Good.ofPiece("BAG-L", "购物袋", Money.parseYuan("0.50"));
        catalog.put(bag);
        assertEquals(Optional.of(bag), catalog.find("bag-l"));
    }

    @Test
    void findsByInitialsNearestFirstInEveryReading() {
        Good chongqing = Good.ofPiece("1001", "重庆小面", Money.parseYuan("8"));
        List.of(MILK, APPLE, chongqing).forEach(catalog::put);
        assertEquals(List.of(MILK), catalog.byInitials("cnn", 10));
        assertEquals(List.of(MILK), catalog.byInitials("CNN2", 10));
        assertEquals(List.of(chongqing), catalog.byInitials("cqxm", 10));
        assertEquals(List.of(chongqing), catalog.byInitials("zqxm", 10));
        assertEquals(List.of(MILK, chongqing), catalog.byInitials("c", 10));
        assertEquals(List.of(MILK), catalog.byInitials("c", 1));
        assertEquals(List.of(), catalog.byInitials("nn", 10));
        assertEquals(List.of(), catalog.byInitials("  ", 10));
    }

    @Test
    void initialsFollowTheNameAndTheShopsOwnInitialsComeFirst() {
        catalog.put(Good.ofPiece("1001", "重庆小面", Money.ZERO));
        catalog.put(Good.ofPiece("1001", "乐山钵钵鸡", Money.ZERO));
        assertEquals(List.of(), catalog.byInitials("cq", 10));
        assertEquals(1, catalog.byInitials("ysbbj", 10).size());
        Good own = new Good("1001", "乐山钵钵鸡", "", Money.ZERO, "份", false, 0, "bbj", true);
        catalog.put(own);
        assertEquals(List.of(own), catalog.byInitials("bb", 10));
        assertEquals(List.of(), catalog.byInitials("ysbbj", 10));
    }

    @Test
    void findsByAnyPartOfEitherNameAndPutsBeginningsFirst() {
        Good yoghurt = new Good("1002", "原味酸牛奶", "Plain Yoghurt", Money.ZERO, "杯", false, 0, "", true);
        Good sweet = Good.ofPiece("1003", "牛奶糖", Money.ZERO);
        List.of(MILK, yoghurt, sweet).forEach(catalog::put);
        assertEquals(List.of(sweet, yoghurt, MILK), catalog.byNamePart("牛奶", 10));
        assertEquals(List.of(yoghurt), catalog.byNamePart("YOGH", 10));
        assertEquals(List.of(MILK), catalog.byNamePart("250ML", 10));
        assertEquals(List.of(), catalog.byNamePart("%", 10));
    }

    @Test
    void searchesForWhateverWasTyped() {
        List.of(MILK, APPLE).forEach(catalog::put);
        assertEquals(List.of(MILK), catalog.search("20000", 10));
        assertEquals(List.of(APPLE), catalog.search("szp", 10));
        assertEquals(List.of(APPLE), catalog.search("苹果", 10));
        assertEquals(List.of(), catalog.search("", 10));
    }

    @Test
    void keepsWhatIsNoLongerSoldButOffersItNowhere() {
        catalog.put(MILK.withActive(false));
        assertFalse(catalog.find(MILK.code()).orElseThrow().active());
        assertEquals(List.of(), catalog.search("cnn", 10));
        assertEquals(List.of(), catalog.byNamePart("牛奶", 10));
    }

    @Test
    void neverAnswersMoreThanItsBound() {
        catalog.bulkLoad(IntStream.range(0, 500)
                .mapToObj(i -> Good.ofPiece(Gtin.inStore(i), "商品 " + i, Money.ofFen(i)))
                .iterator());
        assertEquals(
                Catalog.SEARCH_RESULTS_MAX,
                catalog.search("sp", Integer.MAX_VALUE).size());
        assertEquals(List.of(), catalog.search("sp", -1));
    }

    @Test
    void takesAFilledFormOrSaysWhyNot() {
        assertEquals(
                new EntryAnswer.Added(APPLE),
                catalog.enter(Map.of(
                        GoodField.CODE, "00003",
                        GoodField.NAME, "散装苹果",
                        GoodField.PRICE, "9.96",
                        GoodField.WEIGHED, "是")));
        assertEquals(
                new EntryAnswer.Refused(new GoodProblem.WeighedNotPerKg("斤")),
                catalog.enter(Map.of(
                        GoodField.CODE, "00003",
                        GoodField.NAME, "散装苹果",
                        GoodField.PRICE, "4.98",
                        GoodField.UNIT, "斤")));
        assertEquals(Optional.of(APPLE), catalog.find("00003"));
    }

    @Test
    void loadsManyGoodsAndTheLaterOfTwoStays() {
        Good later = Good.ofPiece(MILK.code(), "鲜牛奶", Money.parseYuan("4"));
        assertEquals(3, catalog.bulkLoad(List.of(MILK, APPLE, later).iterator()));
        assertEquals(Optional.of(later), catalog.find(MILK.code()));
        assertEquals(2, catalog.bulkLoad(List.of(MILK, APPLE).iterator()));
        assertEquals(2, catalog.count());
    }

    @Test
    void aLoadThatBreaksOffLeavesNothing() {
        catalog.put(MILK);
        Iterator<Good> breaking = Stream.concat(
                        IntStream.range(0, 3_000)
                                .mapToObj(i -> Good.ofPiece(Gtin.inStore(i), "商品 " + i, Money.ofFen(i))),
                        Stream.generate(() -> Good.ofPiece("no code!", "", Money.ZERO)))
                .iterator();
        assertThrows(IllegalArgumentException.class, () -> catalog.bulkLoad(breaking));
        assertEquals(1, catalog.count());
        assertEquals(Optional.of(MILK), catalog.find(MILK.code()));
    }

    @Test
    void answersFromManyThreadsWhileGoodsAreWritten() throws Exception {
        catalog.put(MILK);
        AtomicBoolean writing = new AtomicBoolean(true);
        Callable<Integer> reader = () -> {
            int found = 0;
            do {
                assertEquals(
                        MILK.name(), catalog.find(MILK.code()).orElseThrow().name());
                assertFalse(catalog.search("cnn", 5).isEmpty());
                found++;
            } while (writing.get());
            return found;
        };
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) running.add(readers.submit(reader));
            for (int i = 1; i <= 200; i++) catalog.put(Good.ofPiece(MILK.code(), MILK.name(), Money.ofFen(i)));
            writing.set(false);
            for (Future<Integer> each : running) assertTrue(each.get() > 0);
        }
        assertEquals(Money.ofFen(200), catalog.find(MILK.code()).orElseThrow().unitPrice());
    }

    @Test
    void thePracticeShopIsAFileOfGoodsLikeAnyOther() {
        ImportAnswer answer = catalog.importCsv(PracticeGoods.source());
        assertEquals(62, assertInstanceOf(ImportAnswer.Imported.class, answer).added());
        assertEquals(
                Money.parseYuan("12.80"),
                catalog.find("2000000000015").orElseThrow().unitPrice());
        assertEquals("抽纸 3 层 120 抽", catalog.find("2000000000046").orElseThrow().name());
        Good apple = catalog.find("00003").orElseThrow();
        assertTrue(apple.weighed());
        assertEquals("Apples, loose", apple.nameIn(Locale.ENGLISH));
        assertEquals("散装苹果", apple.nameIn(Locale.SIMPLIFIED_CHINESE));
        assertEquals("2100003008640", PracticeGoods.scaleLabel("00003", 864));
        assertEquals("2000000000022", catalog.byInitials("cnn", 5).getFirst().code());
    }
}
