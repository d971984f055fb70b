package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class CommandTreeTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpSpeaksTheLanguageAskedFor() {
        assertEquals(ExitCode.DONE, run("--lang", "zh-CN", "--help"));
        assertTrue(out.toString().contains("用法：tillbook"), out::toString);
        assertFalse(out.toString().contains("Usage"), out::toString);
    }

    @Test
    void helpSpeaksTheMachinesLanguageWhenNoneIsAskedFor() {
        CommandTree.run(surroundings(Locale.TRADITIONAL_CHINESE), "--help");
        assertTrue(out.toString().contains("用法："), out::toString);
    }

    @Test
    void everyOtherLanguageOfAMachineGetsEnglish() {
        CommandTree.run(surroundings(Locale.FRENCH), "--help");
        assertTrue(out.toString().contains("Usage: tillbook"), out::toString);
    }

    @Test
    void englishStaysEnglishOnAChineseMachine() {
        CommandTree.run(surroundings(Locale.SIMPLIFIED_CHINESE), "--help", "--lang=en");
        assertTrue(out.toString().contains("Usage: tillbook"), out::toString);
    }

    @Test
    void helpTellsEveryExitCode() {
        run("--help");
        for (int code : new int[] {ExitCode.DONE, ExitCode.NO, ExitCode.WRONG_USE, ExitCode.BROKEN})
            assertTrue(out.toString().contains("\n  " + code + "   "), out::toString);
    }

    @Test
    void theVersionIsThatOfTheParentPom() throws IOException {
        assertEquals(ExitCode.DONE, run("--version"));
        String pom = Files.readString(Path.of("../pom.xml"));
        String version = out.toString().strip().replace("Tillbook ", "");
        assertTrue(pom.contains("\n  <version>" + version + "</version>"), version);
    }

    @Test
    void anUnknownOptionIsOneLineOnStandardErrorAndCodeTwo() {
        assertEquals(ExitCode.WRONG_USE, run("--frobnicate"));
        assertEquals("Unknown option: --frobnicate. Help: tillbook --help\n", err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void aNearMissIsNamed() {
        run("--jsn");
        assertEquals("Unknown option: --jsn. Did you mean --json? Help: tillbook --help\n", err.toString());
    }

    @Test
    void everyKindOfWrongLineIsOneLineInTheLanguageAskedFor() {
        assertAll(
                () -> assertWrong("没有这个命令，这里也不需要这个参数：卖。帮助：tillbook --help\n", "--lang=zh", "卖"),
                () -> assertWrong("重复给出：--json。帮助：tillbook --help\n", "--lang=zh", "--json", "--json"),
                () -> assertWrong(
                        "--lang cannot be \"fr\"; it takes zh-CN|en. Help: tillbook --help\n", "--lang", "fr"),
                () -> assertWrong("Missing: --lang=zh-CN|en. Help: tillbook --help\n", "--lang"),
                () -> assertWrong("Unknown option: - a b. Help: tillbook --help\n", "-\n a\tb"));
    }

    @Test
    void aSignAtTheBeginningOfAWordReadsNoFile() throws IOException {
        Path file = Files.createTempFile("arguments", ".txt");
        Files.writeString(file, "--version");
        assertEquals(ExitCode.WRONG_USE, run("@" + file));
        Files.delete(file);
    }

    @Test
    void aCommandReturnsItsOwnExitCode() {
        assertEquals(ExitCode.NO, runProbe(() -> ExitCode.NO, "probe"));
    }

    @Test
    void theCommonOptionsHoldBeforeAndAfterACommandsName() {
        assertEquals(ExitCode.DONE, runProbe(() -> ExitCode.NO, "--json", "probe"));
        assertEquals(ExitCode.DONE, runProbe(() -> ExitCode.NO, "probe", "--json"));
    }

    @Test
    void aBrokenMachineIsOneSentenceAndCodeThree() throws IOException {
        assertBroken(
                "The machine refused: the disk is full, free some space. Details",
                new IOException("the disk is full,\nfree some space"));
    }

    @Test
    void aFaultOfTheProgramIsOneSentenceAndCodeThree() throws IOException {
        assertBroken("Tillbook has a fault: IllegalStateException. Nothing", new IllegalStateException());
    }

    @Test
    void everyCommandAndOptionIsExplainedInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE))
            assertExplained(CommandTree.of(surroundings(locale), locale, Commands::all));
    }

    @Test
    void bothLanguagesHaveTheSameSentences() {
        var english = Messages.of(Locale.ENGLISH).bundle();
        var chinese = Messages.of(Locale.SIMPLIFIED_CHINESE).bundle();
        assertEquals(Locale.SIMPLIFIED_CHINESE, chinese.getLocale());
        for (String key : new TreeSet<>(english.keySet()))
            assertNotEquals(english.getString(key), chinese.getString(key), key + " is not translated");
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
    }

    private void assertWrong(String expected, String... args) {
        err.getBuffer().setLength(0);
        assertEquals(ExitCode.WRONG_USE, run(args));
        assertEquals(expected, err.toString());
    }

    private void assertBroken(String expected, Exception failure) throws IOException {
        int code = runProbe(
                () -> {
                    throw failure;
                },
                "probe");
        assertEquals(ExitCode.BROKEN, code);
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().startsWith(expected), err::toString);
        Path details = Path.of(err.toString().strip().replaceFirst(".*: ", ""));
        assertTrue(Files.readString(details).contains("CommandTreeTest"));
        Files.delete(details);
    }

    private static void assertExplained(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        assertNotEquals(0, command.usageMessage().description().length, command.qualifiedName());
        Stream.concat(command.options().stream(), command.positionalParameters().stream())
                .forEach(argument -> assertNotEquals(0, description(argument).length, argument::toString));
        line.getSubcommands().values().forEach(CommandTreeTest::assertExplained);
    }

    private static String[] description(ArgSpec argument) {
        return argument.description();
    }

    private int run(String... args) {
        return CommandTree.run(surroundings(Locale.ENGLISH), args);
    }

    private int runProbe(Callable<Integer> body, String... args) {
        return CommandTree.of(
                        surroundings(Locale.ENGLISH),
                        Locale.ENGLISH,
                        invocation -> List.of(new Probe(invocation, body)))
                .execute(args);
    }

    private Surroundings surroundings(Locale machine) {
        return new Surroundings(
                new BufferedReader(new StringReader("")),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of(),
                machine);
    }

    /** A command that does what the test says, or is done at once when it is asked for JSON. */
    @Command(name = "probe")
    private static final class Probe implements Callable<Integer> {
        private final Invocation invocation;
        private final Callable<Integer> body;

        Probe(Invocation invocation, Callable<Integer> body) {
            this.invocation = invocation;
            this.body = body;
        }

        @Override
        public Integer call() throws Exception {
            return invocation.options().json() ? ExitCode.DONE : body.call();
        }
    }
}
