package tillbook.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.PaperWidth;
import tillbook.printing.document.Style;

class ReceiptDocumentsTest {
    private static final Template FULL = new Template(
            PaperWidth.MM_80, List.of("人民路 8 号", "电话 010-12345678"), List.of("七日内凭小票退换"), true, true, true);
    private static final ElectronicReceipt LINK = (receipt, zone) -> "https://example.org/r/6f1c";
    private final ReceiptDocuments documents =
            new ReceiptDocuments(FULL, Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"), LINK);

    @Test
    void everySlipEndsWithItsMarkAndTheCut() {
        for (Slip slip : List.of(
                Slips.paidByScan(),
                Slips.paidInCash(),
                Slips.practiceCopy(),
                Slips.beingChecked(),
                Slips.refund(),
                Slips.held(),
                Slips.test())) {
            List<Element> elements = documents.of(slip).elements();
            assertInstanceOf(Element.Cut.class, elements.getLast());
            assertTrue(
                    texts(documents.of(slip)).getLast().contains("END"),
                    () -> texts(documents.of(slip)).toString());
        }
    }

    @Test
    void theShopsOwnLinesLogoAndCodesStandWhereTheTemplateHasThem() {
        List<Element> elements = documents.of(Slips.paidByScan()).elements();
        assertInstanceOf(Element.Logo.class, elements.getFirst());
        assertTrue(elements.contains(new Element.Barcode("T007K700000042")));
        assertTrue(elements.contains(new Element.Qr("https://example.org/r/6f1c")));
        List<String> texts = texts(documents.of(Slips.paidByScan()));
        assertTrue(texts.containsAll(List.of("人民路 8 号", "电话 010-12345678", "七日内凭小票退换")), texts::toString);
    }

    @Test
    void aCopyIsMarkedInReverseWithNumberTimeAndPerson() {
        assertTrue(documents
                .of(Slips.practiceCopy())
                .elements()
                .contains(new Element.Text("重打印 第 2 次 · 2026-03-02 14:13:22 · S02", Style.REVERSE)));
    }

    @Test
    void theOriginalSaysNothingOfCopies() {
        assertFalse(texts(documents.of(Slips.paidInCash())).toString().contains("重打印"));
    }

    @Test
    void whatProvesNothingSaysSoInReverseAndCarriesNoEReceipt() {
        Document slip = documents.of(Slips.beingChecked());
        assertTrue(slip.elements().contains(new Element.Text("结果核实中，不是付款凭证", Style.REVERSE)));
        assertFalse(slip.elements().stream().anyMatch(Element.Qr.class::isInstance));
    }

    @Test
    void aRefundNamesSaleTradeAndRefund() {
        List<Element> slip = documents.of(Slips.refund()).elements();
        assertTrue(slip.contains(new Element.Labelled("原票号", "T007K700000042")));
        assertTrue(slip.contains(new Element.Labelled("交易号", "2026030222001412345678901234")));
        assertTrue(slip.contains(new Element.Labelled("退款单号", "R007K700000042011")));
        assertTrue(slip.contains(new Element.Pair("已退", "￥11.00", Style.TALL)));
    }

    @Test
    void aHeldBasketHasACodeThatIsNoReceiptNumber() {
        String code = Slips.held().number().text();
        assertEquals(code, Slips.held().code());
        assertTrue(documents.of(Slips.held()).elements().contains(new Element.Barcode(code)));
    }

    @Test
    void aTemplateWithoutThemHasNeitherLogoNorCodes() {
        Template bare = new Template(PaperWidth.MM_58, List.of(), List.of(), false, false, false);
        List<Element> slip = new ReceiptDocuments(bare, Locale.ENGLISH, ZoneId.of("Asia/Shanghai"), LINK)
                .of(Slips.paidByScan())
                .elements();
        assertFalse(slip.stream()
                .anyMatch(e -> e instanceof Element.Logo || e instanceof Element.Barcode || e instanceof Element.Qr));
    }

    private static List<String> texts(Document document) {
        return document.elements().stream()
                .filter(Element.Text.class::isInstance)
                .map(element -> ((Element.Text) element).text())
                .toList();
    }
}
