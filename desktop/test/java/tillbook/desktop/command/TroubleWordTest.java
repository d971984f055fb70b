package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.desktop.diagnosis.Attached;
import tillbook.desktop.diagnosis.TillProbes;
import tillbook.desktop.till.Opening;
import tillbook.desktop.till.Till;
import tillbook.desktop.till.TillClock;
import tillbook.desktop.till.TillOptions;
import tillbook.desktop.trouble.TroubleCode;
import tillbook.desktop.trouble.Troubles;
import tillbook.diagnosis.machine.FolderDisk;
import tillbook.diagnosis.machine.MachineNetwork;
import tillbook.payment.practice.PracticeKeys;
import tillbook.settings.Machine;
import tillbook.settings.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Troubles by the word of the terminal, told by the doctor; and a live register that has none. */
class TroubleWordTest {
    @TempDir
    private Path home;

    @Test
    void aTroubleOfTheTerminalIsWhatTheDoctorNamesUntilItIsOff() {
        try (Program register = practice()) {
            for (TroubleCode code : List.of(TroubleCode.NET_FAR, TroubleCode.PRN_COVER, TroubleCode.SYS_DISK)) {
                register.type("trouble " + code.code() + " on");
                register.await(code.code() + " is on");
                assertEquals(code.code(), codes().getFirst());
                register.type("trouble " + code.key() + " off");
                register.await(code.code() + " is off");
            }
            register.type("trouble PAY-DOWN on", "trouble SCN-GONE on", "trouble all off");
            register.await("All is well again");
            assertFalse(codes().contains("PAY-DOWN"));
            assertEquals(ExitCode.DONE, register.quit());
        }
    }

    @Test
    void theWordAloneListsEveryTroubleInBothLanguages() {
        try (Program register = practice()) {
            register.type("trouble", "lang zh-CN", "故障", "lang en");
            for (TroubleCode code : TroubleCode.values()) register.await(code.code());
            register.await("网线断开");
            register.quit();
            assertFalse(register.toString().contains("[desktop.trouble"), register.toString());
        }
    }

    @Test
    void theHardEndAsksAndACodeThatIsNoneIsRefused() {
        try (Program register = practice()) {
            register.type("trouble SYS-CRASH on");
            register.await("trouble SYS-CRASH now");
            register.type("trouble NET-NONE on");
            register.await("There is no trouble NET-NONE");
            register.type("trouble 281234567890128888 on");
            register.await("trouble [CODE on|off, or all off]");
            assertFalse(register.toString().contains("281234567890128888"));
            assertEquals(ExitCode.DONE, register.quit());
        }
    }

    @Test
    void aLiveRegisterHasNoTroublesAndLooksAtItsOwnMachine() throws Exception {
        Path keys = home.resolve("keys");
        PracticeKeys own = PracticeKeys.in(keys);
        try (LiveShop shop =
                LiveShop.open(home, keys.resolve("register-private.pem"), keys.resolve("provider-public.pem"), own)) {
            try (Program register = shop.register()) {
                register.type("trouble NET-LINK on", "trouble");
                register.await("--practice");
                register.await("--practice");
                register.quit();
            }
            Files.writeString(home.resolve("data/live/settings.toml.before-trouble"), "left");
            try (Till till = live()) {
                assertTrue(till.rig().isEmpty());
                assertTrue(till.practiceProvider().isEmpty());
                assertTrue(Troubles.of(till).isEmpty());
                TillProbes probes = new TillProbes(till, Attached.to(till));
                assertEquals(MachineNetwork.usual(), probes.network());
                assertTrue(probes.disk() instanceof FolderDisk);
                assertEquals(
                        shop.provider().uri().getPort(),
                        probes.provider().orElseThrow().port());
                assertTrue(till.devices().found().stream()
                        .noneMatch(each -> each.address().contains("practice")));
            }
            assertTrue(
                    Files.readString(home.resolve("data/live/settings.toml")).contains("[alipay]"), "left as it was");
        }
    }

    private Till live() {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("user.home", home.toString());
        system.setProperty("user.name", "test");
        Map<String, String> env = Map.of(
                "TILLBOOK_HOME",
                home.resolve("data").toString(),
                "XDG_CONFIG_HOME",
                home.resolve("config").toString());
        TillOptions options =
                new TillOptions(Machine.of(env, system), Mode.LIVE, "register", "0.1.0", TillClock.real());
        Opening opening = Till.open(options, _ -> (_, _) -> {}, _ -> "F1");
        return Optional.of(opening)
                .filter(Opening.Opened.class::isInstance)
                .map(opened -> ((Opening.Opened) opened).till())
                .orElseThrow(() -> new AssertionError(opening.toString()));
    }

    private Program practice() {
        Program register = Program.start(home, Map.of(), "--lang", "en", "--practice");
        register.await("Tillbook is ready");
        return register;
    }

    private List<String> codes() {
        try (Program doctor = Program.start(home, Map.of(), "doctor", "--json", "--practice")) {
            doctor.exit();
            return Arrays.stream(doctor.toString().split("\n", -1))
                    .map(JsonMapper.shared()::readTree)
                    .filter(line -> line.path("type").asString().equals("cause"))
                    .map(TroubleWordTest::code)
                    .toList();
        }
    }

    private static String code(JsonNode line) {
        return line.path("code").asString("").toUpperCase(Locale.ROOT);
    }
}
