package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterCommandTest {
    private static final String EGGS = "2000000000015";
    private static final Pattern RECEIPT = Pattern.compile("T\\d{3}([0-9A-Z]{2})\\d{8}");

    @TempDir
    private Path home;

    @Test
    void whereNothingIsConfiguredAShopIsReadyAndSells() {
        try (Program register = Program.start(home, Map.of(), "--lang", "en")) {
            register.await("Tillbook is ready");
            register.type(EGGS, "281234567890123456");
            register.await("PAID  ￥12.80  Alipay");
            register.await("is printed.");
            assertEquals(ExitCode.DONE, register.quit());
        }
    }

    @Test
    void theNextStartGoesOnWithTheSameNumbersAndACopiedFolderDoesNot() throws IOException {
        String first = sellForCash(home);
        String second = sellForCash(home);
        assertEquals(epoch(first), epoch(second));
        assertEquals(1, sequence(second) - sequence(first));
        Path copy = home.resolve("elsewhere");
        copyTree(home.resolve("data"), copy.resolve("data"));
        assertNotEquals(epoch(first), epoch(sellForCash(copy)));
    }

    @Test
    void aSecondProcessIsRefusedByNameAndCommandsReachTheFirst() {
        try (Program register = Program.start(home, Map.of(), "--lang", "en")) {
            register.await("Tillbook is ready");
            register.type(EGGS, "cash 20");
            String receipt = receiptIn(register.await("PAID  ￥12.80 in cash"));
            register.await("is printed.");
            String refused = Program.run(home, ExitCode.BROKEN, "--lang", "en");
            assertTrue(refused.contains(Long.toString(ProcessHandle.current().pid())), refused);
            assertTrue(Program.run(home, ExitCode.DONE, "journal", "find").contains(receipt));
            String story = Program.run(home, ExitCode.DONE, "journal", "show", receipt);
            assertTrue(story.contains("Money: arrived, ￥12.80. Voucher: printed"), story);
            assertTrue(Program.run(home, ExitCode.DONE, "receipt", receipt).contains("Farm eggs"));
            assertTrue(Program.run(home, ExitCode.DONE, "open").contains("Vouchers owed: 0"));
            assertTrue(Program.run(home, ExitCode.DONE, "journal", "reprint", receipt)
                    .contains("copy 1, goes to the printer"));
            register.await("copy 1, is printed.");
            assertTrue(Program.run(home, ExitCode.NO, "journal", "reprint", "T999XX00000001")
                    .contains("No paid sale is known"));
            assertTrue(Program.run(home, ExitCode.DONE, "goods", "find", "milk").contains("Milk 250 ml"));
            assertTrue(Program.run(home, ExitCode.DONE, "journal", "verify", "--all")
                    .contains("The searchable journal agrees with the tape"));
            assertEquals(ExitCode.DONE, register.quit());
        }
        assertTrue(Program.run(home, ExitCode.DONE, "journal", "find", "--json").contains("\"type\":\"sale\""));
    }

    @Test
    void theSocketIsItsOwnersAloneAndGoneAfterwards() throws IOException {
        Path socket = home.resolve("data/practice/register.sock");
        Files.createDirectories(socket.getParent());
        Files.writeString(socket, "left over from a process that was killed");
        try (Program register = Program.start(home, Map.of(), "--lang", "en")) {
            register.await("Tillbook is ready");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
            assertEquals(ExitCode.DONE, register.quit());
        }
        assertFalse(Files.exists(socket));
    }

    @Test
    void aNameTooLongForASocketStopsNoSale() {
        Path deep = home.resolve("a-folder-with-a-long-name".repeat(4)).resolve("and-another-one");
        try (Program register = Program.start(deep, Map.of(), "--lang", "en")) {
            register.await("Commands cannot reach this register");
            register.await("Tillbook is ready");
            register.type(EGGS, "cash 20");
            register.await("PAID");
            String refused = Program.run(deep, ExitCode.BROKEN, "journal", "find");
            assertTrue(refused.contains("register"), refused);
        }
    }

    @Test
    void exportsAreWholeFiles() throws IOException {
        String receipt = sellForCash(home);
        Path table = home.resolve("sales.csv");
        Path records = home.resolve("records.jsonl");
        Program.run(home, ExitCode.DONE, "journal", "export", "--csv", "--out", table.toString());
        Program.run(home, ExitCode.DONE, "journal", "export", "--jsonl", "--out", records.toString());
        assertTrue(Files.readString(table).contains(receipt));
        List<String> lines = Files.readAllLines(records, StandardCharsets.UTF_8);
        assertTrue(lines.stream().allMatch(line -> line.startsWith("{\"sequence\":") && line.endsWith("}")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"type\":\"cash-taken\"")));
        Program.run(home, ExitCode.BROKEN, "journal", "export", "--csv", "--out", home.toString());
    }

    @Test
    void aClockThatWasSetBackIsToldOnceAndLosesNothing() {
        String ahead = "1000@" + Clock.systemUTC().instant().minus(Duration.ofSeconds(30));
        try (Program register = Program.start(home, Map.of("TILLBOOK_CLOCK_SCALE", ahead), "--lang", "en")) {
            register.await("Tillbook is ready");
            register.type(EGGS, "cash 20");
            register.await("PAID");
            register.quit();
        }
        try (Program register = Program.start(home, Map.of(), "--lang", "en")) {
            String notice = register.await("The clock of this computer says");
            assertTrue(notice.contains("set the clock"), notice);
            register.await("Vouchers owed:");
            register.quit();
            assertEquals(1, register.toString().split("The clock of this computer says", -1).length - 1);
        }
    }

    @Test
    void aWrongClockScaleIsOneLineOfWrongUse() {
        String said = Program.run(home, Map.of("TILLBOOK_CLOCK_SCALE", "fast"), ExitCode.WRONG_USE);
        assertEquals(1, said.lines().count(), said);
    }

    // Helpers.

    private static String sellForCash(Path home) {
        try (Program register = Program.start(home, Map.of(), "--lang", "en")) {
            register.await("Tillbook is ready");
            register.type(EGGS, "cash 20");
            String line = register.await("PAID  ￥12.80 in cash");
            assertEquals(ExitCode.DONE, register.quit());
            return receiptIn(line);
        }
    }

    private static String receiptIn(String line) {
        Matcher found = RECEIPT.matcher(line);
        assertTrue(found.find(), line);
        return found.group();
    }

    private static String epoch(String receipt) {
        return receipt.substring(4, 6);
    }

    private static long sequence(String receipt) {
        return Long.parseLong(receipt.substring(6));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) Files.createDirectories(target);
                else Files.copy(each, target);
            }
        }
    }
}
