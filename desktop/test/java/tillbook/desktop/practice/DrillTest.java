package tillbook.desktop.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.payment.practice.PracticeKeys;
import tillbook.payment.practice.PracticeOptions;
import tillbook.payment.practice.PracticeProvider;
import tillbook.payment.practice.PracticeTime;
import tillbook.payment.practice.Trouble;
import tillbook.scan.ScaleRule;
import tillbook.scan.ScanMeaning;
import tillbook.scan.ScanReader;
import tillbook.text.Texts;

class DrillTest {
    @TempDir
    private Path folder;

    @Test
    void everyMisbehaviourOfTheProviderCanBePractised() {
        Set<String> known = Arrays.stream(
                        Trouble.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> practised = Arrays.stream(Drill.values())
                .flatMap(drill -> drill.orders().stream())
                .map(PracticeInteractor::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, practised);
    }

    @Test
    void theRealProviderTakesEachOfThemAndForgetsThemAll() throws Exception {
        PracticeKeys keys = PracticeKeys.in(folder);
        KeyPair register = keys.register();
        PracticeOptions options = new PracticeOptions(
                0,
                Optional.empty(),
                register.getPublic(),
                keys.provider().getPrivate(),
                PracticeTime.scaled(Clock.systemUTC(), Instant.EPOCH, 1));
        try (PracticeProvider provider = PracticeProvider.start(options);
                ProviderControl control = new ProviderControl(provider.uri())) {
            for (Drill drill : Drill.values()) {
                List<String> expected =
                        drill.orders().stream().map(PracticeInteractor::name).toList();
                assertEquals(expected, control.set(List.of(drill)), drill.key());
                assertEquals(expected, control.active(), drill.key());
            }
            provider.trouble(new Trouble.Forged());
            assertEquals(List.of(), control.set(List.of()), "what lasts is not a drill's");
            assertEquals(List.of(), control.active());
        }
    }

    @Test
    void everyTroubleAndEveryEndingIsToldInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Texts texts = Texts.of("desktop.practice", language);
            for (Drill drill : Drill.values()) {
                assertTrue(texts.has("drill." + drill.key()), drill.key());
                assertTrue(texts.has("seen." + drill.key()), drill.key());
            }
            for (PaperDrill drill : PaperDrill.values()) {
                assertTrue(texts.has("printer." + drill.key()), drill.key());
                assertTrue(texts.has("paper." + drill.key()), drill.key());
            }
            for (String ending : PaymentCodes.endings()) assertTrue(texts.has("code." + ending), ending);
        }
    }

    @Test
    void noPaymentCodeComesTwiceAndEachIsOne() {
        PaymentCodes codes = new PaymentCodes(() -> 1_795_334_400_000L);
        Set<String> all = new TreeSet<>();
        ScanReader reader = new ScanReader(List.of(ScaleRule.PRACTICE));
        for (String ending : PaymentCodes.endings()) {
            String code = codes.next(ending);
            assertTrue(code.endsWith(ending));
            assertTrue(reader.read(code) instanceof ScanMeaning.Payment, "no payment code: ending " + ending);
            all.add(code.substring(0, 14));
        }
        assertEquals(PaymentCodes.endings().size(), all.size());
    }

    @Test
    void aLabelOfTheScaleIsReadAsOneWhateverItsWeight() {
        ScanReader reader = new ScanReader(List.of(ScaleRule.PRACTICE));
        ScaleLabels labels = new ScaleLabels();
        for (int i = 0; i < 50; i++) {
            String label = labels.next("00003");
            assertTrue(
                    reader.read(label) instanceof ScanMeaning.Weighed weighed
                            && weighed.itemCode().equals("00003"),
                    label);
        }
    }
}
