package tillbook.desktop.rig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.desktop.rig.PracticeSettings.Fault;
import tillbook.settings.Mode;
import tillbook.settings.SettingsFile;

/** Faults in the settings of practice: whatever a person wrote is never lost by them. */
class PracticeSettingsTest {
    private static final String MINE = "mode = \"practice\"\n[receipt]\nfooter = [\"欢迎光临明账\"]\n";

    @TempDir
    private Path folder;

    private Path file;
    private PracticeSettings settings;

    @BeforeEach
    void inAFolder() {
        file = folder.resolve("settings.toml");
        settings = new PracticeSettings(new SettingsFile(file, Mode.PRACTICE));
    }

    @Test
    void switchedOffItIsAsBeforeAndNothingIsLeftBeside() throws IOException {
        Files.writeString(file, MINE);
        settings.begin(Fault.PRINTING_OFF);
        assertTrue(settings.has(Fault.PRINTING_OFF));
        settings.end(Fault.PRINTING_OFF);
        assertEquals(MINE, Files.readString(file));
        assertEquals(List.of("settings.toml"), beside());
    }

    @Test
    void whereThereWasNoFileThereIsNoneAfterwards() throws IOException {
        settings.begin(Fault.PRINTING_OFF);
        settings.end(Fault.PRINTING_OFF);
        assertEquals(List.of(), beside());
    }

    @Test
    void aRegisterThatEndedInTheMiddleFindsTheFileOfBefore() throws IOException {
        Files.writeString(file, MINE);
        settings.begin(Fault.NO_PROVIDER);
        PracticeSettings.putBack(file);
        assertEquals(MINE, Files.readString(file));
        assertEquals(List.of("settings.toml"), beside());
    }

    @Test
    void aFileInAnotherEncodingIsRefusedAndKeptToTheByte() throws IOException {
        byte[] gbk = MINE.getBytes(Charset.forName("GBK"));
        Files.write(file, gbk);
        IOException refused = assertThrows(IOException.class, () -> settings.begin(Fault.PRINTING_OFF));
        assertTrue(String.valueOf(refused.getMessage()).contains("UTF-8"), refused::getMessage);
        PracticeSettings.putBack(file);
        assertArrayEquals(gbk, Files.readAllBytes(file));
    }

    @Test
    void aFaultThatCannotBeWrittenLeavesTheFileAndNothingBeside() throws IOException {
        String inOneLine = "mode = \"practice\"\nprinter = { enabled = true }\n";
        Files.writeString(file, inOneLine);
        assertThrows(IOException.class, () -> settings.begin(Fault.PRINTING_OFF));
        assertEquals(inOneLine, Files.readString(file));
        assertEquals(List.of("settings.toml"), beside());
        assertFalse(settings.has(Fault.PRINTING_OFF));
    }

    @Test
    void whatAPersonMendedAndWroteMeanwhileStays() throws IOException {
        Files.writeString(file, MINE);
        settings.begin(Fault.PRINTING_OFF);
        String mended = Files.readString(file).replace("enabled = false", "enabled = true") + "# mine\n";
        Files.writeString(file, mended);
        assertFalse(settings.has(Fault.PRINTING_OFF));
        settings.end(Fault.PRINTING_OFF);
        PracticeSettings.putBack(file);
        assertEquals(mended, Files.readString(file));
        assertEquals(List.of("settings.toml"), beside());
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> !name.endsWith(".bak"))
                    .sorted()
                    .toList();
        }
    }
}
