package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.payment.practice.Call;
import tillbook.payment.practice.PracticeKeys;
import tillbook.payment.practice.Trouble;

/**
 * Drives the whole program with known secrets, through good sales and every kind of trouble, and then looks for them in
 * every file that is left behind and in every line that was said.
 */
class SecretsTest {
    private static final List<String> CODES = List.of(
            "281111111111110099",
            "282222222222220002",
            "283333333333330003",
            "284444444444440007",
            "285555555555550015",
            "286666666666660018",
            "287777777777770019",
            "288888888888880016",
            "130000000000001234",
            "6211111111111111111");

    private static final String TOKEN = "202611BBa1b2c3d4e5f60718293a4b5c";

    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path home;

    @Test
    void noSecretIsLeftBehindAnywhere() throws IOException {
        Path keys = Files.createDirectories(home.resolve("handed-over"));
        PracticeKeys pairs = PracticeKeys.in(keys);
        Path appKey = keys.resolve("register-private.pem");
        List<String> secrets = new ArrayList<>(CODES);
        try (LiveShop shop = LiveShop.open(home, appKey, keys.resolve("provider-public.pem"), pairs)) {
            Program.run(home, ExitCode.DONE, "settings", "set", "alipay.app_auth_token", TOKEN, "--live");
            sell(shop);
            commands(secrets);
        }
        secrets.add(TOKEN);
        secrets.addAll(keyLines(appKey));
        secrets.add(passphrase());
        for (String secret : secrets) {
            assertEquals(
                    List.of(), filesWith(secret, keys), "files with a secret of " + secret.length() + " characters");
            for (String line : said) assertFalse(line.contains(secret), line);
        }
    }

    private void sell(LiveShop shop) {
        try (Program register = shop.register()) {
            register.await("Tillbook is ready");
            // With nothing on the counter a code is only explained.
            register.type(CODES.getFirst());
            register.await("OPR-NOT-SUBMITTED");
            for (String code : CODES) {
                register.type(LiveShop.GOODS, code, code, "wait 3", "stop back", "wait 5");
                register.await("o payment");
            }
            register.type("find " + CODES.getFirst(), "receipt " + CODES.getFirst(), "add " + CODES.getFirst());
            register.type("recall " + CODES.getFirst(), "given " + CODES.getFirst(), "nonsense " + CODES.getFirst());
            shop.provider().trouble(new Trouble.CutOff(false), Call.PAY, 1);
            register.type(LiveShop.GOODS, CODES.getFirst(), "wait 3");
            register.type("drop", "status", "open", "quit");
            register.exit();
            said.add(register.toString());
        }
    }

    private void commands(List<String> secrets) {
        for (String secret : secrets) {
            said.add(Program.run(home, ExitCode.NO, "journal", "find", secret, "--live", "--json"));
            said.add(Program.run(home, ExitCode.NO, "journal", "show", secret, "--live"));
        }
        for (String format : List.of("--csv", "--csv=attempts", "--csv=lines", "--jsonl")) {
            Path out = home.resolve("export" + format);
            said.add(Program.run(home, Map.of(), ExitCode.DONE, "journal", "export", format, "--out", out.toString()));
        }
    }

    /** Long pieces of the key as it is written down, without the lines that PEM puts around it. */
    private static List<String> keyLines(Path pem) throws IOException {
        return Files.readAllLines(pem).stream()
                .filter(line -> !line.startsWith("-----") && line.length() >= 40)
                .toList();
    }

    private String passphrase() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("config"))) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith("passphrase"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
            String text = Files.readString(file).strip();
            assertTrue(text.length() >= 16);
            return text;
        }
    }

    /** All but the files in which a person handed the key over or set the token, and the passphrase's own. */
    private List<Path> filesWith(String secret, Path handedOver) throws IOException {
        List<Path> found = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.startsWith(handedOver) || file.startsWith(home.resolve("config"))) continue;
                if (secret.equals(TOKEN) && file.endsWith("live/settings.toml")) continue;
                looked++;
                if (holds(file, secret)) found.add(file);
            }
        }
        assertTrue(looked > 10, "only " + looked + " files were looked into");
        return found;
    }

    private static boolean holds(Path file, String secret) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return new String(content, StandardCharsets.ISO_8859_1).contains(secret)
                || new String(content, StandardCharsets.UTF_16BE).contains(secret);
    }
}
