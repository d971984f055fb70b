package tillbook.printing.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Style;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.PaperPrinter;
import tillbook.printing.paper.PaperText;

class EscPosEncoderTest {
    private static final PrinterProfile GB =
            PrinterProfiles.shipped().find("clone-80").orElseThrow();

    @Test
    void theHalfWidthYenSignIsSentAsTheWideOneOfTheFont() {
        assertEquals("a3a4", hex(textBytes(GB, "¥")));
        assertEquals("efbfa5", hex(textBytes(GB.with(TextEncoding.UTF_8), "¥")));
    }

    @Test
    void whatTheFontLacksIsABoxAndIsNamedOnce() {
        Encoded encoded = new EscPosEncoder(GB).encode(Document.of(new Element.Text("🍦a🍦\uE001", Style.PLAIN)));
        assertEquals("🍦\uE001", encoded.replaced());
        assertEquals("a1f561a1f5a1f5", hex(textBytes(GB, "🍦a🍦\uE001")));
    }

    @Test
    void aQuestionMarkIsOnlyEverTheShopsOwn() {
        assertTrue(new EscPosEncoder(GB)
                .encode(Document.of(new Element.Text("𠮷?", Style.PLAIN)))
                .replaced()
                .equals("𠮷"));
        assertEquals("a1f53f", hex(textBytes(GB, "𠮷?")));
    }

    @Test
    void pairsOfDigitsThatAPrinterWouldObeyAreNotPacked() {
        assertArrayEquals(new byte[] {'{', 'B', 'T', '{', 'C', 0, 42}, Code128Data.of("T0042"));
        byte[] careful = Code128Data.of("T1604");
        assertEquals("{BT1604", new String(careful, java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void theReceiptNumberFitsARollOf58MmWithModulesThatScannersRead() {
        assertEquals(2, Code128Data.moduleDots("T007K700000042", 384));
        assertEquals(3, Code128Data.moduleDots("T007K700000042", 576));
    }

    @Test
    void ourTableOfQrSizesIsThatOfTheStandard() {
        // ISO/IEC 18004, table 7, byte mode, level M.
        assertEquals(21, QrSize.modules(14));
        assertEquals(25, QrSize.modules(15));
        assertEquals(53, QrSize.modules(180));
        assertEquals(57, QrSize.modules(213));
        assertEquals(61, QrSize.modules(214));
        assertEquals(89, QrSize.modules(560));
        assertEquals(93, QrSize.modules(561));
    }

    @Test
    void theSameEncoderGivesTheSameBytesAgain() {
        EscPosEncoder encoder = new EscPosEncoder(GB);
        Document loud = Document.of(new Element.Text("明账", Style.TITLE), new Element.Text("x", Style.REVERSE));
        byte[] first = encoder.encode(loud).bytes();
        encoder.encode(Document.of(new Element.Text("quiet", Style.PLAIN)));
        assertArrayEquals(first, encoder.encode(loud).bytes());
    }

    @Test
    void codesThatNoPrinterTakesAreRefusedWithTheLimit() {
        assertThrows(IllegalArgumentException.class, () -> new Element.Barcode("票"));
        assertThrows(IllegalArgumentException.class, () -> new Element.Barcode(""));
        assertThrows(IllegalArgumentException.class, () -> new Element.Qr("a".repeat(Element.QR_BYTES_MAX + 1)));
    }

    @Test
    void everyShippedProfileDrawsOnItsPaper() {
        for (PrinterProfile profile : PrinterProfiles.shipped().all().values()) {
            byte[] bytes = new EscPosEncoder(profile)
                    .encode(Document.of(new Element.Text("明账", Style.PLAIN)))
                    .bytes();
            Paper paper = PaperPrinter.paperOf(
                    bytes, profile.dots(), profile.encoding().charset());
            assertEquals(List.of("明账"), PaperText.lines(paper), profile.name());
        }
    }

    @Test
    void theStripShowsThePrintersOwnEncodingReadable() {
        for (TextEncoding set : List.of(TextEncoding.GB18030, TextEncoding.UTF_8)) {
            PrinterProfile profile = GB.with(set);
            Encoded page = new EscPosEncoder(profile).encode(Document.of(new Element.Text("page", Style.PLAIN)));
            Encoded both = EncodingStrip.above(page, profile);
            Paper paper = PaperPrinter.paperOf(both.bytes(), profile.dots(), set.charset());
            String readable = EncodingStrip.setting(set) + " 明账 ￥12.05 ·①";
            assertTrue(PaperText.lines(paper).contains(readable), () -> PaperText.words(paper));
            assertEquals("page", PaperText.lines(paper).getLast());
            assertEquals(both.length(), both.partEnd(both.length() - 1, 1));
        }
    }

    /** What stands between the head of the sheet and the line feed. */
    private static byte[] textBytes(PrinterProfile profile, String text) {
        byte[] all = new EscPosEncoder(profile)
                .encode(Document.of(new Element.Text(text, Style.PLAIN)))
                .bytes();
        int head = Commands.RESET.length
                + (profile.encoding() == TextEncoding.UTF_8 ? Commands.UTF_8_ON : Commands.CHINESE_ON).length;
        return java.util.Arrays.copyOfRange(all, head, all.length - 1);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
