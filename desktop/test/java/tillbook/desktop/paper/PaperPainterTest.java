package tillbook.desktop.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import tillbook.desktop.fx.Pictures;
import tillbook.printing.CodeReader;
import tillbook.printing.escpos.GoldenPapers;
import tillbook.printing.paper.Bitmap;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.Run;
import tillbook.printing.paper.Strip;

/** The golden papers as pictures, in {@code target/screens/paper-*.png} for a person to look at. */
class PaperPainterTest {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final int WHITE = 0xFFFFFFFF;
    private static final int DARK = 0x60;

    @BeforeAll
    static void startDrawing() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({
        "scan,epson-cn-80,zh-CN",
        "scan,clone-58,zh-CN",
        "scan,plain-80,en",
        "cash,utf8-80,zh-CN",
        "copy,clone-58,zh-CN",
        "copy,epson-cn-80,en",
        "checked,plain-58,zh-CN",
        "refund,epson-cn-80,zh-CN",
        "held,clone-58,zh-CN",
        "test,clone-80,zh-CN",
        "test,epson-cn-58,en",
        "strange,plain-58,zh-CN"
    })
    void everythingOnThePaperIsInThePicture(String slip, String printer, String language) throws Exception {
        Paper paper = GoldenPapers.of(slip, printer, language).paper();
        BufferedImage picture = drawn(paper, slip + "-" + printer + "-" + language);
        assertEquals(PaperPainter.widthDots(paper), picture.getWidth());
        assertEquals(paper.heightDots() + 2 * PaperPainter.MARGIN_DOTS, picture.getHeight());
        assertEquals(List.of(), faults(paper, picture));
        assertEquals(codes(paper), scanned(paper, picture));
    }

    @Test
    void everySizeAndLookIsDrawnInItsPlace() throws Exception {
        List<Strip> strips = new ArrayList<>();
        for (int wide = 1; wide <= 3; wide++) {
            for (int high = 1; high <= 3; high++) {
                Run run = new Run(12, "明账Ag￥é", wide, high, wide == 2, high == 2, wide == 3);
                strips.add(new Strip.Line(List.of(run), high * Run.HEIGHT_DOTS + 6));
            }
        }
        strips.add(new Strip.Line(List.of(run(0, "small", 1), run(60, "大", 2), run(156, "small", 1)), 54));
        Paper paper = new Paper(576, strips);
        assertEquals(List.of(), faults(paper, drawn(paper, "sizes")));
    }

    @Test
    void aPaperLongerThanAnyPictureOfAGraphicsCardIsWhole() throws Exception {
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) strips.add(new Strip.Line(List.of(run(0, "第 " + i + " 行", 1)), 30));
        Paper paper = new Paper(384, strips);
        assertEquals(List.of(), faults(paper, drawn(paper, "long")));
    }

    @Test
    void anEmptyPaperIsAWhiteStrip() throws Exception {
        Paper paper = new Paper(384, List.of());
        assertEquals(2 * PaperPainter.MARGIN_DOTS, drawn(paper, "empty").getHeight());
    }

    @Test
    void onAScreenItIsAsWideAsItIsToldAndAScreenReaderReadsIt() throws Exception {
        Paper paper = GoldenPapers.of("cash", "utf8-80", "zh-CN").paper();
        Node node = onFx(() -> new PaperPainter().node(paper, 312));
        assertEquals(312, node.prefWidth(-1));
        assertTrue(node.getAccessibleText().contains("明账便利店"), node.getAccessibleText());
    }

    // Helpers.

    private static Run run(int left, String text, int times) {
        return new Run(left, text, times, times, false, false, false);
    }

    private static BufferedImage drawn(Paper paper, String name) throws Exception {
        WritableImage image = onFx(() -> new PaperPainter().image(paper));
        Path file = PICTURES.resolve("paper-" + name + ".png");
        Pictures.write(image, file);
        return ImageIO.read(file.toFile());
    }

    private static <V> V onFx(Callable<V> work) throws Exception {
        return org.testfx.util.WaitForAsyncUtils.asyncFx(work).get();
    }

    /** Every character has ink within its place, and beside the print there is none. */
    private static List<String> faults(Paper paper, BufferedImage picture) {
        List<String> faults = new ArrayList<>();
        int top = PaperPainter.MARGIN_DOTS;
        for (Strip strip : paper.strips()) {
            if (strip instanceof Strip.Line line) faults.addAll(faults(line, top, picture));
            boolean cut = strip instanceof Strip.Cut;
            if (!cut && isMarked(picture, top, strip.heightDots())) faults.add("ink beside " + strip);
            top += strip.heightDots();
        }
        return faults;
    }

    private static List<String> faults(Strip.Line line, int top, BufferedImage picture) {
        List<String> faults = new ArrayList<>();
        int tallest = line.runs().stream().mapToInt(Run::high).max().orElse(1);
        for (Run run : line.runs()) {
            int left = PaperPainter.MARGIN_DOTS + run.leftDots();
            int from = top + (tallest - run.high()) * Run.HEIGHT_DOTS;
            for (int letter : run.text().codePoints().toArray()) {
                int width = run.dotsOf(letter);
                boolean seen = differs(picture, left, from, width, run.high() * Run.HEIGHT_DOTS);
                if (!Character.isWhitespace(letter) && !seen) {
                    faults.add("nothing drawn for " + Character.toString(letter) + " in " + run);
                }
                left += width;
            }
        }
        return faults;
    }

    /** Black on white or white on black: a place of one colour holds no character. */
    private static boolean differs(BufferedImage picture, int left, int top, int width, int height) {
        boolean dark = false;
        boolean bright = false;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int level = picture.getRGB(x, y) & 0xFF;
                dark |= level < 0xFF - DARK;
                bright |= level > DARK;
            }
        }
        return dark && bright;
    }

    private static boolean isMarked(BufferedImage picture, int top, int height) {
        // The line of a cut may lie on the first row.
        for (int y = top + 1; y < top + height; y++) {
            for (int x = 0; x < PaperPainter.MARGIN_DOTS - 2; x++) {
                if (picture.getRGB(x, y) != WHITE || picture.getRGB(picture.getWidth() - 1 - x, y) != WHITE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the dots say; a logo says nothing. */
    private static List<String> codes(Paper paper) {
        return CodeReader.all(paper);
    }

    private static List<String> scanned(Paper paper, BufferedImage picture) throws IOException {
        List<String> all = new ArrayList<>();
        int top = PaperPainter.MARGIN_DOTS;
        for (Strip strip : paper.strips()) {
            if (strip instanceof Strip.Picture one) all.add(scanned(one.bitmap(), picture, top));
            top += strip.heightDots();
        }
        return all;
    }

    private static String scanned(Bitmap bitmap, BufferedImage picture, int top) {
        int width = picture.getWidth();
        int from = Math.max(0, top - 20);
        int height = Math.min(picture.getHeight() - from, bitmap.height() + 40);
        int[] pixels = picture.getRGB(0, from, width, height, null, 0, width);
        for (DecodeHintType manner : List.of(DecodeHintType.TRY_HARDER, DecodeHintType.PURE_BARCODE)) {
            try {
                return new MultiFormatReader()
                        .decode(
                                new BinaryBitmap(
                                        new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels))),
                                Map.of(
                                        DecodeHintType.POSSIBLE_FORMATS,
                                        List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128),
                                        manner,
                                        true,
                                        DecodeHintType.CHARACTER_SET,
                                        "UTF-8"))
                        .getText();
            } catch (NotFoundException e) {
                assertFalse(manner == DecodeHintType.PURE_BARCODE && bitmap.height() > 100, "unread: " + bitmap);
            }
        }
        return "no code: " + bitmap;
    }
}
