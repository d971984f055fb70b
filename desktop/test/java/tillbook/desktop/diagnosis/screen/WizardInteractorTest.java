package tillbook.desktop.diagnosis.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.Report;
import tillbook.diagnosis.Whereabouts;
import tillbook.diagnosis.cause.Cause;
import tillbook.diagnosis.cause.CauseTable;
import tillbook.diagnosis.cause.Finding;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.RankedCause;
import tillbook.diagnosis.cause.Ranking;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.check.Subject;
import tillbook.diagnosis.check.Verdict;
import tillbook.journal.search.Making;
import tillbook.money.Money;
import tillbook.register.PrintRules;
import tillbook.register.RegisterState;
import tillbook.register.Shop;

/** What the wizard says while nothing goes as it should; the test is the examiner. */
class WizardInteractorTest {
    private static final CheckAnswer MEASURED =
            new CheckAnswer(Subject.LINK, Verdict.NEEDS_PERSON, "down", List.of("eth0"), List.of());

    private final CountDownLatch over = new CountDownLatch(1);
    private final WizardModel model = new WizardModel();
    private Optional<Making> making = Optional.empty();
    private final WizardInteractor screen =
            onFx(() -> new WizardInteractor(model, clinic(), new WizardWords(Locale.ENGLISH, true), _ -> {}));

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        over.countDown();
        onFx(() -> {
            screen.close();
            return true;
        });
    }

    @Test
    void afterAFaultNothingIsSaidToBeMeasuredAnyMore() {
        onFx(() -> {
            screen.check(Symptom.EVERYTHING);
            screen.heard(new Told.Answered(screen.run(), MEASURED));
            int broken = screen.run();
            screen.heard(new Told.Fault(broken, "9F3A"));
            List<String> measured =
                    model.rows.stream().map(CheckRow::measured).distinct().toList();
            assertFalse(measured.contains("being measured"), measured.toString());
            assertEquals(2, measured.size(), measured.toString());
            assertEquals("1 of 16, broken off", model.counted.get());
            assertEquals(
                    "The checks were broken off", model.causes.get().getFirst().title());
            screen.heard(new Told.Answered(broken, MEASURED));
            assertEquals("1 of 16, broken off", model.counted.get(), "what comes later belongs to nothing");
            screen.tick();
            assertEquals("1 of 16, broken off", model.counted.get());
            return true;
        });
    }

    @Test
    void aFaultOfARemedyLeavesWhatWasMeasured() {
        onFx(() -> {
            ends(copyBroken());
            List<CheckRow> rows = List.copyOf(model.rows);
            List<CausePicture> causes = model.causes.get();
            screen.key("F12");
            screen.heard(new Told.Fault(screen.run(), "9F3A"));
            assertEquals(rows, List.copyOf(model.rows));
            assertEquals(causes, model.causes.get());
            return true;
        });
    }

    @Test
    void howFarTheCopyIsStandsThereAndTheWayOutToo() {
        onFx(() -> {
            ends(copyBroken());
            screen.key("F12");
            screen.tick();
            assertTrue(
                    model.said.get().sentence().contains("minutes"),
                    model.said.get().sentence());
            making = Optional.of(new Making(45_000, 200_000));
            screen.tick();
            assertTrue(
                    model.said.get().sentence().contains("45000 of 200000"),
                    model.said.get().sentence());
            assertTrue(model.choices.get().stream().map(Choice::key).toList().contains("F5"));
            screen.heard(new Told.Mended(screen.run(), new MendResult.Done(Mend.REBUILD_COPY)));
            screen.tick();
            assertFalse(model.said.get().sentence().contains("200000"));
            return true;
        });
    }

    private void ends(Cause cause) {
        screen.check(Symptom.EVERYTHING);
        List<Finding> because = cause.speaksFor().keySet().stream()
                .map(sign -> new Finding(sign, 1, "here"))
                .toList();
        Ranking ranking = new Ranking(List.of(new RankedCause(cause, 90, because, List.of())), List.of());
        Report report =
                new Report(Symptom.EVERYTHING, new Whereabouts(Optional.empty()), List.of(MEASURED), ranking, 9);
        screen.heard(new Told.Ended(screen.run(), report));
    }

    private static Cause copyBroken() {
        return CauseTable.shipped().rows().stream()
                .filter(cause -> cause.mend() == Mend.REBUILD_COPY)
                .findFirst()
                .orElseThrow();
    }

    /** Nothing comes by itself: checks and remedies go on until the test is over. */
    private Clinic clinic() {
        return new Clinic(
                (_, _) -> {
                    over.await();
                    throw new InterruptedException("the test is over");
                },
                mend -> {
                    awaitUninterrupted();
                    return new MendResult.NotHere(mend);
                },
                () -> making,
                () -> RegisterState.NEW,
                _ -> Situation.AT_REST,
                _ -> List.of(),
                (_, _) -> {},
                Path.of("settings.toml"),
                shop(),
                () -> 7_000,
                fault -> {
                    throw new AssertionError(fault);
                });
    }

    private void awaitUninterrupted() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Shop shop() {
        return new Shop(
                1,
                "01",
                "tea",
                Money.ofFen(1),
                Money.ofFen(500_000),
                ZoneOffset.UTC,
                LocalTime.of(4, 0),
                true,
                "test",
                "here",
                PrintRules.ON,
                Map.of(),
                Map.of());
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
    }
}
