package tillbook.desktop.sound;

import java.util.List;

/** Makes sounds out of numbers: 16 bit, one channel, little end first. Pure functions. */
final class Synthesis {
    static final int SAMPLES_PER_SECOND = 44_100;

    /** Tones that begin or end at once crack; each is faded over this, ms. */
    private static final int FADE_MS = 6;

    /** Beside the tone itself its third and fifth: small speakers of a till drop the low ones. */
    private static final double[] PARTIALS = {1, 3, 5};

    private static final double[] SHARES = {0.72, 0.2, 0.08};
    private static final int VOLUME_MAX = 100;

    private Synthesis() {}

    /** The samples of a sound; all of them 0 at volume 0, which goes to 100. */
    static byte[] samples(Sound sound, int volume) {
        List<Sound.Tone> tones = sound.tones();
        int count = tones.stream().mapToInt(tone -> samplesIn(tone.ms())).sum();
        byte[] out = new byte[count * 2];
        int at = 0;
        for (Sound.Tone tone : tones) at = write(tone, loudness(volume), out, at);
        return out;
    }

    /** What is heard as half as loud is much less than half the amplitude. */
    private static double loudness(int volume) {
        double share = Math.clamp(volume, 0, VOLUME_MAX) / (double) VOLUME_MAX;
        return share * share;
    }

    private static int write(Sound.Tone tone, double loudness, byte[] out, int from) {
        int count = samplesIn(tone.ms());
        for (int i = 0; i < count; i++) {
            double value = wave(tone.hertz(), i) * fade(i, count) * loudness;
            short sample = (short) Math.round(value * Short.MAX_VALUE);
            out[from + 2 * i] = (byte) sample;
            out[from + 2 * i + 1] = (byte) (sample >> Byte.SIZE);
        }
        return from + 2 * count;
    }

    private static double wave(int hertz, int sample) {
        if (hertz == 0) return 0;
        double turn = 2 * Math.PI * hertz * sample / SAMPLES_PER_SECOND;
        double sum = 0;
        for (int i = 0; i < PARTIALS.length; i++) sum += SHARES[i] * Math.sin(turn * PARTIALS[i]);
        return sum;
    }

    private static double fade(int sample, int count) {
        int fade = samplesIn(FADE_MS);
        return Math.min(1, Math.min(sample, count - 1 - sample) / (double) fade);
    }

    private static int samplesIn(int ms) {
        return SAMPLES_PER_SECOND / 1_000 * ms;
    }
}
