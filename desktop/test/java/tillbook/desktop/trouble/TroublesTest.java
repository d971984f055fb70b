package tillbook.desktop.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tillbook.desktop.trouble.PracticeTill.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tillbook.desktop.diagnosis.Attached;
import tillbook.desktop.diagnosis.TillProbes;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.Mends;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.Symptom;
import tillbook.register.Refusal;
import tillbook.register.Reply;

/** Each trouble in a practice register of real parts: switched on it is named first, switched off nothing is, and no fen and no voucher is lost. */
class TroublesTest {
    /** Nothing is sold by code while it is on: it is refused, or it would take minutes to settle. */
    private static final Set<TroubleCode> SELLS_AFTERWARDS = EnumSet.of(
            TroubleCode.PAY_DOWN,
            TroubleCode.SYS_DISK,
            TroubleCode.SCN_GONE,
            TroubleCode.SCN_BAD,
            TroubleCode.SYS_CRASH);

    /** A sale comes to its end, with its paper, while it is on. */
    private static final Set<TroubleCode> HARMLESS_TO_A_SALE = EnumSet.of(
            TroubleCode.NET_SLOW,
            TroubleCode.PAY_CLOCK,
            TroubleCode.PRN_PAPER_LOW,
            TroubleCode.SET_PRINT_OFF,
            TroubleCode.SET_PROVIDER,
            TroubleCode.SET_DEVICE,
            TroubleCode.SYS_CONFLICT,
            TroubleCode.SYS_JOURNAL);

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYS_CRASH")
    void isNamedFirstAndWhenItIsOffNothingIsNamedAndNothingIsLost(TroubleCode code) throws Exception {
        // A customer who lets people wait does so for some seconds only.
        int speed = code == TroubleCode.PAY_WAIT ? 8 : 1;
        try (PracticeTill shop = PracticeTill.open(home, speed, () -> {})) {
            nothingIsNamed(shop);
            assertEquals(new TroubleAnswer.Done(code, true), shop.troubles.begin(code));
            if (!SELLS_AFTERWARDS.contains(code)) shop.sells();
            if (HARMLESS_TO_A_SALE.contains(code)) await(shop::isAtRest, () -> "an end: " + shop.state());
            isNamed(shop, code);
            assertEquals(Set.of(code), shop.troubles.on());
            assertEquals(new TroubleAnswer.Done(code, false), shop.troubles.end(code));
            if (SELLS_AFTERWARDS.contains(code)) shop.sells();
            await(shop::isAtRest, () -> "an end: " + shop.state());
            nothingIsNamed(shop);
            assertEquals(Set.of(), shop.troubles.on());
            assertEquals(PracticeTill.EGGS_FEN, shop.paidFen());
            assertEquals(shop.takenFen(), shop.paidFen());
            assertEquals(1, shop.sheets());
            assertEquals(List.of(), shop.faults());
        }
    }

    private static void isNamed(PracticeTill shop, TroubleCode code) {
        Symptom symptom = symptom(code);
        List<List<String>> seen = new java.util.ArrayList<>();
        await(
                () -> {
                    List<String> named = named(shop, symptom);
                    seen.add(named);
                    return !named.isEmpty() && named.getFirst().equals(code.code());
                },
                () -> code + ", but " + seen);
    }

    private static void nothingIsNamed(PracticeTill shop) {
        isNamedAlone(shop);
    }

    /** Looked for anew for a while: on a machine that does much else a line may be slow for a moment, as it really is. */
    private static void isNamedAlone(PracticeTill shop, String... codes) {
        List<List<String>> seen = new java.util.ArrayList<>();
        await(
                () -> {
                    List<String> named = named(shop, Symptom.EVERYTHING);
                    seen.add(named);
                    return named.equals(List.of(codes));
                },
                () -> List.of(codes) + ", but " + seen);
    }

    private static List<String> named(PracticeTill shop, Symptom symptom) {
        try {
            return shop.named(symptom);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What a person would say of it. */
    private static Symptom symptom(TroubleCode code) {
        return switch (code) {
            case NET_LINK, NET_ADDR, NET_DNS, NET_FAR, PAY_DOWN, PAY_KEY, PAY_CLOCK, PAY_UNFINISHED, SET_PROVIDER ->
                Symptom.NOTHING_SHOWS;
            case NET_SLOW, NET_LOST, PAY_WAIT -> Symptom.STAYS_OPEN;
            case PRN_GONE, PRN_PAPER_OUT, PRN_COVER, PRN_MUTE, PRN_DENIED -> Symptom.PRINTER_DEAD;
            case SET_PRINT_OFF, OPR_NO_VOUCHER -> Symptom.NO_RECEIPT;
            case SCN_GONE, SCN_BAD, SET_DEVICE -> Symptom.SCAN_DEAD;
            case PRN_PAPER_LOW, SYS_DISK, SYS_CONFLICT, SYS_JOURNAL, SYS_CRASH -> Symptom.EVERYTHING;
        };
    }

    @Test
    void everyCodeOfThePracticeListIsThere() {
        List<String> codes = List.of(
                ("NET-LINK NET-ADDR NET-DNS NET-FAR NET-SLOW NET-LOST PAY-WAIT PAY-UNFINISHED PAY-DOWN PAY-KEY PAY-CLOCK"
                                + " PRN-GONE PRN-PAPER-OUT PRN-PAPER-LOW PRN-COVER PRN-MUTE PRN-DENIED OPR-NO-VOUCHER SCN-GONE"
                                + " SCN-BAD SET-PRINT-OFF SET-PROVIDER SET-DEVICE SYS-DISK SYS-CONFLICT SYS-JOURNAL SYS-CRASH")
                        .split(" "));
        assertEquals(
                codes,
                Arrays.stream(TroubleCode.values()).map(TroubleCode::code).toList());
        try (PracticeTill shop = PracticeTill.open(home)) {
            assertEquals(EnumSet.allOf(TroubleCode.class), EnumSet.copyOf(shop.troubles.here()));
        }
    }

    @Test
    void aFullDiskRefusesAPaymentByCodeBeforeAnythingIsSent() throws Exception {
        try (PracticeTill shop = PracticeTill.open(home)) {
            shop.troubles.begin(TroubleCode.SYS_DISK);
            Reply reply = shop.sells();
            assertEquals(
                    Refusal.DISK_FULL,
                    assertInstanceOf(Reply.Refused.class, reply).reason());
            assertEquals(0, shop.takenFen());
        }
    }

    @Test
    void theRemedyMendsTheSearchableCopyAndTheTroubleIsOver() throws Exception {
        try (PracticeTill shop = PracticeTill.open(home)) {
            shop.troubles.begin(TroubleCode.SYS_JOURNAL);
            TillProbes probes = new TillProbes(shop.till, Attached.to(shop.till));
            MendResult mended = new Mends(probes, probes.mends(_ -> false)).mend(Mend.REBUILD_COPY);
            assertEquals(new MendResult.Done(Mend.REBUILD_COPY), mended);
            await(() -> shop.troubles.on().isEmpty(), () -> "a copy made anew");
            await(() -> shop.till.search().search().isPresent(), () -> "a copy to search in");
            nothingIsNamed(shop);
            assertEquals(List.of(), shop.troubles.allWell(), "nothing is on");
            assertFalse(
                    Files.exists(shop.till.folder().path().resolve("journal.spoilt")),
                    "the next start takes the healthy copy");
        }
    }

    @Test
    void aPulledScannerReadsNothingAndADirtyOneAddsNoWrongGoods() {
        List<String> read = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (PracticeTill shop = PracticeTill.open(home)) {
            shop.till.devices().scansGoTo(scan -> read.add(scan.text()));
            shop.troubles.begin(TroubleCode.SCN_GONE);
            shop.troubles.scanner().accept(PracticeTill.EGGS);
            shop.troubles.end(TroubleCode.SCN_GONE);
            shop.troubles.scanner().accept(PracticeTill.EGGS);
            await(() -> !read.isEmpty(), () -> "a code");
            assertEquals(List.of(PracticeTill.EGGS), read);
            read.clear();
            shop.troubles.begin(TroubleCode.SCN_BAD);
            shop.troubles.scanner().accept("281234567890128888");
            await(() -> read.size() == 5, () -> "five tries, not " + read);
            for (String text : read) {
                assertInstanceOf(
                        tillbook.scan.ScanMeaning.BadCheckDigit.class,
                        shop.till.scanReader().read(text));
            }
        }
    }

    @Test
    void allWellTakesEverythingAway() throws Exception {
        try (PracticeTill shop = PracticeTill.open(home)) {
            for (TroubleCode code : shop.troubles.here()) {
                if (!code.isOnce()) shop.troubles.begin(code);
            }
            // A line has one fault at a time.
            Set<TroubleCode> most = EnumSet.allOf(TroubleCode.class);
            most.removeAll(EnumSet.of(
                    TroubleCode.SYS_CRASH,
                    TroubleCode.NET_LINK,
                    TroubleCode.NET_ADDR,
                    TroubleCode.NET_DNS,
                    TroubleCode.NET_FAR,
                    TroubleCode.NET_SLOW));
            // A scanner that is gone cannot be dirty as well, and one file is not both held and ahead.
            Set<TroubleCode> on = EnumSet.copyOf(shop.troubles.on());
            most.removeAll(EnumSet.of(TroubleCode.SYS_CONFLICT, TroubleCode.SYS_JOURNAL));
            assertTrue(on.containsAll(most), () -> "on: " + on);
            shop.troubles.allWell();
            await(() -> shop.troubles.on().isEmpty(), () -> "off: " + shop.troubles.on());
            shop.sells();
            await(shop::isAtRest, () -> "an end: " + shop.state());
            nothingIsNamed(shop);
        }
    }

    // The settings file.

    @Test
    void aFaultInTheSettingsIsWrittenAndTheOldFileComesBackByteByByte() throws Exception {
        Path file = PracticeTill.settings(home);
        Files.createDirectories(file.getParent());
        String mine = "# mine\nmode = \"practice\"\n[printer]\npaper_mm = \"58\"\n";
        Files.writeString(file, mine);
        try (PracticeTill shop = PracticeTill.open(home)) {
            shop.troubles.begin(TroubleCode.SET_PRINT_OFF);
            assertTrue(Files.readString(file).contains("enabled = false"), Files.readString(file));
            shop.troubles.begin(TroubleCode.SET_PROVIDER);
            shop.troubles.end(TroubleCode.SET_PRINT_OFF);
            assertEquals(Set.of(TroubleCode.SET_PROVIDER), shop.troubles.on());
            shop.troubles.end(TroubleCode.SET_PROVIDER);
            assertEquals(mine, Files.readString(file));
            shop.troubles.begin(TroubleCode.SET_PROVIDER);
        }
        assertEquals(mine, Files.readString(file), "closing puts it back as well");
    }

    @Test
    void whereThereWasNoFileThereIsNoneAfterwards() throws Exception {
        try (PracticeTill shop = PracticeTill.open(home)) {
            shop.troubles.begin(TroubleCode.SET_DEVICE);
            assertTrue(Files.exists(PracticeTill.settings(home)));
        }
        try (var left = Files.list(home.resolve("data/practice"))) {
            assertEquals(
                    List.of(),
                    left.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith("settings"))
                            .toList());
        }
    }

    @Test
    void whatSomebodyChangesMeanwhileStays() throws Exception {
        Path file = PracticeTill.settings(home);
        try (PracticeTill shop = PracticeTill.open(home)) {
            shop.troubles.begin(TroubleCode.SET_PRINT_OFF);
            Files.writeString(file, Files.readString(file).replace("theme = \"light\"", "theme = \"dark\""));
            shop.troubles.end(TroubleCode.SET_PRINT_OFF);
            String now = Files.readString(file);
            assertTrue(now.contains("theme = \"dark\"") && !now.contains("enabled = false\n# Where the"), now);
            assertTrue(now.contains("[printer]") && now.contains("\nenabled = true\n"), now);
        }
    }

    @Test
    void whatSomebodyMendedIsOff() throws Exception {
        Path file = PracticeTill.settings(home);
        try (PracticeTill shop = PracticeTill.open(home)) {
            shop.troubles.begin(TroubleCode.SET_PRINT_OFF);
            String off = Files.readString(file);
            int printer = off.indexOf("[printer]");
            Files.writeString(
                    file,
                    off.substring(0, printer)
                            + off.substring(printer).replaceFirst("enabled = false", "enabled = true"));
            assertEquals(Set.of(), shop.troubles.on());
            nothingIsNamed(shop);
        }
    }

    // A hard end.

    @Test
    void afterAHardEndTheNextStartOpensWellAndTellsOfIt() throws Exception {
        Path later = home.resolve("later");
        Runnable hardEnd = () -> CopiedData.asAPowerCutLeavesIt(home.resolve("data"), later.resolve("data"));
        try (PracticeTill shop = PracticeTill.open(home, 1, hardEnd)) {
            shop.sells();
            await(shop::isAtRest, () -> "an end: " + shop.state());
            shop.troubles.begin(TroubleCode.SET_PROVIDER);
            shop.troubles.begin(TroubleCode.SYS_JOURNAL);
            shop.troubles.begin(TroubleCode.SYS_CRASH);
        }
        try (PracticeTill after = PracticeTill.open(later)) {
            assertEquals(Set.of(), after.troubles.on());
            await(() -> after.till.search().search().isPresent(), () -> "a copy to search in");
            isNamedAlone(after, "SYS-CRASH");
            after.sells();
            await(after::isAtRest, () -> "an end: " + after.state());
        }
    }
}
