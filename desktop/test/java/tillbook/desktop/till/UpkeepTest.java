package tillbook.desktop.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.journal.tape.Opening;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeOptions;
import tillbook.journal.tape.TapeReader;

class UpkeepTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private final List<Notice> notices = new ArrayList<>();

    private Tape tapeOfThree() throws IOException {
        Opening opening = Tape.open(
                RealDisk.at(folder.resolve("tape")),
                new TapeOptions(64 << 10, 0),
                _ -> "{}".getBytes(StandardCharsets.UTF_8));
        Tape tape = assertInstanceOf(Opening.Opened.class, opening).tape();
        for (String record : List.of("one", "two", "three")) tape.append(record.getBytes(StandardCharsets.UTF_8));
        tape.force();
        return tape;
    }

    private Upkeep upkeep(Tape tape, Path backup) throws IOException {
        return new Upkeep(
                backup,
                RealDisk.at(folder.resolve("tape")),
                tape::acknowledgedThrough,
                NOON,
                LocalTime.of(4, 0),
                notices);
    }

    @Test
    void aCopyHoldsEveryAcknowledgedRecordAndVerifies() throws Exception {
        Path backup = folder.resolve("backup/tape");
        try (Tape tape = tapeOfThree();
                Upkeep upkeep = upkeep(tape, backup)) {
            upkeep.round();
            upkeep.round();
        }
        Reading reading = TapeReader.whileClosed(RealDisk.at(backup), 3).verifyAll();
        assertEquals(3, assertInstanceOf(Reading.Whole.class, reading).last());
        assertTrue(notices.isEmpty(), notices::toString);
    }

    @Test
    void aBackupPlaceThatTakesNothingIsToldOnceAndSellingGoesOn() throws Exception {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        try (Tape tape = tapeOfThree();
                Upkeep upkeep = upkeep(tape, file.resolve("tape"))) {
            upkeep.round();
            upkeep.round();
        }
        assertEquals(1, notices.size(), notices::toString);
        assertEquals("SYS-BACKUP", notices.getFirst().code());
    }

    @Test
    void aDamagedTapeIsNeverCopiedOverAGoodCopy() throws Exception {
        Path backup = folder.resolve("backup/tape");
        try (Tape tape = tapeOfThree();
                Upkeep upkeep = upkeep(tape, backup)) {
            upkeep.round();
            spoil(folder.resolve("tape"));
            tape.append("four".getBytes(StandardCharsets.UTF_8));
            tape.force();
            upkeep.round();
        }
        assertEquals("SYS-JOURNAL", notices.getLast().code());
        Reading reading = TapeReader.whileClosed(RealDisk.at(backup), 3).verifyAll();
        assertEquals(3, assertInstanceOf(Reading.Whole.class, reading).last());
    }

    @Test
    void aTapeIsVerifiedAfterEachStartAlsoWhereItCannotBeCopied() throws Exception {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        try (Tape tape = tapeOfThree();
                Upkeep upkeep = upkeep(tape, file.resolve("tape"))) {
            spoil(folder.resolve("tape"));
            upkeep.round();
        }
        assertEquals(
                List.of("upkeep.backup", "upkeep.damaged"),
                notices.stream().map(Notice::key).toList());
    }

    private static void spoil(Path tape) throws IOException {
        try (Stream<Path> files = Files.list(tape)) {
            Path segment = files.filter(file -> file.getFileName().toString().startsWith("segment-"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("two");
            bytes[at] ^= 1;
            Files.write(segment, bytes, StandardOpenOption.WRITE);
        }
    }
}
