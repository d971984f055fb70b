package tillbook.desktop.diagnosis.screen;

import java.util.List;
import tillbook.diagnosis.cause.Mend;

/**
 * A cause as it is told. Immutable.
 *
 * @param code of the fault catalogue, empty if it is no cause but the word that none was found
 * @param because the evidence in one sentence, empty if there is none
 */
record CausePicture(
        String code, String title, String name, String tells, String because, List<String> steps, Mend mend) {
    CausePicture {
        steps = List.copyOf(steps);
    }
}
