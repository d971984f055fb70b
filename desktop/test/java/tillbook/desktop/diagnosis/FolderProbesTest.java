package tillbook.desktop.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.Request;
import tillbook.diagnosis.Diagnosis;
import tillbook.journal.EventCodec;
import tillbook.journal.JournalEvent;
import tillbook.journal.Stamp;
import tillbook.journal.tape.Opening;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeOptions;
import tillbook.register.RegisterStart;
import tillbook.register.RegisterState;
import tillbook.settings.DataFolder;
import tillbook.settings.Machine;
import tillbook.settings.Mode;

/** What can be known of data on which no register runs, and what cannot. */
class FolderProbesTest {
    private static final Stamp STAMP = new Stamp(1, 1, "02", LocalDate.of(2026, 11, 22), 1_795_363_200_000L, 12);
    private static final int HEADER_BYTES = 400;

    @TempDir
    private Path home;

    @Test
    void aTapeThatIsUnderstoodTellsWhatIsOpen() throws IOException {
        written(started(), stopped());
        assertTrue(probes().register().isPresent());
        assertEquals("ALL_DECIDED", money());
    }

    /** A payment may stand in the record that this version cannot read. */
    @Test
    void behindARecordOfANewerTillbookNothingIsKnownOfTheMoney() throws IOException {
        written(started(), stopped(), "{\"type\":\"loyalty-points\",\"v\":1,\"stamp\":{},\"data\":{}}".getBytes(UTF_8));
        assertEquals(Optional.empty(), probes().register());
        assertEquals("CANNOT_TELL", money());
    }

    /** The records before the damage tell of payments that were decided, and not of those that came behind. */
    @Test
    void behindADamagedRecordNothingIsKnownOfTheMoney() throws IOException {
        written(started(), stopped(), started(), stopped());
        try (var segments = Files.list(folder().tape());
                RandomAccessFile file = new RandomAccessFile(
                        segments.filter(each -> each.getFileName().toString().startsWith("segment"))
                                .findFirst()
                                .orElseThrow()
                                .toFile(),
                        "rw")) {
            file.seek(HEADER_BYTES);
            int was = file.read();
            file.seek(HEADER_BYTES);
            file.write(was ^ 0xFF);
        }
        assertEquals(Optional.empty(), probes().register());
        assertEquals("CANNOT_TELL", money());
    }

    /** What the doctor says first, and that its exit code does not say that all is well. */
    private String money() {
        List<Answer> said = new ArrayList<>();
        Diagnosis diagnosis = new Diagnosis(() -> Instant.EPOCH, () -> 0, fault -> {
            throw new AssertionError(fault);
        });
        int exit = new DiagnosisDesk(diagnosis, probes())
                .answer(new Request("doctor", Locale.ENGLISH, Map.of()), said::add);
        String money = String.valueOf(said.getFirst().fields().get("money"));
        if (money.equals("CANNOT_TELL")) assertEquals(1, exit, said::toString);
        return money;
    }

    private DataFolder folder() {
        return new DataFolder(home, Mode.PRACTICE);
    }

    private FolderProbes probes() {
        Machine machine = Machine.of(Map.of("TILLBOOK_HOME", home.toString()), new Properties());
        return new FolderProbes(folder(), machine, () -> Instant.EPOCH);
    }

    private void written(byte[]... records) throws IOException {
        Files.createDirectories(folder().path());
        Opening opening = Tape.open(
                RealDisk.at(folder().tape()),
                TapeOptions.production(0),
                _ -> RegisterStart.snapshot(STAMP, RegisterState.NEW));
        try (Tape tape = assertInstanceOf(Opening.Opened.class, opening).tape()) {
            for (byte[] record : records) {
                tape.append(record);
                tape.force();
            }
        }
    }

    private static byte[] started() {
        return EventCodec.encode(STAMP, new JournalEvent.RegisterStarted("A1", "here", "1", true, false));
    }

    private static byte[] stopped() {
        return EventCodec.encode(STAMP, new JournalEvent.RegisterStopped(1, 0));
    }
}
