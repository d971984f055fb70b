package tillbook.desktop.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.journal.JournalBrokenException;
import tillbook.register.RegisterThread;
import tillbook.settings.Machine;
import tillbook.settings.Mode;

/** A disk that is full when a register says its first word in the journal. */
class FirstRecordTest {
    @TempDir
    private Path home;

    @Test
    void aDiskThatDoesNotTakeTheFirstRecordIsToldAsSuchAndLeavesNothingOpen() {
        RegisterThread.Listener full = (entries, state) -> {
            throw new JournalBrokenException("tape/000001: no space is left", new IOException("No space left"));
        };
        Opening.DiskRefused refused = assertInstanceOf(Opening.DiskRefused.class, open(full));
        assertEquals("tape/000001: no space is left", refused.sentence());
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, open((entries, state) -> {}));
        opened.till().close();
    }

    private Opening open(RegisterThread.Listener listener) {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("user.home", home.toString());
        system.setProperty("user.name", "test");
        Machine machine =
                Machine.of(Map.of("TILLBOOK_HOME", home.resolve("data").toString()), system);
        TillOptions options = new TillOptions(machine, Mode.PRACTICE, "test", "0.1.0", TillClock.real());
        return Till.open(options, _ -> listener, Throwable::toString);
    }
}
