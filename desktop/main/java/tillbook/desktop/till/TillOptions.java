package tillbook.desktop.till;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tillbook.settings.Machine;
import tillbook.settings.Mode;

/**
 * What a process knows before it opens anything. Immutable.
 *
 * @param machine tells where the data lies
 * @param mode null for the usual one: live once there are live settings
 * @param what the command that runs, for a second process that is refused: {@code register}
 * @param version of the program
 */
public record TillOptions(Machine machine, @Nullable Mode mode, String what, String version, TillClock clock) {
    /** Names the address of a practice provider in a process of its own. */
    public static final String GATEWAY_VARIABLE = "TILLBOOK_PRACTICE_GATEWAY";

    /** Names the folder with the practice keys that both processes use. */
    public static final String KEYS_VARIABLE = "TILLBOOK_PRACTICE_KEYS";

    @Nullable
    String practiceGateway() {
        String named = machine.env().get(GATEWAY_VARIABLE);
        return named == null || named.isBlank() ? null : named.strip();
    }

    Path practiceKeys(Path usual) {
        String named = machine.env().get(KEYS_VARIABLE);
        return named == null || named.isBlank() ? usual : Path.of(named.strip());
    }
}
