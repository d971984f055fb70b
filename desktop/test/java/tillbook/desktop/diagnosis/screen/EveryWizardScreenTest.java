package tillbook.desktop.diagnosis.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.desktop.checkout.screen.Pictures;
import tillbook.desktop.diagnosis.Aftermath.Became;
import tillbook.desktop.diagnosis.Aftermath.End;
import tillbook.desktop.diagnosis.Start;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.ScreenAudit;
import tillbook.desktop.fx.Theme;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.Report;
import tillbook.diagnosis.Whereabouts;
import tillbook.diagnosis.cause.Cause;
import tillbook.diagnosis.cause.CauseTable;
import tillbook.diagnosis.cause.Finding;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.RankedCause;
import tillbook.diagnosis.cause.Ranking;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.check.Subject;
import tillbook.diagnosis.check.Verdict;
import tillbook.journal.search.Making;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.Provider;
import tillbook.payment.UnknownReason;
import tillbook.printing.PrintJobState;
import tillbook.register.PaymentRules;
import tillbook.register.PrintRules;
import tillbook.register.RegisterState;
import tillbook.register.Shop;

/** Draws everything the wizard can show, in both languages and looks and two sizes, and looks at it strictly. */
class EveryWizardScreenTest {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final double[][] SIZES = {{1024, 768}, {1366, 768}};
    private static final String PLACE = "usb:04b8:0202:X1234567890";

    private static final Shop SHOP = new Shop(
            1,
            "02",
            "tea",
            Money.ofFen(1),
            Money.ofFen(500_000),
            ZoneId.of("Asia/Shanghai"),
            LocalTime.of(4, 0),
            true,
            "test",
            "here",
            PrintRules.ON,
            Map.of(Provider.ALIPAY, PaymentRules.ALIPAY),
            Map.of());

    /** One moment of the screen, brought about the way a person and the examiner would. */
    private interface Moment extends BiConsumer<WizardInteractor, WizardModel> {}

    private static Map<String, Moment> moments() {
        Map<String, Moment> all = new LinkedHashMap<>();
        all.put("asking", (screen, _) -> screen.begin(Start.asking(Symptom.STAYS_OPEN)));
        all.put("checking", (screen, _) -> {
            screen.begin(Start.at(Symptom.NOTHING_SHOWS, "外网 14:02:55 起无应答 The line was last seen at 14:02:55"));
            answers().stream().limit(7).forEach(answer -> screen.heard(new Told.Answered(runOf(screen), answer)));
        });
        all.put("fine", (screen, _) -> {
            stands(screen, Situation.AT_REST);
            ends(screen, Symptom.EVERYTHING, fine(), List.of(), List.of());
        });
        all.put("look", (screen, _) -> {
            stands(screen, Situation.AT_REST);
            ends(screen, Symptom.EVERYTHING, answers(), List.of(), List.of());
        });
        all.put("many", (screen, _) -> {
            stands(screen, busy(AttemptState.UNKNOWN));
            List<RankedCause> named =
                    causes().limit(8).map(EveryWizardScreenTest::ranked).toList();
            ends(
                    screen,
                    Symptom.NO_RECEIPT,
                    answers(),
                    named,
                    causes().skip(8).limit(3).map(EveryWizardScreenTest::ranked).toList());
        });
        all.put("second", (screen, _) -> {
            stands(screen, busy(AttemptState.PENDING));
            ends(
                    screen,
                    Symptom.STAYS_OPEN,
                    answers(),
                    causes().limit(3).map(EveryWizardScreenTest::ranked).toList(),
                    List.of());
            screen.show(1);
        });
        all.put("mending", (screen, _) -> {
            stands(screen, busy(AttemptState.NEEDS_PERSON));
            ends(screen, Symptom.NO_RECEIPT, answers(), List.of(ranked(cause("PRN-PAPER-OUT"))), List.of());
            screen.key("F12");
        });
        all.put("mending-copy", (screen, _) -> {
            stands(screen, Situation.AT_REST);
            Cause copy = causes().filter(cause -> cause.mend() == Mend.REBUILD_COPY)
                    .findFirst()
                    .orElseThrow();
            ends(screen, Symptom.EVERYTHING, answers(), List.of(ranked(copy)), List.of());
            screen.key("F12");
            screen.tick();
        });
        all.put("mended", (screen, _) -> {
            mended(screen, new MendResult.Done(Mend.TRY_PRINTER_AGAIN));
            List<Became> since = Arrays.stream(End.values())
                    .map(end -> new Became(Pictures.RECEIPT, Money.ofFen(99_999_999), end))
                    .toList();
            screen.heard(new Told.Stands(new Whereabouts(Optional.of(Situation.AT_REST)), since));
            ends(screen, Symptom.NO_RECEIPT, fine(), List.of(), List.of());
        });
        all.put("still-wrong", (screen, _) -> {
            mended(screen, new MendResult.StillWrong(Mend.TRY_PRINTER_AGAIN, "PRN-PAPER-OUT"));
            ends(screen, Symptom.NO_RECEIPT, answers(), List.of(ranked(cause("PRN-PAPER-OUT"))), List.of());
        });
        all.put("settings-by-hand", (screen, _) -> {
            mended(screen, new MendResult.NotHere(Mend.OPEN_SETTINGS));
            ends(screen, Symptom.NO_RECEIPT, answers(), List.of(ranked(cause("SET-PRINT-OFF"))), List.of());
        });
        all.put("settings-opened", (screen, _) -> {
            ends(screen, Symptom.NO_RECEIPT, answers(), List.of(ranked(cause("SET-PRINT-OFF"))), List.of());
            mended(screen, new MendResult.Done(Mend.OPEN_SETTINGS));
        });
        all.put("fault", (screen, _) -> {
            screen.check(Symptom.EVERYTHING);
            answers().stream().limit(3).forEach(answer -> screen.heard(new Told.Answered(runOf(screen), answer)));
            screen.heard(new Told.Stands(new Whereabouts(Optional.empty()), List.of()));
            screen.heard(new Told.Fault(runOf(screen), "9F3A"));
        });
        causes().forEach(cause -> all.put("cause-" + cause.key(), (screen, _) -> {
            stands(screen, busy(AttemptState.UNKNOWN));
            ends(screen, Symptom.NO_RECEIPT, answers(), List.of(ranked(cause)), List.of());
        }));
        return all;
    }

    private static int runOf(WizardInteractor screen) {
        return screen.run();
    }

    private static void stands(WizardInteractor screen, Situation situation) {
        screen.heard(new Told.Stands(new Whereabouts(Optional.of(situation)), List.of()));
    }

    private static void ends(
            WizardInteractor screen,
            Symptom symptom,
            List<CheckAnswer> answers,
            List<RankedCause> named,
            List<RankedCause> considered) {
        screen.check(symptom);
        Report report =
                new Report(symptom, new Whereabouts(Optional.empty()), answers, new Ranking(named, considered), 2_143);
        screen.heard(new Told.Ended(runOf(screen), report));
    }

    private static void mended(WizardInteractor screen, MendResult result) {
        screen.check(Symptom.NO_RECEIPT);
        screen.heard(new Told.Mended(runOf(screen), result));
    }

    private static Situation busy(AttemptState state) {
        List<Situation.OpenPayment> payments = new ArrayList<>();
        for (int i = 0; i < 12; i++)
            payments.add(new Situation.OpenPayment(
                    Pictures.RECEIPT, Money.ofFen(9_999_999), state, 90_000_000, UnknownReason.TIMEOUT, false));
        Situation.OwedVoucher voucher =
                new Situation.OwedVoucher(Pictures.RECEIPT, Money.ofFen(1_980), PrintJobState.QUEUED, 400_000);
        return new Situation(payments, List.of(voucher), 1_203);
    }

    // What was measured: the longest sentence of each kind.

    private static List<CheckAnswer> fine() {
        return Arrays.stream(Subject.values())
                .map(subject -> answer(
                        subject,
                        Verdict.FINE,
                        switch (subject) {
                            case LINK -> "up";
                            case ADDRESS -> "gateway";
                            case FAR -> "answer";
                            case NAME -> "resolves";
                            case CONNECTION, TLS, DISK -> "good";
                            case PROVIDER -> "ready";
                            case PAYMENTS, VOUCHERS -> "none";
                            case PRINTER -> "well";
                            case SCANNER -> "lastScan";
                            case SETTINGS -> "hold";
                            case ENDING -> "clean";
                            case OWNER -> "alone";
                            case JOURNAL -> "whole";
                        }))
                .toList();
    }

    private static List<CheckAnswer> answers() {
        return Arrays.stream(Subject.values())
                .map(subject -> switch (subject) {
                    case LINK -> answer(subject, Verdict.NEEDS_PERSON, "down");
                    case ADDRESS -> answer(subject, Verdict.FINE, "gateway");
                    case FAR -> answer(subject, Verdict.NEEDS_PERSON, "silent");
                    case NAME -> answer(subject, Verdict.NEEDS_PERSON, "noAnswer");
                    case CONNECTION -> answer(subject, Verdict.NEEDS_PERSON, "bad");
                    case TLS -> answer(subject, Verdict.NEEDS_PERSON, "outOfDate");
                    case PROVIDER -> answer(subject, Verdict.CANNOT_TELL, "overdue");
                    case PAYMENTS -> answer(subject, Verdict.NEEDS_PERSON, "open");
                    case VOUCHERS -> answer(subject, Verdict.NEEDS_PERSON, "owed");
                    case PRINTER -> answer(subject, Verdict.NEEDS_PERSON, "fault");
                    case SCANNER -> answer(subject, Verdict.CANNOT_TELL, "notWatched");
                    case SETTINGS -> answer(subject, Verdict.NEEDS_PERSON, "refused");
                    case ENDING -> answer(subject, Verdict.NEEDS_PERSON, "unclean");
                    case OWNER -> answer(subject, Verdict.NEEDS_PERSON, "held");
                    case DISK -> answer(subject, Verdict.NEEDS_PERSON, "full");
                    case JOURNAL -> answer(subject, Verdict.MENDED, "rebuilt");
                })
                .toList();
    }

    private static CheckAnswer answer(Subject subject, Verdict verdict, String measured) {
        List<String> args = switch (subject) {
            case PAYMENTS -> List.of("12", "￥1,199,999.88", "PT25H");
            case VOUCHERS -> List.of("1204", "PT6M40S");
            case PRINTER -> List.of(PLACE, "PRN-PAPER-OUT", "16 12 12 72");
            case NAME -> List.of("openapi.alipay.com", "3000", "87");
            case DISK -> List.of("41123", "/home/cashier/.local/share/tillbook");
            default -> List.of("openapi.alipay.com:443", "1203", "14", "2088000000000001");
        };
        return new CheckAnswer(subject, verdict, measured, args, List.of());
    }

    private static Stream<Cause> causes() {
        return CauseTable.shipped().rows().stream();
    }

    private static Cause cause(String key) {
        return causes().filter(cause -> cause.key().equals(key)).findFirst().orElseThrow();
    }

    private static RankedCause ranked(Cause cause) {
        List<Finding> because = cause.speaksFor().keySet().stream()
                .sorted()
                .map(sign -> new Finding(sign, 1_203, detail(sign)))
                .toList();
        return new RankedCause(cause, 90, because, List.of());
    }

    private static String detail(Sign sign) {
        return sign.name().startsWith("PRINT") ? PLACE : "openapi.alipay.com:443";
    }

    /** The same panes as others with another sentence: where it fits the narrowest screen it fits all. */
    private static boolean isAnotherSentence(String name) {
        return name.startsWith("cause-");
    }

    // Looking.

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static Stream<Arguments> looks() {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .flatMap(language -> Stream.of(Look.values()).map(look -> Arguments.of(language, look)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingIsCutMissingOrTooWeak(Locale language, Look look) throws Exception {
        List<String> faults =
                WaitForAsyncUtils.asyncFx(() -> faults(language, look)).get();
        assertEquals(List.of(), faults);
    }

    private static List<String> faults(Locale language, Look look) {
        Theme theme = Theme.everywhere(look);
        List<String> faults = new ArrayList<>();
        for (double[] size : SIZES) {
            moments().forEach((name, moment) -> {
                if (size[0] > SIZES[0][0] && isAnotherSentence(name)) return;
                String place = "wizard-" + name + "-" + language.toLanguageTag() + "-"
                        + look.name().toLowerCase(Locale.ROOT) + "-" + (int) size[0];
                faults.addAll(faults(moment, language, theme, size, place));
            });
        }
        return faults;
    }

    private static List<String> faults(Moment moment, Locale language, Theme theme, double[] size, String place) {
        WizardModel model = new WizardModel();
        WizardWords words = new WizardWords(language, true);
        try (WizardInteractor screen = new WizardInteractor(model, clinic(), words, _ -> {})) {
            WizardView view = new WizardView(model, screen, words);
            Scene scene = new Scene(view, size[0], size[1]);
            theme.dress(scene);
            moment.accept(screen, model);
            view.focusHome();
            List<String> faults = new ArrayList<>(ScreenAudit.faults(scene, PICTURES.resolve(place + ".png")));
            if (model.step.get() != WizardModel.Step.CHOOSE) faults.addAll(covered(scene));
            return faults.stream().map(fault -> place + ": " + fault).toList();
        }
    }

    /** What is found may not lie over the words of where money and vouchers are. */
    private static List<String> covered(Scene scene) {
        double top = bounds(scene, "#found").getMinY();
        return Stream.of("#where-money", "#where-voucher")
                .filter(id -> bounds(scene, id).getMaxY() > top
                        || lowestWord(scene, id) > bounds(scene, id).getMaxY())
                .map(id -> "covered or too low: " + id)
                .toList();
    }

    private static double lowestWord(Scene scene, String id) {
        return scene.lookup(id).lookupAll(".label").stream()
                .mapToDouble(
                        label -> label.localToScene(label.getLayoutBounds()).getMaxY())
                .max()
                .orElseThrow();
    }

    private static Bounds bounds(Scene scene, String id) {
        Node node = scene.lookup(id);
        return node.localToScene(node.getLayoutBounds());
    }

    /** One in which nothing comes by itself. */
    private static Clinic clinic() {
        return new Clinic(
                (_, _) -> {
                    throw new InterruptedException("nobody examines here");
                },
                MendResult.NotHere::new,
                () -> Optional.of(new Making(1_234_567, 2_000_000)),
                () -> RegisterState.NEW,
                _ -> Situation.AT_REST,
                _ -> List.of(),
                (_, _) -> {},
                Path.of("/home/cashier/.local/share/tillbook/practice/settings.toml"),
                SHOP,
                () -> 7_000,
                fault -> {
                    throw new AssertionError(fault);
                });
    }
}
