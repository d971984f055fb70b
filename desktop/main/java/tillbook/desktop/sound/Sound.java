package tillbook.desktop.sound;

import java.util.List;

/** Everything that can be heard; no two are alike even for somebody who hears only high or only low tones. Immutable. */
public enum Sound {
    /** A scan was taken: one short high beep. */
    TAKEN(new Tone(1_760, 70)),
    /** A scan, or what was wanted, was not done: two low ones. */
    REFUSED(new Tone(196, 130), Tone.pause(50), new Tone(196, 190)),
    /** Money came: three that rise. */
    PAID(new Tone(784, 110), new Tone(988, 110), new Tone(1_319, 260)),
    /** Not paid: two that fall, slowly. */
    NOT_PAID(new Tone(587, 180), new Tone(392, 320)),
    /** Look here: something is asked, being checked, or waits for a person. */
    ATTENTION(new Tone(988, 90), Tone.pause(70), new Tone(988, 90), Tone.pause(70), new Tone(988, 90));

    /** A copy of its own. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Tone> tones;

    Sound(Tone... tones) {
        this.tones = List.of(tones);
    }

    /** What it is made of, one after the other. */
    List<Tone> tones() {
        return tones;
    }

    /**
     * One tone.
     *
     * @param hertz 0 for silence
     * @param ms how long
     */
    record Tone(int hertz, int ms) {
        static Tone pause(int ms) {
            return new Tone(0, ms);
        }
    }
}
