package tillbook.printing.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.printing.document.Align;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Size;
import tillbook.printing.document.Style;
import tillbook.printing.escpos.EscPosEncoder;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;

class PaperLinesTest {
    private static final PrinterProfile PLAIN =
            PrinterProfiles.shipped().find(PrinterProfiles.PLAIN_58).orElseThrow();

    @Test
    void everythingStandsWhereItStandsOnPaper() {
        Style right = new Style(Align.RIGHT, Size.NORMAL, false, false);
        assertEquals(
                List.of(
                        "              明账",
                        "茶 tea                    ￥2.00",
                        "                          ￥5.50",
                        "",
                        "--------------------------------"),
                lines(
                        new Element.Text("明账", Style.TITLE),
                        new Element.Pair("茶 tea", "￥2.00", Style.PLAIN),
                        new Element.Text("￥5.50", right),
                        new Element.Space(),
                        new Element.Rule()));
    }

    @Test
    void picturesAreToldByTheirSizeAndACutIsSeen() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1B, 'a', 1, 0x1D, 0x76, 0x30, 0, 2, 0, 1, 0, 1, 2, 0x1D, 0x56, 66, 0});
        Paper paper = PaperPrinter.paperOf(bytes.toByteArray(), 384, Charset.forName("GBK"));
        assertEquals(
                List.of(" ".repeat(15) + "[16 × 1 dots]", "", "- ".repeat(16).strip()), PaperLines.of(paper));
    }

    private static List<String> lines(Element... elements) {
        byte[] bytes = new EscPosEncoder(PLAIN).encode(Document.of(elements)).bytes();
        return PaperLines.of(
                PaperPrinter.paperOf(bytes, PLAIN.dots(), PLAIN.encoding().charset()));
    }
}
