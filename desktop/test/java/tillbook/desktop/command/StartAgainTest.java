package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.desktop.trouble.CopiedData;
import tillbook.journal.tape.Opening;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeBackup;
import tillbook.journal.tape.TapeOptions;

/** What a register makes of data that it did not leave like this. */
class StartAgainTest {
    private static final String GOODS = "2000000000015";
    private static final Pattern RECEIPT = Pattern.compile("T001(\\w\\w)\\d{8}");

    @TempDir
    private Path home;

    @Test
    void aBackupThatWasPutBackInPlaceGivesItsNumbersANewBeginning() throws IOException {
        String before = epochOfASale();
        assertEquals(before, epochOfASale());
        Path backup = home.resolve("backup");
        try (Tape tape = tape()) {
            new TapeBackup(RealDisk.at(tapeFolder()), RealDisk.at(backup), tape::acknowledgedThrough).copy();
        }
        for (Path file : filesIn(tapeFolder())) Files.delete(file);
        for (Path file : filesIn(backup))
            Files.copy(file, tapeFolder().resolve(file.getFileName().toString()));

        String after = epochOfASale();
        assertNotEquals(before, after);
        assertEquals(after, epochOfASale(), "one new beginning is enough");
    }

    @Test
    void whatANewerTillbookWroteIsShownAndNotAddedTo() throws IOException {
        String receipt = receiptOfASale();
        try (Tape tape = tape()) {
            tape.append(
                    ("{\"type\":\"loyalty-card-read\",\"v\":1,\"stamp\":{\"register\":1,\"shift\":1,\"cashier\":\"1\","
                                    + "\"day\":\"2026-11-22\",\"at\":1795363200000,\"up\":1},\"data\":{\"card\":\"7\"}}")
                            .getBytes(StandardCharsets.UTF_8));
            tape.force();
        }
        long size = tapeBytes();
        try (Program register = start()) {
            register.await("A newer Tillbook wrote this journal");
            register.await("Tillbook is ready");
            register.type(GOODS);
            register.await("can only be read");
            register.type("cash 20");
            register.await("can only be read");
            register.type("receipt " + receipt);
            register.await(receipt);
            assertEquals(ExitCode.DONE, register.quit(), register::toString);
        }
        assertEquals(size, tapeBytes());
        assertTrue(Program.run(home, ExitCode.DONE, "journal", "find", "--practice")
                .contains(receipt));
    }

    @Test
    void theLastSaleBeforeACrashIsNamedAtTheNextStart() throws IOException {
        // With a printer the records of its sheet follow, and bear witness that the sale was not refused.
        Path settings = home.resolve("data/practice/settings.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "mode = \"practice\"\n[printer]\nenabled = false\n");
        Path crashed = home.resolve("crashed");
        String receipt;
        try (Program register = start()) {
            register.await("Tillbook is ready");
            register.type(GOODS, "cash 20");
            register.await("PAID");
            receipt = receiptIn(register.await("T001"));
            CopiedData.asAPowerCutLeavesIt(home.resolve("data"), crashed.resolve("data"));
            register.quit();
        }
        try (Program register = Program.start(crashed, Map.of(), "--practice", "--lang", "en")) {
            assertTrue(register.await("The last thing written").contains(receipt));
            register.await("Tillbook is ready");
            register.quit();
        }
        try (Program register = start()) {
            register.await("Tillbook is ready");
            register.quit();
            assertTrue(!register.toString().contains("The last thing written"), register::toString);
        }
    }

    private Program start() {
        return Program.start(home, Map.of(), "--practice", "--lang", "en");
    }

    private String receiptOfASale() {
        try (Program register = start()) {
            register.await("Tillbook is ready");
            register.type(GOODS, "cash 20");
            register.await("PAID");
            String receipt = receiptIn(register.await("T001"));
            assertEquals(ExitCode.DONE, register.quit());
            return receipt;
        }
    }

    private String epochOfASale() {
        Matcher receipt = RECEIPT.matcher(receiptOfASale());
        assertTrue(receipt.matches());
        return receipt.group(1);
    }

    private static String receiptIn(String line) {
        Matcher receipt = RECEIPT.matcher(line);
        assertTrue(receipt.find(), line);
        return receipt.group();
    }

    private Path tapeFolder() {
        return home.resolve("data/practice/tape");
    }

    private Tape tape() throws IOException {
        Opening opening =
                Tape.open(RealDisk.at(tapeFolder()), TapeOptions.production(0), through -> new byte[] {'{', '}'});
        return assertInstanceOf(Opening.Opened.class, opening).tape();
    }

    private long tapeBytes() throws IOException {
        long bytes = 0;
        for (Path file : filesIn(tapeFolder())) {
            for (byte each : Files.readAllBytes(file)) if (each != 0) bytes++;
        }
        return bytes;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
