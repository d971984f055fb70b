package tillbook.catalog;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.money.Money;

class CatalogImportTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final long SEED = 62;
    /** More with {@code -Dtillbook.rows=1000000}. */
    private static final int ROWS = Integer.getInteger("tillbook.rows", 200_000);

    private final Catalog catalog = Catalog.inMemory();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        catalog.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "，"})
    void findsOutTheSeparator(String separator) {
        String text = "条码;名称;售价;单位\n2000000000022;纯牛奶;3.5;盒\n".replace(";", separator);
        assertEquals(new ImportAnswer.Imported(1, 0, 0, List.of()), imported(text.getBytes(UTF_8)));
        assertEquals("盒", milk().unit());
        assertEquals(Money.parseYuan("3.50"), milk().unitPrice());
    }

    @Test
    void findsOutTheEncoding() {
        String text = "条码,名称,售价\r\n2000000000022,纯牛奶,3.5\r\n";
        for (byte[] bytes : List.of(
                text.getBytes(UTF_8),
                ("\ufeff" + text).getBytes(UTF_8),
                text.getBytes(GBK),
                ("\ufeff" + text).getBytes(UTF_16LE))) {
            assertInstanceOf(ImportAnswer.Imported.class, imported(bytes));
            assertEquals("纯牛奶", milk().name());
        }
    }

    @Test
    void takesRareCharactersOfGb18030() {
        imported("条码,名称,售价\n2000000000022,𬭼牛奶€,3.5\n".getBytes(Charset.forName("GB18030")));
        assertEquals("𬭼牛奶€", milk().name());
    }

    @Test
    void takesEnglishHeadersInAnyOrderAndNamesWhatItLeavesOut() {
        ImportAnswer answer = imported("""
                Price,Shelf,NAME,name_en,Barcode,Tax,weighed,status,note
                3.5,A1,纯牛奶,Milk,2000000000022,13%,no,active,"cold,
                please"
                """);
        assertEquals(new ImportAnswer.Imported(1, 0, 0, List.of("Shelf", "note")), answer);
        assertEquals(
                new Good("2000000000022", "纯牛奶", "Milk", Money.parseYuan("3.5"), "件", false, 1300, "", true), milk());
    }

    @Test
    void countsWhatIsNewChangedAndAsBefore() {
        imported("code,name,price\n1001,a,1\n1002,b,2\n");
        assertEquals(
                new ImportAnswer.Imported(1, 1, 1, List.of()),
                imported("code,name,price\n1001,a,1\n1002,b,2.5\n1003,c,3\n"));
        assertEquals(3, catalog.count());
    }

    @Test
    void aFileOfNewPricesLeavesTheOtherColumnsAsTheyWere() {
        Good apple = new Good("00003", "苹果", "Apple", Money.parseYuan("9.96"), "公斤", true, 900, "pg", true);
        catalog.put(apple);
        imported("code,name,price\n00003,苹果,8.80\n");
        assertEquals(
                new Good("00003", "苹果", "Apple", Money.parseYuan("8.80"), "公斤", true, 900, "pg", true),
                catalog.find("00003").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",milk,1|MissingCode",
                "1001,,1|MissingName",
                "1001,milk,|MissingPrice",
                "1001,milk,1.005|PriceNotYuan",
                "1001,milk,-1|PriceNotYuan",
                "1001,milk,￥1|PriceNotYuan",
                "1001,milk,100000000|PriceNotYuan",
                "6920507111001,milk,1|BadCheckDigit",
                "12345678,milk,1|BadCheckDigit",
                "036000291453,milk,1|BadCheckDigit",
                "10614141000416,milk,1|BadCheckDigit",
                "牛奶,milk,1|CodeMalformed",
                "282345678901234567,milk,1|CodeMalformed",
                "6.92051E+12,milk,1|CodeFromSpreadsheet",
                "1001,milk|WrongNumberOfCells",
                "1001,milk,1,2|WrongNumberOfCells",
                "1001,`mi`lk,1|TextAfterQuote",
                "1001,`milk,1|UnclosedQuote",
                "1001,`mi\tlk`,1|NotOneLine"
            })
    void refusesALineForOneReasonAndThenKeepsNothingOfTheFile(String line, String reason) {
        String file = "code,name,price\n1000,good before,1\n" + line.replace('`', '"') + "\n";
        ImportAnswer.Refused refused = assertInstanceOf(ImportAnswer.Refused.class, imported(file));
        assertEquals(1, refused.total(), refused.toString());
        assertEquals(3, refused.lines().getFirst().line());
        assertEquals(reason, refused.lines().getFirst().problem().getClass().getSimpleName());
        assertEquals(0, catalog.count());
    }

    @ParameterizedTest
    @CsvSource({
        "tax,abc,TaxNotPercent",
        "tax,101%,TaxOutOfRange",
        "tax,0.13,TaxUnclear",
        "weighed,maybe,NotYesOrNo",
        "active,vielleicht,NotYesOrNo",
        "initials,牛奶,InitialsMalformed",
        "unit,a very long unit,UnitTooLong"
    })
    void refusesWhatIsNotClear(String column, String text, String reason) {
        ImportAnswer answer = imported("code,name,price," + column + "\n1001,milk,1," + text + "\n");
        ImportAnswer.Refused refused = assertInstanceOf(ImportAnswer.Refused.class, answer);
        assertEquals(reason, refused.lines().getFirst().problem().getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({"13,1300", "13%,1300", "9.00%,900", "0,0", "1.5,150", "0.5%,50", "免税,0", "１３％,1300", "100%,10000"})
    void readsTaxRatesAsPercent(String text, int basisPoints) {
        imported("code,name,price,tax\n1001,milk,1," + text + "\n");
        assertEquals(basisPoints, catalog.find("1001").orElseThrow().taxBasisPoints());
    }

    @Test
    void refusesANameThatIsTooLong() {
        String name = "奶".repeat(Good.NAME_CHARS_MAX);
        assertInstanceOf(ImportAnswer.Imported.class, imported("code,name,price\n1001," + name + ",1\n"));
        assertEquals(
                List.of(new ImportAnswer.RefusedLine(
                        2, new GoodProblem.NameTooLong(Good.NAME_CHARS_MAX + 1, Good.NAME_CHARS_MAX))),
                assertInstanceOf(ImportAnswer.Refused.class, imported("code,name,price\n1001," + name + "奶,1\n"))
                        .lines());
    }

    @Test
    void namesTheFirstLineOfACodeThatStandsTwice() {
        ImportAnswer answer = imported("code,name,price\nab1,a,1\n00123,b,2\n0123,c,3\nAB1,d,4\n\n00123,e,5\n");
        assertEquals(
                new ImportAnswer.Refused(
                        List.of(
                                new ImportAnswer.RefusedLine(5, new GoodProblem.CodeTwice("AB1", 2)),
                                new ImportAnswer.RefusedLine(7, new GoodProblem.CodeTwice("00123", 3))),
                        2),
                answer);
    }

    @Test
    void refusesAWeighedGoodThatIsNotPricedPerKg() {
        assertInstanceOf(
                GoodProblem.WeighedNotPerKg.class,
                assertInstanceOf(
                                ImportAnswer.Refused.class,
                                imported("code,name,price,unit,weighed\n00003,苹果,4.98,斤,是\n"))
                        .lines()
                        .getFirst()
                        .problem());
        catalog.put(Good.ofWeight("00003", "苹果", Money.parseYuan("9.96")));
        ImportAnswer late = imported("code,name,price,unit\n1001,milk,1,盒\n00003,苹果,4.98,斤\n");
        assertEquals(
                new ImportAnswer.Refused(
                        List.of(new ImportAnswer.RefusedLine(3, new GoodProblem.WeighedNotPerKg("斤"))), 1),
                late);
        assertEquals(1, catalog.count());
    }

    @Test
    void reportsABoundedNumberOfLinesAndCountsThemAll() {
        ImportAnswer answer = imported("code,name,price\n" + "1001,milk,free\n".repeat(1_000));
        ImportAnswer.Refused refused = assertInstanceOf(ImportAnswer.Refused.class, answer);
        assertEquals(1_000, refused.total());
        assertEquals(ImportAnswer.REFUSED_LINES_REPORTED_MAX, refused.lines().size());
    }

    @Test
    void toleratesBlankLinesAndEmptyCellsAtTheEnd() {
        assertEquals(
                new ImportAnswer.Imported(2, 0, 0, List.of()),
                imported("\n,,,\ncode,name,price,,\n1001,milk,1,,\n,,,,\n1002,tea,2,,,\n\n"));
    }

    @Test
    void saysWhatIsNoFileOfGoods() throws IOException {
        assertUnfit(new NotGoods.Empty(), new byte[0]);
        assertUnfit(new NotGoods.Empty(), "code,name,price\n".getBytes(UTF_8));
        assertUnfit(new NotGoods.Workbook(), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertUnfit(new NotGoods.UnknownEncoding(), new byte[] {(byte) 0xff, (byte) 0xff, 0x20, 0});
        assertUnfit(
                new NotGoods.ColumnsMissing(List.of(GoodField.CODE, GoodField.PRICE)),
                "name,colour\nmilk,white\n".getBytes(UTF_8));
        assertUnfit(new NotGoods.ColumnTwice("品名"), "条码,名称,品名,售价\n1,a,b,2\n".getBytes(UTF_8));
        assertEquals(
                new ImportAnswer.NotAGoodsFile(new NotGoods.Unreadable()),
                catalog.importCsv(GoodsSource.of(folder.resolve("nowhere.csv"))));
        assertUnfit(new NotGoods.ColumnsMissing(List.of(GoodField.CODE, GoodField.NAME, GoodField.PRICE)), noise());
    }

    @Test
    void aFileThatFailsWhileItIsTakenOverLeavesNothing() {
        byte[] text = "code,name,price\n1001,milk,1\n1002,tea,2\n".getBytes(UTF_8);
        AtomicInteger openings = new AtomicInteger();
        ImportAnswer answer = catalog.importCsv(() -> {
            // Whatever is opened last is the reading that takes the goods over: let a line go bad in it.
            boolean last = openings.incrementAndGet() == openingsOf(text);
            return new ByteArrayInputStream(
                    last ? new String(text, UTF_8).replace("2\n", "x\n").getBytes(UTF_8) : text);
        });
        assertInstanceOf(ImportAnswer.Refused.class, answer);
        assertEquals(0, catalog.count());
    }

    @Test
    void whatIsExportedComesBackUnchanged() throws IOException {
        Random random = new Random(SEED);
        Map<String, Good> goods = new TreeMap<>();
        for (int i = 0; i < 2_500; i++) {
            Good good = anyGood(random);
            goods.put(good.code(), good);
        }
        catalog.bulkLoad(goods.values().iterator());
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Path file = folder.resolve("goods-" + language + ".csv");
            assertEquals(goods.size(), catalog.exportCsv(file, language));
            assertEquals(
                    new ImportAnswer.Imported(0, 0, goods.size(), List.of()),
                    catalog.importCsv(GoodsSource.of(file)),
                    "seed " + SEED);
            try (Catalog other = Catalog.inMemory()) {
                assertEquals(
                        new ImportAnswer.Imported(goods.size(), 0, 0, List.of()),
                        other.importCsv(GoodsSource.of(file)));
                for (Good good : goods.values()) {
                    assertEquals(good, other.find(good.code()).orElseThrow(), "seed " + SEED);
                }
            }
        }
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void takesAVeryLongFileAndNothingOfItIfItsLastLineIsWrong() throws IOException {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, GBK)) {
            out.write("条码,名称,售价\n");
            for (int i = 0; i < ROWS; i++) out.write(Gtin.inStore(i) + ",第 " + i + " 号商品,1." + (i % 10) + "\n");
        }
        try (Catalog onDisk = Catalog.open(folder).catalog()) {
            ImportAnswer answer = onDisk.importCsv(GoodsSource.of(file));
            assertEquals(new ImportAnswer.Imported(ROWS, 0, 0, List.of()), answer);
            assertEquals(ROWS, onDisk.count());

            String more = Gtin.inStore(ROWS) + ",新商品,1\n2000000000016,错,1\n";
            Files.writeString(file, more, GBK, java.nio.file.StandardOpenOption.APPEND);
            ImportAnswer.Refused refused =
                    assertInstanceOf(ImportAnswer.Refused.class, onDisk.importCsv(GoodsSource.of(file)));
            assertEquals(ROWS + 3, refused.lines().getFirst().line());
            assertEquals(ROWS, onDisk.count());
        }
    }

    @Test
    void everyAnswerIsSaidInBothLanguagesWithoutGaps() {
        List<GoodProblem> problems = new ArrayList<>(List.of(
                new GoodProblem.MissingCode(),
                new GoodProblem.MissingName(),
                new GoodProblem.MissingPrice(),
                new GoodProblem.CodeMalformed("a"),
                new GoodProblem.CodeFromSpreadsheet("6E+12"),
                new GoodProblem.BadCheckDigit("6920507111001", '6'),
                new GoodProblem.CodeTwice("1001", 1234),
                new GoodProblem.NameTooLong(81, 80),
                new GoodProblem.NotOneLine(GoodField.NAME),
                new GoodProblem.UnitTooLong("a", 8),
                new GoodProblem.PriceNotYuan("x"),
                new GoodProblem.WeighedNotPerKg("斤"),
                new GoodProblem.TaxNotPercent("x"),
                new GoodProblem.TaxOutOfRange("101"),
                new GoodProblem.TaxUnclear("0.13"),
                new GoodProblem.NotYesOrNo(GoodField.WEIGHED, "x"),
                new GoodProblem.InitialsMalformed("奶"),
                new GoodProblem.WrongNumberOfCells(2, 3),
                new GoodProblem.UnclosedQuote(),
                new GoodProblem.TextAfterQuote(),
                new GoodProblem.CellTooLong(4096)));
        assertEquals(GoodProblem.class.getPermittedSubclasses().length, problems.size());
        List<NotGoods> files = List.of(
                new NotGoods.Unreadable(),
                new NotGoods.Empty(),
                new NotGoods.Workbook(),
                new NotGoods.UnknownEncoding(),
                new NotGoods.ColumnsMissing(List.of(GoodField.CODE, GoodField.PRICE)),
                new NotGoods.ColumnTwice("品名"),
                new NotGoods.TooManyLines(5_000_000));
        assertEquals(NotGoods.class.getPermittedSubclasses().length, files.size());
        for (Locale language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            CatalogText text = new CatalogText(language);
            problems.forEach(problem -> assertSaid(language, text.say(problem)));
            files.forEach(why -> assertSaid(language, text.say(why)));
            assertSaid(language, text.say(new ImportAnswer.Imported(1, 2, 3, List.of("x"))));
            assertSaid(language, text.say(new ImportAnswer.Refused(List.of(), 3)));
            assertSaid(language, text.say(new ImportAnswer.NotSaved()));
            assertSaid(language, text.say(new EntryAnswer.Added(Good.ofPiece("1001", "奶", Money.ZERO))));
            assertSaid(language, text.say(new CatalogOpening.BegunEmpty(catalog)));
            assertSaid(language, text.say(new CatalogOpening.DamagedSetAside(catalog, folder)));
            assertSaid(language, text.say(new CatalogOpening.InUse(catalog, folder)));
            assertSaid(language, text.say(new CatalogOpening.FolderUnusable(catalog, folder)));
        }
        assertEquals(
                "第 12345 行：6920507111001 的校验位不符，末位应为 6。请与商品上的条码核对。",
                new CatalogText(Locale.CHINA)
                        .say(new ImportAnswer.RefusedLine(
                                12_345, new GoodProblem.BadCheckDigit("6920507111001", '6'))));
        assertEquals(
                "The first line lacks these columns: code, price. Name them there, then import the file again.",
                new CatalogText(Locale.ENGLISH)
                        .say(new NotGoods.ColumnsMissing(List.of(GoodField.CODE, GoodField.PRICE))));
    }

    private static void assertSaid(Locale language, String sentence) {
        assertFalse(sentence.isBlank() || sentence.matches(".*\\{\\d.*"), sentence);
        boolean han = sentence.codePoints().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff);
        if (language.equals(Locale.CHINA)) assertTrue(han, sentence);
    }

    private void assertUnfit(NotGoods why, byte[] bytes) {
        assertEquals(new ImportAnswer.NotAGoodsFile(why), imported(bytes));
        assertEquals(0, catalog.count());
    }

    private static byte[] noise() {
        byte[] noise = new byte[1_000];
        new Random(SEED).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) noise[i] = (byte) (' ' + Math.floorMod(noise[i], 90));
        return noise;
    }

    private static int openingsOf(byte[] text) throws IOException {
        AtomicInteger openings = new AtomicInteger();
        try (Catalog other = Catalog.inMemory()) {
            other.importCsv(() -> {
                openings.incrementAndGet();
                return new ByteArrayInputStream(text);
            });
        }
        return openings.get();
    }

    private static Good anyGood(Random random) {
        boolean weighed = random.nextInt(5) == 0;
        String code = weighed
                ? Integer.toString(10_000 + random.nextInt(90_000))
                : random.nextBoolean() ? Gtin.inStore(random.nextInt(1_000_000)) : "H-" + random.nextInt(1_000_000);
        return new Good(
                code,
                "名" + text(random, "奶 ,;\"，a'|"),
                text(random, "Milk,;\"").strip(),
                Money.ofFen(random.nextInt(1_000_000)),
                weighed ? "kg" : "盒",
                weighed,
                random.nextInt(Good.TAX_BASIS_POINTS_MAX + 1),
                random.nextBoolean() ? "" : "x" + random.nextInt(100),
                random.nextInt(10) > 0);
    }

    private static String text(Random random, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) text.append(letters.charAt(random.nextInt(letters.length())));
        return text.append('.').toString();
    }

    private Good milk() {
        return catalog.find("2000000000022").orElseThrow();
    }

    private ImportAnswer imported(String text) {
        return imported(text.getBytes(UTF_8));
    }

    private ImportAnswer imported(byte[] bytes) {
        return catalog.importCsv(() -> new ByteArrayInputStream(bytes));
    }
}
