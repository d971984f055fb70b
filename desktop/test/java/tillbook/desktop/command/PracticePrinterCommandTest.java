package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.printing.practice.PrinterTrouble;

/** A register of its own and a printer of its own, both as a person starts them, with a socket between them. */
class PracticePrinterCommandTest {
    private static final String EGGS = "2000000000015";
    private static final String END = "完 END";

    @TempDir
    private Path home;

    @Test
    void aReceiptThatWaitedForPaperIsTheUnmarkedOriginal() throws IOException {
        try (Program printer = printer("--lang", "en");
                Program register = registerAt(printer)) {
            sell(register);
            register.await("is printed.");
            assertSheet(1, printer, false);
            printer.type("paper-out");
            printer.await("On.");
            sell(register);
            register.await("PRN-PAPER-OUT");
            register.await("waits, and prints by itself");
            assertEquals(1, sheets(printer), "nothing was sent to a printer without paper");
            printer.type("mend");
            printer.await("is well");
            register.await("is printed.");
            assertSheet(2, printer, false);
            printer.type("tear");
            printer.await("Nothing hangs");
            end(register, printer);
        }
    }

    @Test
    void aSheetThatWasCutOffEndsInTheQuestionAndInAMarkedCopy() throws IOException {
        try (Program printer = printer("--lang", "en");
                Program register = registerAt(printer)) {
            printer.type("cut after 300");
            printer.await("On.");
            sell(register);
            String look = register.await("Otherwise a marked copy: unprinted");
            assertTrue(look.contains("printed T"), look);
            assertEquals(0, sheets(printer));
            printer.type("tear", "mend");
            printer.await("is well");
            assertFalse(printer.toString().contains(END), "a torn half has no end: " + printer);
            register.type("unprinted");
            register.await("copy 1, is printed.");
            assertSheet(1, printer, true);
            end(register, printer);
        }
    }

    @Test
    void aPersonWhoSeesTheReceiptSaysSoAndThereIsNoCopy() throws IOException {
        try (Program printer = printer("--lang", "en", "--tier", "barrier", "--paper", "58");
                Program register = registerAt(printer, 58)) {
            sell(register);
            register.await("is printed.");
            assertSheet(1, printer, false);
            printer.type("cut after 400");
            printer.await("On.");
            sell(register);
            register.await("Otherwise a marked copy");
            printer.type("mend");
            register.type("printed");
            register.await("came out");
            printer.type("tear");
            end(register, printer);
            assertFalse(printer.toString().contains("重打印"), printer::toString);
        }
    }

    @Test
    void aPrinterThatSaysNothingIsNotTakenForGood() throws IOException {
        try (Program printer = printer("--lang", "en", "--tier", "silent");
                Program register = registerAt(printer)) {
            sell(register);
            register.await("this printer cannot say more");
            assertSheet(1, printer, false);
            end(register, printer);
        }
    }

    @Test
    void everyTroubleCanBeTypedAndAWrongLineSaysWhatIsRight() throws IOException {
        try (Program printer = printer("--lang", "en")) {
            printer.type("help");
            printer.await("quit");
            for (String word : List.of(
                    "paper-out",
                    "paper-out after 10",
                    "PAPER-LOW",
                    "cover after 1",
                    "jam",
                    "hot",
                    "cut after 7",
                    "power-cut",
                    "slow 100",
                    "silent",
                    "late 20",
                    " frozen ")) {
                printer.type(word);
                printer.await("On.");
            }
            printer.type("", "mend");
            printer.await("is well");
            assertWrong(printer, "paper-out soon", "paper-out after BYTES");
            assertWrong(printer, "cut after -1", "cut after BYTES");
            assertWrong(printer, "slow", "slow BYTES");
            assertWrong(printer, "slow 0", "1 or more");
            assertWrong(printer, "late soon", "late MS");
            assertWrong(printer, "mend now", "mend stands alone");
            assertWrong(printer, "explode", "no word \"explode\"");
            assertEquals(ExitCode.DONE, printer.quit());
        }
    }

    @Test
    void itSpeaksChinese() throws IOException {
        try (Program printer = printer("--lang", "zh-CN")) {
            assertWrong(printer, "慢", "没有“慢”这个词");
            printer.type("help");
            printer.await("缺纸");
            assertEquals(ExitCode.DONE, printer.quit());
        }
    }

    @Test
    void everyTroubleThereIsHasAWord() {
        List<Class<?>> typed =
                List.of("paper-out", "paper-low", "cover", "jam", "hot", "cut", "power-cut", "silent").stream()
                        .<Class<?>>map(PracticePrinterCommandTest::trouble)
                        .toList();
        List<Class<?>> figured = List.of("slow 1", "late 1", "frozen").stream()
                .<Class<?>>map(PracticePrinterCommandTest::trouble)
                .toList();
        for (Class<?> kind : PrinterTrouble.class.getPermittedSubclasses()) {
            // What counts dots, or bytes of questions as well, is a matter of tests that count them.
            boolean counts = kind == PrinterTrouble.RollEnds.class || kind == PrinterTrouble.LinkCut.class;
            boolean has = typed.contains(kind) || figured.contains(kind) || counts;
            assertTrue(has, kind.toString());
        }
    }

    @Test
    void aPortThatIsTakenIsNamedWithTheRemedy() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            String said = Program.run(home, ExitCode.BROKEN, "practice-printer", "--lang", "en", "--port", port);
            assertTrue(said.contains("Port " + port) && said.contains("--port 0"), said);
            assertEquals(1, said.lines().count(), said);
        }
    }

    @Test
    void wrongOptionsAreOneLineAndExitTwo() {
        for (String[] wrong : new String[][] {
            {"practice-printer", "--port", "70000"},
            {"practice-printer", "--port", "x"},
            {"practice-printer", "--paper", "70"},
            {"practice-printer", "--tier", "best"}
        }) {
            String said = Program.run(home, ExitCode.WRONG_USE, wrong);
            assertEquals(1, said.lines().count(), said);
        }
    }

    // Helpers.

    private Program printer(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "practice-printer";
        args[1] = "--port";
        args[2] = "0";
        System.arraycopy(more, 0, args, 3, more.length);
        return Program.start(home, Map.of(), args).endedBy("quit");
    }

    private Program registerAt(Program printer) throws IOException {
        return registerAt(printer, 80);
    }

    private Program registerAt(Program printer, int paperMm) throws IOException {
        String address = printer.await("practice-printer tcp ").replace("practice-printer ", "");
        Path settings = home.resolve("data/practice/settings.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(
                settings,
                "mode = \"practice\"\n[printer]\naddress = \"" + address + "\"\npaper_mm = " + paperMm + "\n");
        Program register = Program.start(home, Map.of(), "--lang", "en");
        register.await("Tillbook is ready");
        return register;
    }

    private static void sell(Program register) {
        register.type(EGGS, "cash 20");
        register.await("PAID  ￥12.80 in cash");
    }

    /** The next sheet, whole; in all there are so many. */
    private static void assertSheet(int number, Program printer, boolean copy) {
        printer.await(END);
        String all = printer.toString();
        assertEquals(number, sheets(printer), all);
        String sheet = all.substring(all.lastIndexOf("票号"));
        assertTrue(sheet.contains("Farm eggs"), sheet);
        assertEquals(copy, all.contains("重打印 第 1 次"), all);
    }

    private static int sheets(Program printer) {
        return printer.toString().split("\\Q" + END + "\\E", -1).length - 1;
    }

    private static void assertWrong(Program printer, String typed, String remedy) {
        printer.type(typed);
        printer.await(remedy);
    }

    private static Class<?> trouble(String line) {
        PrinterWord word = PrinterWord.read(line);
        assertTrue(word instanceof PrinterWord.Trouble, line);
        return word instanceof PrinterWord.Trouble trouble ? trouble.trouble().getClass() : Object.class;
    }

    private static void end(Program register, Program printer) {
        assertEquals(ExitCode.DONE, register.quit());
        assertEquals(ExitCode.DONE, printer.quit());
    }
}
