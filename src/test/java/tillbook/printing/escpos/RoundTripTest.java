package tillbook.printing.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tillbook.printing.CodeReader;
import tillbook.printing.RandomDocuments;
import tillbook.printing.document.Cells;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.paper.Bitmap;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.PaperPrinter;
import tillbook.printing.paper.PaperText;
import tillbook.printing.paper.Strip;

/** Any document → the bytes of any printer → its paper: the paper says what the document says. */
class RoundTripTest {
    private static final int ROUNDS = 400;
    private static final Bitmap LOGO = new Bitmap(16, new byte[] {0x55, 0x55, 0x2A, 0x2A});

    @Test
    void thePaperShowsWhatTheDocumentSays() {
        everyRound((profile, document, encoded) -> {
            PaperPrinter printer = printed(profile, encoded);
            assertEquals(List.of(), printer.complaints());
            assertEquals(
                    expected(document, profile),
                    PaperText.words(printer.paper()).replace(" ", "").replace("\n", ""));
        });
    }

    @Test
    void everyCodeOnThePaperReadsAsItWasMeant() {
        everyRound((profile, document, encoded) -> {
            List<String> codes = new ArrayList<>();
            for (Element element : document.elements()) {
                if (element instanceof Element.Barcode barcode) codes.add(barcode.data());
                if (element instanceof Element.Qr qr) codes.add(qr.data());
            }
            assertEquals(
                    codes, CodeReader.all(withoutLogos(printed(profile, encoded).paper())));
        });
    }

    @Test
    void noBytesHoldACommandThatIsObeyedOutOfTurn() {
        everyRound((profile, document, encoded) -> {
            byte[] bytes = encoded.bytes();
            for (int i = 1; i < bytes.length; i++) {
                int second = bytes[i];
                boolean obeyed = bytes[i - 1] == 0x10 && (second == 4 || second == 5 || second == 0x14);
                assertTrue(!obeyed, "real-time command at " + i);
            }
        });
    }

    @Test
    void aPartEndsOnlyWhereThePrinterIsBetweenTwoCommandsAndTwoRows() {
        everyRound((profile, document, encoded) -> {
            PaperPrinter printer =
                    new PaperPrinter(profile.dots(), profile.encoding().charset(), LOGO, q -> {});
            int from = 0;
            while (from < encoded.length()) {
                int end = encoded.partEnd(from, 100);
                assertTrue(end > from && (end - from >= 100 || end == encoded.length()));
                for (int i = from; i < end; i++) printer.accept(encoded.bytes()[i]);
                assertTrue(!printer.isMidway(), "a part ends within something at " + end);
                from = end;
            }
        });
    }

    @Test
    void whatIsReplacedIsNamed() {
        everyRound((profile, document, encoded) -> {
            String words = PaperText.words(printed(profile, encoded).paper());
            boolean ownBoxes = document.toString().contains("□");
            if (!ownBoxes) assertEquals(words.contains("□"), !encoded.replaced().isEmpty());
        });
    }

    private interface Check {
        void run(PrinterProfile profile, Document document, Encoded encoded);
    }

    private static void everyRound(Check check) {
        long first = Long.getLong("tillbook.seed", System.nanoTime());
        List<PrinterProfile> profiles =
                new ArrayList<>(PrinterProfiles.shipped().all().values());
        PrinterProfiles.shipped()
                .all()
                .values()
                .forEach(profile -> profiles.add(profile.withCodes(CodeCommand.RASTER)));
        for (long seed = first; seed < first + ROUNDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PrinterProfile profile = profiles.get(random.nextInt(profiles.size()));
            Document document = RandomDocuments.of(random);
            try {
                check.run(profile, document, new EscPosEncoder(profile).encode(document));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "-Dtillbook.seed=" + seed + " " + e.getMessage() + " " + profile.name() + "\n" + document, e);
            }
        }
    }

    private static PaperPrinter printed(PrinterProfile profile, Encoded encoded) {
        PaperPrinter printer =
                new PaperPrinter(profile.dots(), profile.encoding().charset(), LOGO, q -> {});
        for (byte value : encoded.bytes()) printer.accept(value);
        return printer;
    }

    private static Paper withoutLogos(Paper paper) {
        return new Paper(
                paper.dots(),
                paper.strips().stream()
                        .filter(strip ->
                                !(strip instanceof Strip.Picture p && p.bitmap().equals(LOGO)))
                        .toList());
    }

    /** Without spaces, as those at the end of a row are lost on purpose. */
    private static String expected(Document document, PrinterProfile profile) {
        StringBuilder said = new StringBuilder();
        for (Element element : document.elements()) {
            switch (element) {
                case Element.Text text -> said.append(Cells.plain(text.text()));
                case Element.Pair pair -> said.append(Cells.plain(pair.left())).append(Cells.plain(pair.right()));
                case Element.Labelled labelled ->
                    said.append(Cells.plain(labelled.label())).append(Cells.plain(labelled.value()));
                case Element.Rule _ -> said.repeat("-", profile.width().columns());
                case Element.Space _, Element.Barcode _, Element.Qr _, Element.Logo _, Element.Cut _ -> {}
            }
        }
        return drawn(said.toString().replace(" ", ""), profile);
    }

    /** By the JDK's own encoder, character by character. */
    private static String drawn(String said, PrinterProfile profile) {
        StringBuilder drawn = new StringBuilder();
        said.codePoints().forEach(c -> drawn.append(isDrawn(c, profile) ? Character.toString(c) : "□"));
        return drawn.toString();
    }

    private static boolean isDrawn(int codePoint, PrinterProfile profile) {
        if (codePoint < 0x80) return true;
        if (Character.getType(codePoint) == Character.PRIVATE_USE) return false;
        Charset charset = Charset.forName(profile.encoding() == TextEncoding.GBK ? "GBK" : "GB18030");
        String text = Character.toString(codePoint);
        return charset.newEncoder().canEncode(text) && text.getBytes(charset).length == 2;
    }
}
