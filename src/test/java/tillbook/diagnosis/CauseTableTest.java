package tillbook.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.diagnosis.cause.Cause;
import tillbook.diagnosis.cause.CauseTable;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.Ranking;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.Subject;
import tillbook.diagnosis.check.Verdict;
import tillbook.text.Texts;

/** The table of causes holds, and every row of it can be said in both languages. */
class CauseTableTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    @Test
    void everyRowHasItsSentencesInBothLanguages() {
        for (Locale language : LANGUAGES) {
            Texts texts = Texts.of("diagnosis", language);
            for (Cause cause : CauseTable.shipped().rows()) {
                assertTrue(texts.has(cause.key() + ".name"), cause.key() + ".name " + language);
                assertTrue(texts.has(cause.key() + ".tells"), cause.key() + ".tells " + language);
                IntStream.rangeClosed(1, CauseTable.STEPS_MAX)
                        .forEach(step -> assertEquals(
                                step <= cause.steps(),
                                texts.has(cause.key() + ".step." + step),
                                cause.key() + ".step." + step + " " + language));
            }
        }
    }

    @Test
    void everySignVerdictSubjectSymptomAndMendCanBeSaid() {
        Set<String> wanted = new TreeSet<>();
        for (Sign each : Sign.values()) wanted.add("sign." + each);
        for (Verdict each : Verdict.values()) wanted.add("verdict." + each);
        for (Subject each : Subject.values()) wanted.add("subject." + each);
        for (Symptom each : Symptom.values()) wanted.add("symptom." + each);
        for (Mend each : Mend.values()) wanted.add("mend." + each);
        for (Sign.Unit each : Sign.Unit.values()) wanted.add("unit." + each);
        for (Whereabouts.Money each : Whereabouts.Money.values()) wanted.add("money." + each);
        for (Whereabouts.Voucher each : Whereabouts.Voucher.values()) wanted.add("voucher." + each);
        for (Locale language : LANGUAGES) {
            Texts texts = Texts.of("diagnosis", language);
            assertEquals(
                    Set.of(),
                    wanted.stream().filter(key -> !texts.has(key)).collect(Collectors.toSet()),
                    "" + language);
        }
    }

    /** Evidence that nothing weighs would be measured for nothing; these only say what was seen. */
    @Test
    void everySignIsWeighedSomewhere() {
        Set<Sign> weighed = EnumSet.of(
                Sign.NAME_RESOLVES, Sign.PROBE_REFUSED, Sign.PRINTER_WELL, Sign.SCANNER_WELL, Sign.COPY_REBUILT);
        for (Cause cause : CauseTable.shipped().rows()) {
            weighed.addAll(cause.speaksFor().keySet());
            weighed.addAll(cause.speaksAgainst().keySet());
        }
        assertEquals(EnumSet.allOf(Sign.class), weighed);
    }

    /** Otherwise a row could never be named. */
    @Test
    void allThatSpeaksForACauseTogetherNamesIt() {
        for (Cause cause : CauseTable.shipped().rows()) {
            int most = cause.speaksFor().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertTrue(most >= Ranking.NAMED_FROM, cause.key());
        }
    }

    @Test
    void theCodesOfThisVersionAreInIt() {
        Set<String> codes =
                CauseTable.shipped().rows().stream().map(Cause::code).collect(Collectors.toSet());
        List<String> promised = Arrays.asList(
                "NET-LINK",
                "NET-ADDR",
                "NET-DNS",
                "NET-FAR",
                "NET-SLOW",
                "NET-LOST",
                "PAY-WAIT",
                "PAY-UNFINISHED",
                "PAY-DOWN",
                "PAY-KEY",
                "PAY-CLOCK",
                "PRN-GONE",
                "PRN-PAPER-OUT",
                "PRN-PAPER-LOW",
                "PRN-COVER",
                "PRN-MUTE",
                "PRN-DENIED",
                "SCN-GONE",
                "SCN-BAD",
                "SET-PRINT-OFF",
                "SET-PROVIDER",
                "SET-DEVICE",
                "SYS-CRASH",
                "SYS-DISK",
                "SYS-CONFLICT",
                "SYS-JOURNAL",
                "OPR-NO-VOUCHER");
        promised.forEach(code -> assertTrue(codes.contains(code), code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code = 'net-link'|like NET-LINK",
                "code = 'NET-LINK'|at least one sign",
                "code = 'NET-LINK'; telling = ['link-down']|has a weight",
                "code = 'NET-LINK'; telling = ['link-dawn']|no Sign is called link-dawn",
                "code = 'NET-LINK'; telling = ['link-down']; for = { link-down = 101 }|weighs 1 to 100",
                "code = 'NET-LINK'; telling = ['link-down']; for = { link-down = 9 }|steps is 1 to 5",
                "code = 'NET-LINK'; telling = ['link-down']; for = { link-down = 9 }; against = { link-down = 9 }|both sides",
                "code = 'NET-LINK'; telling = ['link-down']; for = { link-down = 9 }; steps = 1; mend = 'pray'|no Mend",
                "code = 'NET-LINK'; weight = 1|no such field"
            })
    void aRowThatDoesNotHoldIsRefusedByNameAndReason(String row, String reason) {
        String text = "[[cause]]\n" + row.replace("; ", "\n").replace('\'', '"');
        var refused = assertThrows(IllegalArgumentException.class, () -> CauseTable.parse(text));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
    }
}
