package tillbook.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.printing.PrintJobState;
import tillbook.printing.document.Cells;
import tillbook.sale.Basket;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

class ReceiptTextTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant AT = Instant.parse("2026-03-02T06:03:22Z");
    private static final Stamp STAMP = new Stamp(7, 3, "A01", LocalDate.of(2026, 3, 2), AT.toEpochMilli(), 9_000);
    private static final ReceiptNumber NUMBER = new ReceiptNumber("T007K700000042");
    private static final OrderNumber ORDER = NUMBER.order(1, "xYz9Q2");
    private static final Completion DONE = new Completion(PrintJobState.QUEUED, null);
    private static final Receipts RECEIPTS = new Receipts(new Merchant("明账便利店", "人民路店"), false);

    @ParameterizedTest
    @CsvSource({"32,zh-CN", "48,zh-CN", "32,en", "48,en"})
    void aSalePaidByScanStandsAsInTheGoldenFile(int columns, String language) throws IOException {
        assertGolden("scan", RECEIPTS.paid(sale(), List.of(scan()), STAMP), columns, language);
    }

    @ParameterizedTest
    @CsvSource({"32,zh-CN", "48,en"})
    void aSalePaidInCashStandsAsInTheGoldenFile(int columns, String language) throws IOException {
        assertGolden("cash", RECEIPTS.paid(sale(), List.of(cash()), STAMP), columns, language);
    }

    @ParameterizedTest
    @CsvSource({"32,zh-CN", "32,en"})
    void aCopyInPracticeStandsAsInTheGoldenFile(int columns, String language) throws IOException {
        Receipt original = new Receipts(new Merchant("练习店", ""), true).paid(sale(), List.of(cash()), STAMP);
        assertGolden("copy", original.asCopy(2, AT.plusSeconds(600), "S02"), columns, language);
    }

    @ParameterizedTest
    @CsvSource({"32,zh-CN", "48,en"})
    void aPaymentBeingCheckedSaysThatItProvesNothing(int columns, String language) throws IOException {
        Tender checked = new Tender.BeingChecked(Provider.ALIPAY, sale().amount(), ORDER);
        Receipt receipt = Receipt.of(
                Receipt.Kind.BEING_CHECKED, new Merchant("明账便利店", ""), false, sale(), List.of(checked), STAMP);
        assertGolden("checked", receipt, columns, language);
    }

    @ParameterizedTest
    @CsvSource({"32,zh-CN", "48,zh-CN", "32,en", "48,en"})
    void noLineIsWiderThanThePaperWhateverTheShopSells(int columns, String language) {
        for (Sale sale : List.of(sale(), dearest(), longest())) {
            for (Receipt receipt : List.of(
                    RECEIPTS.paid(sale, List.of(scan(sale)), STAMP).asCopy(12, AT, "柜台主管一号"),
                    RECEIPTS.paid(sale, List.of(cash(sale)), STAMP))) {
                for (String line : lines(receipt, columns, language)) {
                    assertTrue(Cells.width(line) <= columns, Cells.width(line) + " cells: " + line);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"32,zh-CN", "48,en"})
    void theLongestNameWrapsAndNothingOfItIsCut(int columns, String language) {
        String name = longest().lines().getFirst().name();
        String all =
                String.join("", lines(RECEIPTS.paid(longest(), List.of(cash(longest())), STAMP), columns, language));
        assertTrue(all.replace(" ", "").contains(name.replace(" ", "")), all);
    }

    @ParameterizedTest
    @CsvSource({"32,zh-CN", "48,zh-CN", "32,en"})
    void amountsStandFlushRight(int columns, String language) {
        List<String> amounts = lines(RECEIPTS.paid(sale(), List.of(cash()), STAMP), columns, language).stream()
                .filter(line -> line.contains("￥"))
                .toList();
        assertEquals(11, amounts.size());
        amounts.forEach(line -> assertEquals(columns, Cells.width(line), line));
    }

    @Test
    void theTradeNumberStandsWholeOnOneLineOfNarrowPaper() {
        List<String> lines = lines(RECEIPTS.paid(sale(), List.of(scan()), STAMP), 32, "zh-CN");
        assertTrue(lines.contains("2026030222001412345678901234"), () -> String.join("\n", lines));
    }

    @Test
    void theHalfWidthYenSignOfANameIsWidenedAndControlCharactersAreGone() {
        assertEquals("￥5 店 x", Cells.plain("¥5\n店\u001bx"));
    }

    @Test
    void widthsFollowThePrinterAndNotUnicode() {
        assertEquals(2, Cells.width('×'));
        assertEquals(2, Cells.width('é'));
        assertEquals(2, Cells.width('…'));
        assertEquals(1, Cells.width('~'));
        assertEquals(2, Cells.width("😀"), "one character, although it is two chars");
    }

    @Test
    void theTaxOfARateIsRoundedOnceForAllItsLines() {
        // 3 × 0.05 at 13 %: a line alone contains 0.0057, rounded 0.01 each would be 0.03; together 0.0173 is 0.02.
        List<Line> lines =
                List.of(line(1, "a", 1, 5, 0, 1300), line(2, "b", 1, 5, 0, 1300), line(3, "c", 1, 5, 0, 1300));
        assertEquals(List.of(new TaxPart(1300, Money.ofFen(15), Money.ofFen(2))), TaxPart.of(lines));
    }

    @Test
    void aLineWithoutTaxRateIsInNoTaxPart() {
        assertEquals(List.of(), TaxPart.of(List.of(line(1, "a", 1, 500, 0, 0))));
    }

    @Test
    void aTaxRateIsWrittenWithoutNeedlessZeros() {
        assertEquals("13", new TaxPart(1300, Money.ZERO, Money.ZERO).percent());
        assertEquals("6.5", new TaxPart(650, Money.ZERO, Money.ZERO).percent());
        assertEquals("0.05", new TaxPart(5, Money.ZERO, Money.ZERO).percent());
    }

    private static List<String> lines(Receipt receipt, int columns, String language) {
        return new ReceiptText(columns, Locale.forLanguageTag(language), SHANGHAI).lines(receipt);
    }

    private static void assertGolden(String name, Receipt receipt, int columns, String language) throws IOException {
        String file = name + "-" + columns + "-" + language + ".txt";
        String actual = String.join("\n", lines(receipt, columns, language)) + "\n";
        try (InputStream golden = ReceiptTextTest.class.getResourceAsStream(file)) {
            if (golden == null) {
                Path fresh = Path.of("target", "golden", file);
                Files.createDirectories(fresh.getParent());
                Files.writeString(fresh, actual);
                throw new AssertionError(
                        "no golden file " + file + "; read what was written to " + fresh + ":\n" + actual);
            }
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), actual);
        }
    }

    private static Sale sale() {
        return sale(List.of(
                line(1, "蒙牛纯牛奶 250ml", 2, 5_50, 1_00, 1300),
                line(2, "红富士苹果 Fuji apples, sweet", 0, 12_80, 0, 900).withQuantity(new Quantity(864)),
                line(3, "矿泉水", 1, 2_00, 0, 0)));
    }

    private static Sale dearest() {
        return sale(List.of(line(1, "a", 1, Money.FEN_MAX, 0, 1300)));
    }

    private static Sale longest() {
        Line line = new Line(
                1,
                "6901234567892",
                "超长商品名称与规格说明Extra long name ".repeat(3).strip().substring(0, 80),
                "公公公公公公公公",
                new Quantity(99_998_999),
                Money.ofFen(99_99),
                Money.ZERO,
                650,
                LineKind.SALE);
        return sale(List.of(line));
    }

    private static Sale sale(List<Line> lines) {
        Basket basket = new Basket(5, lines, lines.size() + 1);
        return Sale.of(NUMBER, basket);
    }

    private static Line line(int number, String name, int pieces, long priceFen, long discountFen, int rate) {
        Quantity quantity = pieces == 0 ? Quantity.ONE : Quantity.ofPieces(pieces);
        String unit = pieces == 0 ? "kg" : "件";
        return new Line(
                number,
                "1001",
                name,
                unit,
                quantity,
                Money.ofFen(priceFen),
                Money.ofFen(discountFen),
                rate,
                LineKind.SALE);
    }

    private static ScanPaid scan() {
        return scan(sale());
    }

    private static ScanPaid scan(Sale sale) {
        return new ScanPaid(
                NUMBER,
                1,
                ORDER,
                Provider.ALIPAY,
                sale.amount(),
                "2026030222001412345678901234",
                AT.minusSeconds(1),
                "138****1234",
                Money.ofFen(sale.amount().fen() - 1_00),
                ProviderCall.PAY,
                new Exchange("10000", null, null, null, 120, null),
                DONE);
    }

    private static CashTaken cash() {
        return new CashTaken(
                NUMBER,
                1,
                sale().amount(),
                Money.ofFen(50_00),
                Money.ofFen(50_00 - sale().amount().fen()),
                DONE);
    }

    private static CashTaken cash(Sale sale) {
        return new CashTaken(NUMBER, 1, sale.amount(), sale.amount(), Money.ZERO, DONE);
    }
}
