package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.journal.tape.Opening;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeOptions;

/** What a broken machine or a wrong hand leaves behind: one clear answer with place and remedy, and nothing lost. */
class BadInputTest {
    private static final String EGGS = "2000000000015";

    @TempDir
    private Path home;

    @Test
    void aFileInPlaceOfTheDataFolderIsNamed() throws IOException {
        Files.writeString(home.resolve("data"), "not a folder");
        String said = Program.run(home, ExitCode.BROKEN, "--lang", "en");
        assertClear(said, home.resolve("data").toString());
        assertEquals("not a folder", Files.readString(home.resolve("data")));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        try (Program register = new Start("/proc/tillbook").program()) {
            assertEquals(ExitCode.BROKEN, register.exit());
            assertClear(register.toString(), "/proc");
        }
    }

    private record Start(String folder) {
        Program program() {
            return Program.start(Path.of(folder), Map.of(), "--lang", "en");
        }
    }

    @Test
    void brokenSettingsAreRefusedWithLineAndRemedyAndEveryFaultAtOnce() throws IOException {
        Path settings = home.resolve("data/practice/settings.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "mode = \"practice\"\n[shop]\nregister = 5000\n[limits]\nmax_amount = \"much\"\n");
        String said = Program.run(home, ExitCode.BROKEN, "--lang", "en");
        assertClear(said, settings.toString());
        assertTrue(said.contains("shop.register") && said.contains("limits.max_amount"), said);
        assertTrue(Program.run(home, ExitCode.NO, "settings", "check").contains("shop.register"));
        String chinese = Program.run(home, ExitCode.BROKEN, "--lang", "zh-CN");
        assertTrue(chinese.contains("设置有误"), chinese);
    }

    @Test
    void settingsThatAreNoTomlAreRefusedWithTheLine() throws IOException {
        Path settings = home.resolve("data/practice/settings.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "[shop\nname = \n");
        assertClear(Program.run(home, ExitCode.BROKEN, "--lang", "en"), settings.toString());
    }

    @Test
    void aByteOfTheTapeThatFlippedIsMendedFromTheSearchableJournal() throws IOException {
        sell();
        flipAByteOf("cash-taken");
        try (Program register = Program.start(home, Map.of(), "--lang", "en")) {
            register.await("was mended from the searchable journal");
            register.await("Vouchers owed: 0");
            assertEquals(ExitCode.DONE, register.quit());
        }
        assertTrue(
                Program.run(home, ExitCode.DONE, "journal", "verify", "--all").contains("The tape is whole"));
    }

    @Test
    void aDamagedTapeThatNobodyCanMendIsRefusedAndLeftAsItIs() throws IOException {
        sell();
        Files.delete(home.resolve("data/practice/journal.mv.db"));
        flipAByteOf("sale-frozen");
        byte[] before = Files.readAllBytes(segment());
        String said = Program.run(home, ExitCode.BROKEN, "--lang", "en");
        assertClear(said, segment().toString());
        assertTrue(said.contains("backup"), said);
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(segment())));
        assertTrue(Program.run(home, ExitCode.NO, "journal", "verify").contains("The tape is damaged"));
    }

    @Test
    void aRecordOfANewerTillbookOpensForReadingOnlyAndNothingIsChanged() throws IOException {
        sell();
        appendToTape("{\"type\":\"loyalty-points\",\"v\":1,\"stamp\":{\"register\":1,\"shift\":1,\"cashier\":\"1\","
                + "\"day\":\"2026-11-22\",\"at\":1,\"up\":1},\"data\":{}}");
        byte[] before = Files.readAllBytes(segment());
        try (Program register = Program.start(home, Map.of(), "--lang", "en")) {
            register.await("opened for reading only");
            register.await("Tillbook is ready");
            register.type(EGGS);
            register.await("SYS-OLD");
            assertEquals(ExitCode.DONE, register.quit());
            assertTrue(register.toString().contains("loyalty-points v1"), register.toString());
        }
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(segment())));
        assertTrue(Program.run(home, ExitCode.DONE, "journal", "find").contains("￥12.80"));
    }

    @Test
    void garbageInPlaceOfTheSearchableJournalCostsNothing() throws IOException {
        sell();
        Files.writeString(home.resolve("data/practice/journal.mv.db"), "garbage".repeat(1000));
        assertTrue(Program.run(home, ExitCode.DONE, "journal", "find").contains("￥12.80"));
        try (Stream<Path> files = Files.list(home.resolve("data/practice"))) {
            assertTrue(
                    files.anyMatch(file -> file.getFileName().toString().startsWith("journal")
                            && !file.getFileName().toString().equals("journal.mv.db")),
                    "the old file is kept aside");
        }
    }

    @Test
    void garbageInPlaceOfTheGoodsIsSetAsideAndSellingGoesOn() throws IOException {
        sell();
        Files.writeString(home.resolve("data/practice/catalog/goods.mv.db"), "garbage".repeat(1000));
        try (Program register = Program.start(home, Map.of(), "--lang", "en")) {
            register.await("The goods were damaged and stand aside");
            register.await("Tillbook is ready");
            assertEquals(ExitCode.DONE, register.quit());
        }
    }

    @Test
    void aFileOfGoodsThatIsNoneChangesNothing() throws IOException {
        Path file = home.resolve("goods.csv");
        Files.writeString(file, "a,b\n1,2\n");
        String said = Program.run(home, ExitCode.NO, "goods", "import", file.toString());
        assertFalse(said.contains("\tat "), said);
        Files.write(file, new byte[] {(byte) 0xff, 0, 1, 2, 3});
        Program.run(home, ExitCode.NO, "goods", "import", file.toString());
        Program.run(
                home, ExitCode.NO, "goods", "import", home.resolve("none.csv").toString());
        assertTrue(Program.run(home, ExitCode.DONE, "goods", "find", EGGS).contains("Farm eggs"));
    }

    @Test
    void aPracticeBookThatIsNoneIsNamed() throws IOException {
        Path book = home.resolve("data/practice/practice-book.jsonl");
        Files.createDirectories(book.getParent());
        Files.writeString(book, "not a line of a book\n");
        assertClear(Program.run(home, ExitCode.BROKEN, "--lang", "en"), book.toString());
    }

    @Test
    void wrongArgumentsAreOneLineAndExitTwo() {
        for (String[] wrong : new String[][] {
            {"journal"},
            {"journal", "find", "--limit", "many"},
            {"journal", "find", "--amount", "a lot"},
            {"journal", "find", "--day", "yesterday"},
            {"journal", "find", "--state", "lost"},
            {"journal", "show"},
            {"journal", "export", "--csv"},
            {"goods", "import"},
            {"demo"},
            {"practice-provider", "--port", "x", "--book", "b", "--keys", "k"},
            {"practice-provider", "--port", "70000", "--book", "b", "--keys", "k"},
            {"practice-provider", "--port", "-1", "--book", "b", "--keys", "k"},
            {"practice-printer", "--port", "70000"},
            {"journal", "find", "--limit", "-1"},
            {"journal", "find", "--limit", "99999999999"},
            {"jornal"},
            {"--colour"}
        }) {
            String said = Program.run(home, ExitCode.WRONG_USE, wrong);
            assertEquals(1, said.lines().count(), said);
        }
    }

    // Helpers.

    private void sell() {
        try (Program register = Program.start(home, Map.of(), "--lang", "en")) {
            register.await("Tillbook is ready");
            register.type(EGGS, "cash 20");
            register.await("PAID");
            register.await("is printed.");
            assertEquals(ExitCode.DONE, register.quit());
        }
    }

    private Path segment() {
        return home.resolve("data/practice/tape/segment-0000000001.tape");
    }

    private void flipAByteOf(String type) throws IOException {
        String content = Files.readString(segment(), StandardCharsets.ISO_8859_1);
        int at = content.indexOf("\"" + type + "\"");
        assertTrue(at > 0, type);
        try (RandomAccessFile file = new RandomAccessFile(segment().toFile(), "rw")) {
            file.seek(at + 1);
            file.write(content.charAt(at + 1) ^ 1);
        }
    }

    private void appendToTape(String payload) throws IOException {
        Opening opening =
                Tape.open(RealDisk.at(home.resolve("data/practice/tape")), TapeOptions.production(0), through ->
                        new byte[] {'{', '}'});
        assertTrue(opening instanceof Opening.Opened, opening.toString());
        if (!(opening instanceof Opening.Opened opened)) return;
        try (Tape tape = opened.tape()) {
            tape.append(payload.getBytes(StandardCharsets.UTF_8));
            tape.force();
        }
    }

    /** Names its place, tells in few lines, and shows no stack trace. */
    private static void assertClear(String said, String place) {
        assertTrue(said.contains(place), said);
        assertFalse(said.contains("\tat "), said);
        assertFalse(said.contains("Exception"), said);
        assertTrue(said.lines().count() <= 4, said);
    }
}
