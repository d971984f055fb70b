package tillbook.printing.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.printing.CodeReader;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.PaperText;

/** What each slip looks like on the paper of a printer, in files that a person can read. */
class GoldenPaperTest {
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
        GoldenPapers.Made made = GoldenPapers.of(slip, printer, language);
        assertEquals(List.of(), made.complaints());
        assertGolden(slip + "-" + printer + "-" + language + ".txt", shown(made.paper(), made.encoded()));
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
