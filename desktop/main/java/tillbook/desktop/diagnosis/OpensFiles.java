package tillbook.desktop.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Opens a file for a person, in whatever the desktop opens it with. Implementations are safe from any thread. */
@FunctionalInterface
public interface OpensFiles {
    /** A desktop that has not said no by then is taken at its word, s. */
    long WITHIN_S = 3;

    /** False if nobody opens it: there is no such file, no display, or no program for it. Blocks for some seconds at most. */
    boolean opens(Path file) throws InterruptedException;

    /** By the program that this system has for it. */
    static OpensFiles ofTheDesktop() {
        return file -> {
            if (!Files.isRegularFile(file)) return false;
            ProcessBuilder builder = new ProcessBuilder(command(file));
            boolean unix = builder.command().getFirst().equals("xdg-open");
            boolean display = builder.environment().containsKey("DISPLAY")
                    || builder.environment().containsKey("WAYLAND_DISPLAY");
            if (unix && !display) return false;
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            try {
                Process process = builder.start();
                process.getOutputStream().close();
                return !process.waitFor(WITHIN_S, TimeUnit.SECONDS) || process.exitValue() == 0;
            } catch (IOException e) {
                return false;
            }
        };
    }

    private static List<String> command(Path file) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) return List.of("rundll32", "url.dll,FileProtocolHandler", file.toString());
        return List.of(system.contains("mac") ? "open" : "xdg-open", file.toString());
    }
}
