package tillbook.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tillbook.diagnosis.cause.CauseTable;
import tillbook.diagnosis.cause.Finding;
import tillbook.diagnosis.cause.RankedCause;
import tillbook.diagnosis.cause.Ranking;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.cause.Symptom;

/** Which causes the evidence names. */
class RankingTest {
    @Test
    void withoutEvidenceNothingIsNamedOrConsidered() {
        Ranking ranking = ranking(Symptom.EVERYTHING);
        assertEquals(List.of(), ranking.named());
        assertEquals(List.of(), ranking.considered());
    }

    @Test
    void whatSpeaksOnlyAgainstACauseDoesNotBringItUp() {
        assertEquals(
                List.of(),
                ranking(Symptom.EVERYTHING, Sign.PROBE_READY, Sign.FAR_ANSWERS).considered());
    }

    @Test
    void theLineBeyondTheShopIsNotBlamedWhileTheProviderAnswers() {
        Ranking ranking = ranking(Symptom.EVERYTHING, Sign.FAR_SILENT, Sign.GATEWAY_ANSWERS, Sign.PROBE_READY);
        assertEquals(List.of(), codes(ranking.named()));
        assertEquals(List.of("NET-FAR"), codes(ranking.considered()));
        assertEquals(
                List.of(Sign.PROBE_READY),
                ranking.considered().getFirst().despite().stream()
                        .map(Finding::sign)
                        .toList());
    }

    @Test
    void whatFollowsFromADeadLineIsNotNamedBesideIt() {
        Ranking ranking = ranking(
                Symptom.NOTHING_SHOWS,
                Sign.LINK_DOWN,
                Sign.FAR_SILENT,
                Sign.NAME_UNRESOLVED,
                Sign.CONNECTION_NONE,
                Sign.PAYMENT_ANSWER_LOST);
        assertEquals(List.of("NET-LINK"), codes(ranking.named()));
    }

    @Test
    void aProviderThatTakesNoConnectionIsDownOnlyIfTheWorldAnswers() {
        assertEquals(
                List.of("PAY-DOWN"),
                codes(ranking(Symptom.EVERYTHING, Sign.CONNECTION_NONE, Sign.FAR_ANSWERS)
                        .named()));
        assertEquals(
                List.of("NET-FAR"),
                codes(ranking(Symptom.EVERYTHING, Sign.CONNECTION_NONE, Sign.FAR_SILENT)
                        .named()));
    }

    /** Its connections take longer than the check of them waits. */
    @Test
    void aProviderThatAnsweredIsNotDown() {
        assertEquals(
                List.of("NET-SLOW"),
                codes(ranking(
                                Symptom.STAYS_OPEN,
                                Sign.CONNECTION_NONE,
                                Sign.FAR_ANSWERS,
                                Sign.PROBE_SLOW,
                                Sign.PROBE_READY)
                        .named()));
        for (Sign word : List.of(Sign.PROBE_KEY_REFUSED, Sign.PROBE_FORGED)) {
            assertEquals(
                    List.of("PAY-KEY"),
                    codes(ranking(Symptom.EVERYTHING, Sign.CONNECTION_NONE, Sign.FAR_ANSWERS, word)
                            .named()));
        }
    }

    @Test
    void aLineThatBreaksTheEncryptionIsNamedUnlessTheProviderAnswers() {
        assertEquals(
                List.of("NET-FAR.tls"),
                keys(ranking(Symptom.NOTHING_SHOWS, Sign.TLS_FAILED, Sign.CONNECTION_STANDS, Sign.FAR_ANSWERS)));
        assertEquals(
                List.of("NET-FAR.portal"), keys(ranking(Symptom.NOTHING_SHOWS, Sign.TLS_FAILED, Sign.PROBE_STRANGER)));
        assertEquals(List.of(), keys(ranking(Symptom.NOTHING_SHOWS, Sign.TLS_FAILED, Sign.PROBE_READY)));
    }

    private static List<String> keys(Ranking ranking) {
        return ranking.named().stream().map(each -> each.cause().key()).toList();
    }

    @Test
    void theSymptomDecidesWhatComesFirstAndNothingElse() {
        Ranking paper =
                ranking(Symptom.PRINTER_DEAD, Sign.PRINTER_PAPER_OUT, Sign.PAYMENT_UNFINISHED, Sign.SCANNER_GONE);
        Ranking scan = ranking(Symptom.SCAN_DEAD, Sign.PRINTER_PAPER_OUT, Sign.PAYMENT_UNFINISHED, Sign.SCANNER_GONE);
        assertEquals("PRN-PAPER-OUT", codes(paper.named()).getFirst());
        assertEquals("SCN-GONE", codes(scan.named()).getFirst());
        assertEquals(3, paper.named().size());
        assertEquals(3, scan.named().size());
    }

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void theOrderOfTheFindingsPlaysNoPart(Symptom symptom) {
        List<Finding> all = new ArrayList<>();
        for (Sign sign : Sign.values()) {
            all.add(new Finding(sign, 1, "one"));
            all.add(new Finding(sign, 1, "other"));
        }
        Ranking first = Ranking.of(CauseTable.shipped(), all, symptom);
        Random shuffling = new Random(20_261_122);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(all, shuffling);
            assertEquals(first, Ranking.of(CauseTable.shipped(), all, symptom));
        }
    }

    @Test
    void whatLedThereIsKeptTheWeightiestFirst() {
        RankedCause far = ranking(Symptom.EVERYTHING, Sign.GATEWAY_ANSWERS, Sign.FAR_SILENT)
                .named()
                .getFirst();
        assertEquals(Sign.FAR_SILENT, far.strongest().sign());
        assertEquals(2, far.because().size());
        assertTrue(far.despite().isEmpty());
        assertFalse(far.because().isEmpty());
    }

    private static Ranking ranking(Symptom symptom, Sign... signs) {
        List<Finding> findings = new ArrayList<>();
        for (Sign sign : signs) findings.add(new Finding(sign, 1, "x"));
        return Ranking.of(CauseTable.shipped(), findings, symptom);
    }

    private static List<String> codes(List<RankedCause> causes) {
        return causes.stream().map(each -> each.cause().code()).toList();
    }
}
