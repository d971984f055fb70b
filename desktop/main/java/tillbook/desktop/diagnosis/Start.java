package tillbook.desktop.diagnosis;

import java.util.Optional;
import tillbook.diagnosis.cause.Symptom;

/**
 * How the wizard was come upon. Immutable.
 *
 * @param symptom that is chosen already, empty if the person is asked
 * @param likely that is marked where the person is asked
 * @param seen what a light said, empty if nothing did
 */
public record Start(Optional<Symptom> symptom, Symptom likely, String seen) {
    /** The person is asked. */
    public static Start asking(Symptom likely) {
        return new Start(Optional.empty(), likely, "");
    }

    /** From a place on the screen that stands for a symptom. */
    public static Start at(Symptom symptom, String seen) {
        return new Start(Optional.of(symptom), symptom, seen);
    }
}
