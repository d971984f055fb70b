package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.payment.practice.PracticeKeys;

class SettingsCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String typed, String... args) {
        Surroundings surroundings = new Surroundings(
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of(
                        "TILLBOOK_HOME",
                        folder.resolve("data").toString(),
                        "TILLBOOK_PASSPHRASE_FILE",
                        folder.resolve("secret/passphrase").toString()),
                Locale.ENGLISH);
        return CommandTree.run(surroundings, args);
    }

    private static String publicKey() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(2048);
        return Base64.getEncoder()
                .encodeToString(pairs.generateKeyPair().getPublic().getEncoded());
    }

    @Test
    void withoutSettingsPracticeIsToldToNeedNone() {
        assertEquals(ExitCode.DONE, run("", "settings", "check"));
        assertTrue(out.toString().contains("practice needs none"), out.toString());
    }

    @Test
    void initAsksAgainWhereAnAnswerIsWrongAndWritesSettingsThatHold() throws Exception {
        String replies = String.join(
                "\n",
                "en",
                "Corner Shop",
                "",
                "1000",
                "7",
                "02",
                "yes",
                "2021000000000001",
                publicKey(),
                "new",
                "",
                "");
        assertEquals(ExitCode.DONE, run(replies + "\n", "settings", "init"), err.toString());
        assertTrue(err.toString().contains("999"), "the register number was not refused: " + err);
        assertTrue(Files.readString(folder.resolve("data/live/settings.toml")).contains("Corner Shop"));
        assertEquals(ExitCode.DONE, run("", "settings", "check"), err.toString());
        assertTrue(out.toString().contains("The settings hold"), out.toString());
    }

    @Test
    void checkMissesTheKeysThatAShopOnATestGatewayNeeds() throws Exception {
        write("practice", "alipay.enabled = true", publicKey());
        assertEquals(ExitCode.NO, run("", "settings", "check", "--practice"), out.toString());
        assertEquals(ExitCode.DONE, run("", "settings", "key", "new", "--practice"), err.toString());
        assertEquals(ExitCode.DONE, run("", "settings", "check", "--practice"), err.toString());
    }

    @Test
    void checkRefusesAKeyOfThePracticeProviderInLiveTradeAlsoWhereScanPayIsOff() throws Exception {
        PracticeKeys practice = PracticeKeys.in(folder.resolve("data/practice/practice-keys"));
        String key = Base64.getEncoder()
                .encodeToString(practice.provider().getPublic().getEncoded());
        write("live", "alipay.enabled = false", key);
        assertEquals(ExitCode.DONE, run("", "settings", "key", "new", "--live"), err.toString());
        assertEquals(ExitCode.NO, run("", "settings", "check", "--live"), out.toString());
    }

    private void write(String mode, String enabled, String providersKey) throws IOException {
        Path file = folder.resolve("data/" + mode + "/settings.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "mode = '" + mode + "'",
                        "shop.name = 'x'",
                        "shop.register = 2",
                        enabled,
                        "alipay.app_id = '2021000000000001'",
                        "alipay.alipay_public_key = '" + providersKey + "'",
                        ""));
    }

    @Test
    void initThatIsNotAnsweredToTheEndWritesNothing() {
        assertEquals(ExitCode.NO, run("en\nCorner Shop\n", "settings", "init"));
        assertFalse(Files.exists(folder.resolve("data/live/settings.toml")));
    }

    @Test
    void checkNamesEveryFaultWithItsLine() throws IOException {
        Path file = folder.resolve("data/practice/settings.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[shop]\nregister = 1000\n\n[limits]\nmax_amuont = \"5.00\"\n");
        assertEquals(ExitCode.NO, run("", "settings", "check"));
        assertTrue(err.toString().contains("faults found: 2"), err.toString());
        assertTrue(err.toString().contains("2") && err.toString().contains("max_amount"), err.toString());
    }

    @Test
    void setChangesOneValueAndKeepsTheRemarks() throws IOException {
        Path file = folder.resolve("data/practice/settings.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# ours\n[shop]\nname = \"Old\" # the sign outside\n");
        assertEquals(ExitCode.DONE, run("", "settings", "set", "shop.name", "New"), err.toString());
        assertEquals("# ours\n[shop]\nname = \"New\" # the sign outside\n", Files.readString(file));
    }

    @Test
    void aNameThatIsNoSettingIsRefused() {
        assertEquals(ExitCode.WRONG_USE, run("", "settings", "set", "shop.nmae", "New"));
        assertTrue(err.toString().contains("shop.nmae"), err.toString());
    }

    @Test
    void aNewKeyShowsItsPublicHalfAndNothingElse() throws IOException {
        assertEquals(ExitCode.DONE, run("", "settings", "key", "new", "--live"), err.toString());
        assertTrue(out.toString().contains("MII"), out.toString());
        assertTrue(Files.exists(folder.resolve("data/live/keys.p12")));
        String passphrase =
                Files.readString(folder.resolve("secret/passphrase")).strip();
        assertFalse(out.toString().contains(passphrase) || err.toString().contains(passphrase));
    }

    @Test
    void aFileThatIsNoKeyIsRefusedWithItsRemedy() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), "not a key");
        assertEquals(ExitCode.NO, run("", "settings", "key", "import", file.toString(), "--live"));
        assertFalse(err.toString().isBlank());
        assertFalse(Files.exists(folder.resolve("data/live/keys.p12")));
    }
}
