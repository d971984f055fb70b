package tillbook.desktop.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tillbook.desktop.checkout.screen.Manner;
import tillbook.desktop.checkout.screen.Pictures;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.payment.AttemptState;

class CuesTest {
    private static void hears(Sound expected, Snapshot before, Snapshot now) {
        assertEquals(Optional.of(expected), Cues.between(before, now));
        assertEquals(Optional.empty(), Cues.between(now, now), "the same picture once more is no event");
    }

    private static void hearsNothing(Snapshot before, Snapshot now) {
        assertEquals(Optional.empty(), Cues.between(before, now));
    }

    @Test
    void moneyIsHeardHoweverItCame() {
        hears(Sound.PAID, Pictures.paying(AttemptState.SENDING), Pictures.paidByScan());
        hears(Sound.PAID, Pictures.selling(), Pictures.paidCash());
        hears(Sound.PAID, Pictures.aside(AttemptState.UNKNOWN), Pictures.paidByScan());
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptState.class,
            names = {"DECLINED", "CLOSED", "VOID", "REVERSED", "NOT_FOUND", "WATCH"})
    void anEndWithoutMoneyIsHeard(AttemptState end) {
        hears(Sound.NOT_PAID, Pictures.paying(AttemptState.PENDING), Pictures.paying(end));
        hears(Sound.NOT_PAID, Pictures.aside(AttemptState.UNKNOWN), Pictures.aside(end));
    }

    @Test
    void anEndThatCameBetweenTwoPicturesIsHeard() {
        hears(Sound.NOT_PAID, Pictures.selling(), Pictures.paying(AttemptState.DECLINED));
        hears(
                Sound.NOT_PAID,
                Pictures.paying(AttemptState.DECLINED),
                Pictures.paying(AttemptState.DECLINED, AttemptState.DECLINED));
    }

    @Test
    void theLongWatchAfterACancelEndsWithoutASound() {
        hearsNothing(Pictures.paying(AttemptState.WATCH), Pictures.paying(AttemptState.NOT_FOUND));
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptState.class,
            names = {"UNKNOWN", "ANOMALY", "NEEDS_PERSON"})
    void whatSomebodyMustMindIsHeard(AttemptState state) {
        hears(Sound.ATTENTION, Pictures.paying(AttemptState.SENDING), Pictures.paying(state));
        hearsNothing(Pictures.paying(state), Pictures.aside(state));
    }

    @Test
    void theUsualWayIsQuiet() {
        hearsNothing(Pictures.empty(), Pictures.selling());
        hearsNothing(Pictures.selling(), Pictures.paying(AttemptState.CREATED));
        hearsNothing(Pictures.paying(AttemptState.CREATED), Pictures.paying(AttemptState.PENDING));
        hearsNothing(Pictures.paidByScan(), Pictures.paidByScan());
        assertEquals(Optional.empty(), Cues.of(Manner.QUIET));
    }
}
