package tillbook.printing.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.printing.CodeReader;
import tillbook.printing.document.Document;
import tillbook.printing.paper.Bitmap;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.PaperPrinter;
import tillbook.printing.paper.PaperText;
import tillbook.receipt.ReceiptDocuments;
import tillbook.receipt.SelfContainedReceipt;
import tillbook.receipt.Slip;
import tillbook.receipt.Slips;
import tillbook.receipt.Template;

/** What each slip looks like on the paper of a printer, in files that a person can read. */
class GoldenPaperTest {
    private static final Map<String, Slip> SLIPS = Map.of(
            "scan", Slips.paidByScan(),
            "cash", Slips.paidInCash(),
            "copy", Slips.practiceCopy(),
            "checked", Slips.beingChecked(),
            "refund", Slips.refund(),
            "held", Slips.held(),
            "test", Slips.test(),
            "strange", Slips.strange());

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
    void theSlipStandsOnPaperAsInTheGoldenFile(String slip, String printer, String language) throws IOException {
        PrinterProfile profile = PrinterProfiles.shipped().find(printer).orElseThrow();
        Encoded encoded = new EscPosEncoder(profile).encode(document(slip, profile, language));
        PaperPrinter inside =
                new PaperPrinter(profile.dots(), profile.encoding().charset(), logo(), q -> {});
        for (byte value : encoded.bytes()) inside.accept(value);
        assertEquals(List.of(), inside.complaints());
        assertGolden(slip + "-" + printer + "-" + language + ".txt", shown(inside.paper(), encoded));
    }

    private static Document document(String slip, PrinterProfile profile, String language) {
        Template template = new Template(
                profile.width(), List.of("人民路 8 号", "电话 010-12345678"), List.of("七日内凭小票退换"), true, true, true);
        byte[] key = new byte[SelfContainedReceipt.KEY_BYTES_MIN];
        return new ReceiptDocuments(
                        template,
                        Locale.forLanguageTag(language),
                        ZoneId.of("Asia/Shanghai"),
                        new SelfContainedReceipt(key))
                .of(Objects.requireNonNull(SLIPS.get(slip)));
    }

    /** A frame, 64 dots wide. */
    private static Bitmap logo() {
        byte[] rows = new byte[8 * 16];
        for (int i = 0; i < rows.length; i++) {
            boolean edge = i < 8 || i >= rows.length - 8;
            rows[i] = (byte) (edge ? 0xFF : i % 8 == 0 ? 0x80 : i % 8 == 7 ? 0x01 : 0);
        }
        return new Bitmap(64, rows);
    }

    private static String shown(Paper paper, Encoded encoded) {
        List<String> lines = new ArrayList<>(PaperText.lines(paper));
        for (String code : CodeReader.all(paper)) lines.add("a scanner reads: " + code);
        if (!encoded.replaced().isEmpty()) lines.add("the printer lacks: " + encoded.replaced());
        lines.add(encoded.length() + " bytes");
        return String.join("\n", lines) + "\n";
    }

    private static void assertGolden(String file, String actual) throws IOException {
        try (InputStream golden = GoldenPaperTest.class.getResourceAsStream(file)) {
            if (golden == null) {
                Path fresh = Path.of("target", "golden", "paper", file);
                Files.createDirectories(fresh.getParent());
                Files.writeString(fresh, actual);
                throw new AssertionError(
                        "no golden file " + file + "; read what was written to " + fresh + ":\n" + actual);
            }
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), actual);
        }
    }
}
