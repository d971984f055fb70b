package tillbook.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What of the computer decides where files lie. Handed in, so that a test can be a Windows PC. Immutable.
 *
 * @param env the environment's variables
 * @param osName Java's {@code os.name}
 * @param home the user's home folder
 * @param user the user's name
 */
public record Machine(Map<String, String> env, String osName, Path home, String user) {
    public Machine {
        env = Map.copyOf(env);
    }

    /** This computer, from {@code System.getenv()} and {@code System.getProperties()}. */
    public static Machine of(Map<String, String> env, Properties system) {
        return new Machine(
                env,
                system.getProperty("os.name", ""),
                Path.of(system.getProperty("user.home", "")),
                system.getProperty("user.name", ""));
    }

    /** The folder of all data, practice and live: {@code $TILLBOOK_HOME}, else the platform's usual place. */
    public Path dataRoot() {
        Path named = variable("TILLBOOK_HOME");
        if (named != null) return named.toAbsolutePath().normalize();
        return switch (system()) {
            case MAC -> home.resolve("Library/Application Support/Tillbook");
            case WINDOWS -> localAppData().resolve("Tillbook");
            case OTHER -> xdg("XDG_DATA_HOME", ".local/share").resolve("tillbook");
        };
    }

    /** Where the passphrases of the keys lie: never within the data, so that a copy of the data is no copy of the keys. */
    public Path passphraseFolder() {
        return switch (system()) {
            case MAC -> home.resolve("Library/Application Support/Tillbook-Passphrase");
            case WINDOWS -> localAppData().resolve("Tillbook-Passphrase");
            case OTHER -> xdg("XDG_CONFIG_HOME", ".config").resolve("tillbook");
        };
    }

    /** The passphrase file that the environment names, null if it names none. */
    @Nullable
    Path namedPassphraseFile() {
        return variable("TILLBOOK_PASSPHRASE_FILE");
    }

    private Path localAppData() {
        Path named = variable("LOCALAPPDATA");
        return named == null ? home.resolve("AppData").resolve("Local") : named;
    }

    /** The base directory specification: a relative path in the variable is invalid and is ignored. */
    private Path xdg(String name, String usual) {
        Path named = variable(name);
        return named == null || !named.isAbsolute() ? home.resolve(usual) : named;
    }

    private @Nullable Path variable(String name) {
        String value = env.get(name);
        return value == null || value.isBlank() ? null : Path.of(value);
    }

    private enum Os {
        MAC,
        WINDOWS,
        OTHER
    }

    private Os system() {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) return Os.MAC;
        return name.startsWith("windows") ? Os.WINDOWS : Os.OTHER;
    }
}
