package tillbook.desktop.diagnosis.screen;

import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Tone;
import tillbook.diagnosis.check.Subject;
import tillbook.diagnosis.check.Verdict;

/**
 * A check as a row. Immutable.
 *
 * @param verdict null while it is measured
 * @param mark beside the colour
 * @param verdictWord the same in words
 * @param measured with its unit
 */
record CheckRow(
        Subject subject,
        @Nullable Verdict verdict,
        Tone tone,
        String mark,
        String name,
        String verdictWord,
        String measured) {
    /** As a screen reader says it. */
    String spoken() {
        return name + ": " + verdictWord + ". " + measured;
    }

    /** What needs somebody stands first, then what nobody could tell. */
    int urgency() {
        return switch (verdict) {
            case NEEDS_PERSON -> 0;
            case CANNOT_TELL -> 1;
            case MENDED -> 2;
            case FINE -> 3;
            case null -> 4;
        };
    }
}
