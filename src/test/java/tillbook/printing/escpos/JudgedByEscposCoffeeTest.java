package tillbook.printing.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.printing.CodeReader;
import tillbook.printing.document.Align;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Size;
import tillbook.printing.document.Style;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.PaperPrinter;
import tillbook.printing.paper.PaperText;

/**
 * The same receipt by another author's library draws the same paper. Where that library has no command (Chinese mode,
 * white around codes), its bytes are written out here by hand.
 */
class JudgedByEscposCoffeeTest {
    private static final PrinterProfile EPSON =
            PrinterProfiles.shipped().find("epson-cn-80").orElseThrow();
    private static final String QR = "TILLBOOK1 T007K700000042 CNY23.06 20260302T140322";

    private final ByteArrayOutputStream judgesBytes = new ByteArrayOutputStream();
    private final EscPos judge = new EscPos(judgesBytes);

    @Test
    void textInEverySizeAndPlaceDrawsTheSamePaper() throws IOException {
        Document ours = Document.of(
                new Element.Text("明账便利店", Style.TITLE),
                new Element.Text("购物小票", Style.HEADING),
                new Element.Pair("矿泉水 1 件", "￥2.00", Style.PLAIN),
                new Element.Pair("合计", "￥2.00", Style.TALL),
                new Element.Text("右 right", new Style(Align.RIGHT, Size.NORMAL, false, false)),
                new Element.Text("重打印 第 1 次", Style.REVERSE),
                new Element.Rule(),
                new Element.Text("END", Style.CENTRED));
        begin();
        judge.writeLF(style(Justification.Center, 2, 2).setBold(true), "明账便利店");
        judge.writeLF(style(Justification.Center, 1, 1).setBold(true), "购物小票");
        judge.writeLF(style(Justification.Left_Default, 1, 1), "矿泉水 1 件" + " ".repeat(48 - 11 - 6) + "￥2.00");
        judge.writeLF(style(Justification.Left_Default, 1, 2).setBold(true), "合计" + " ".repeat(48 - 4 - 6) + "￥2.00");
        judge.writeLF(style(Justification.Right, 1, 1), "右 right");
        judge.writeLF(
                style(Justification.Center, 1, 1)
                        .setColorMode(com.github.anastaciocintra.escpos.Style.ColorMode.WhiteOnBlack),
                "重打印 第 1 次");
        judge.writeLF(style(Justification.Left_Default, 1, 1), "-".repeat(48));
        judge.writeLF(style(Justification.Center, 1, 1), "END");
        assertSame(ours);
    }

    @Test
    void aQrCodeDrawsTheSamePaper() throws IOException {
        begin();
        quiet();
        judge.write(
                new QRCode()
                        .setSize(QrSize.moduleDots(QrSize.modules(QR.length()), EPSON.dots()))
                        .setErrorCorrectionLevel(QRCode.QRErrorCorrectionLevel.QR_ECLEVEL_M_Default)
                        .setJustification(Justification.Center),
                QR);
        quiet();
        assertSame(Document.of(new Element.Qr(QR)));
    }

    @Test
    void aBarcodeDrawsTheSamePaper() throws IOException {
        begin();
        quiet();
        judge.write(
                new BarCode()
                        .setSystem(BarCode.BarCodeSystem.CODE128)
                        .setBarCodeSize(3, 72)
                        .setHRIPosition(BarCode.BarCodeHRIPosition.NotPrinted_Default)
                        .setJustification(Justification.Center),
                "{BT007K7{C\0\0\0*");
        quiet();
        assertSame(Document.of(new Element.Barcode("T007K700000042")));
    }

    @Test
    void theReceiptThatBothAreMeasuredByIsTheSameOnPaper() throws IOException {
        for (String name : List.of("epson-cn-80", PrinterProfiles.PLAIN_80)) {
            PrinterProfile printer = PrinterProfiles.shipped().find(name).orElseThrow();
            Document receipt = GoldenPapers.document("scan", printer, "zh-CN");
            Paper judges = paper(new CoffeeReceipt(receipt, printer).encode());
            Paper paper = paper(new EscPosEncoder(printer).encode(receipt).bytes());
            assertEquals(words(judges), words(paper));
            assertEquals(CodeReader.all(judges), CodeReader.all(paper));
            assertEquals(2, CodeReader.all(paper).size());
        }
    }

    private static Paper paper(byte[] bytes) {
        return PaperPrinter.paperOf(bytes, EPSON.dots(), EPSON.encoding().charset());
    }

    private static String words(Paper paper) {
        return PaperText.words(paper).replaceAll("\\n+", "\n");
    }

    private void begin() throws IOException {
        judge.setCharsetName("GB18030");
        judge.initializePrinter();
        judge.write(new byte[] {0x1C, 0x26}, 0, 2);
    }

    private void quiet() throws IOException {
        judge.write(Commands.QUIET, 0, Commands.QUIET.length);
    }

    private static com.github.anastaciocintra.escpos.Style style(Justification place, int wide, int high) {
        return new com.github.anastaciocintra.escpos.Style()
                .setJustification(place)
                .setFontSize(size(wide), size(high));
    }

    private static com.github.anastaciocintra.escpos.Style.FontSize size(int times) {
        return times == 1
                ? com.github.anastaciocintra.escpos.Style.FontSize._1
                : com.github.anastaciocintra.escpos.Style.FontSize._2;
    }

    private void assertSame(Document ours) throws IOException {
        judge.flush();
        Charset chinese = EPSON.encoding().charset();
        Paper judges = PaperPrinter.paperOf(judgesBytes.toByteArray(), EPSON.dots(), chinese);
        Paper paper = PaperPrinter.paperOf(new EscPosEncoder(EPSON).encode(ours).bytes(), EPSON.dots(), chinese);
        assertEquals(judges, paper);
    }
}
