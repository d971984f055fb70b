package tillbook.settings;

import java.util.List;

/** What reading or changing the settings came to. */
public sealed interface SettingsAnswer {
    /**
     * The settings hold.
     *
     * @param warnings what should be looked at, though trade goes on
     */
    record Ready(Settings settings, List<Problem> warnings) implements SettingsAnswer {
        public Ready {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The settings do not hold, and nothing was changed.
     *
     * @param problems every one that was found, warnings included, in the order of the file; never empty
     */
    record Refused(List<Problem> problems) implements SettingsAnswer {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
