package tillbook.desktop.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SynthesisTest {
    private static final int LOUD = 100;

    @Test
    void noTwoSoundsAreAlikeInRhythm() {
        Set<Integer> lengths = new HashSet<>();
        for (Sound sound : Sound.values()) lengths.add(Synthesis.samples(sound, LOUD).length);
        assertEquals(Sound.values().length, lengths.size());
    }

    @Test
    void everySoundIsShorterThanASecondAndHeard() {
        for (Sound sound : Sound.values()) {
            byte[] samples = Synthesis.samples(sound, LOUD);
            assertTrue(samples.length / 2 < Synthesis.SAMPLES_PER_SECOND, sound + " is too long");
            assertTrue(peak(samples) > Short.MAX_VALUE / 2, sound + " is too soft");
        }
    }

    @Test
    void itBeginsAndEndsInSilenceSoThatItDoesNotCrack() {
        for (Sound sound : Sound.values()) {
            byte[] samples = Synthesis.samples(sound, LOUD);
            assertEquals(0, sample(samples, 0), sound + " begins with a crack");
            assertEquals(0, sample(samples, samples.length / 2 - 1), sound + " ends with a crack");
        }
    }

    @Test
    void volumeZeroIsSilenceAndHalfTheVolumeIsAQuarterOfTheAmplitude() {
        assertEquals(0, peak(Synthesis.samples(Sound.PAID, 0)));
        int loud = peak(Synthesis.samples(Sound.PAID, LOUD));
        assertEquals(loud / 4.0, peak(Synthesis.samples(Sound.PAID, 50)), 2);
    }

    @Test
    void whatRisesRisesAndWhatFallsFalls() {
        assertTrue(crossings(Sound.PAID, true) < crossings(Sound.PAID, false));
        assertTrue(crossings(Sound.NOT_PAID, true) > crossings(Sound.NOT_PAID, false));
        assertFalse(Arrays.equals(Synthesis.samples(Sound.TAKEN, LOUD), Synthesis.samples(Sound.REFUSED, LOUD)));
    }

    /** How often the wave passes zero in 90 ms at the beginning or at the end: a measure of its pitch. */
    private static int crossings(Sound sound, boolean begin) {
        byte[] samples = Synthesis.samples(sound, LOUD);
        int window = Synthesis.SAMPLES_PER_SECOND * 90 / 1_000;
        int from = begin ? 0 : samples.length / 2 - window;
        int crossings = 0;
        for (int i = from + 1; i < from + window; i++)
            if (sample(samples, i) > 0 != sample(samples, i - 1) > 0) crossings++;
        return crossings;
    }

    private static int peak(byte[] samples) {
        int peak = 0;
        for (int i = 0; i < samples.length / 2; i++) peak = Math.max(peak, Math.abs(sample(samples, i)));
        return peak;
    }

    private static int sample(byte[] samples, int at) {
        return (samples[2 * at] & 0xff) | samples[2 * at + 1] << 8;
    }
}
