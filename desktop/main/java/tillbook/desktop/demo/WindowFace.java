package tillbook.desktop.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tillbook.desktop.fx.Toolkit;
import tillbook.desktop.window.DrivenWindow;

/**
 * The register's window in a process of its own, driven by lines: on the display where there is one, else on a screen
 * that only exists in memory. Owned by one thread.
 */
final class WindowFace {
    private static final List<String> IN_MEMORY = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private final Path folder;
    private final Locale language;
    private final String modules;
    private int shots;

    private WindowFace(Path folder, Locale language, String modules) {
        this.folder = folder;
        this.language = language;
        this.modules = modules;
    }

    /** Empty if this program was started without what draws windows, or a window does not come up. */
    static Optional<WindowFace> onThisMachine(Path folder, Locale language) {
        String modules = System.getProperty("jdk.module.path", "");
        return modules.isEmpty() ? Optional.empty() : Optional.of(new WindowFace(folder, language, modules));
    }

    Child start(Map<String, String> environment, Consumer<String> heard) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--module-path",
                modules,
                "--add-modules",
                "javafx.controls",
                "--enable-native-access=javafx.graphics"));
        if (!Toolkit.hasDisplay(System.getenv(), System.getProperty("os.name", ""))) options.addAll(IN_MEMORY);
        return Child.start(
                environment, heard, options, DrivenWindow.class.getName(), List.of(language.toLanguageTag(), "demo"));
    }

    /** The line that takes the next picture. */
    String shot(String name) {
        shots++;
        return "shot "
                + folder.resolve("screenshots")
                        .resolve(shots + "-" + name + ".png")
                        .toAbsolutePath();
    }

    /** What a line of the terminal is at the window. */
    static List<String> commands(String line) {
        if (line.startsWith("cash ")) return List.of("key F11", "type " + line.substring(5), "key ENTER");
        return switch (line) {
            case "open" -> List.of("touch tray-vouchers");
            case "quit" -> List.of("quit");
            default -> List.of("scan " + line);
        };
    }
}
