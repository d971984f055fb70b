package tillbook.care;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import tillbook.text.Texts;

/**
 * Where everything that is logged goes: {@link System.Logger} of the whole program, libraries included, into the files of
 * the data folder's {@code log/}. Nothing goes to the console, which belongs to the terminal face. Until it is
 * started, the JDK's own console log is in force.
 *
 * <p>Start and close belong to the main thread; logging is safe from any.
 */
public final class Logs implements AutoCloseable {
    /** 2 MB a file and five of them: weeks of a shop, and a support bundle that can still be sent. */
    private static final long BYTES_PER_FILE = 2L << 20;

    private static final int FILES = 5;

    /** Held, or the JDK would forget the levels of loggers that nobody uses at the moment. */
    private final List<Logger> kept;

    private final LogFile file;
    private final List<Handler> before;

    private Logs(LogFile file) {
        Logger root = Logger.getLogger("");
        this.file = file;
        this.before = Arrays.asList(root.getHandlers());
        this.kept = List.of(root, Logger.getLogger("tillbook"));
        before.forEach(root::removeHandler);
        root.addHandler(file);
    }

    /** What starting came to. */
    public sealed interface Start {
        /** The log is being written. */
        record Started(Logs logs) implements Start {}

        /** It is not, and no sale waits for that. */
        record NotWritten(Path folder) implements Start {
            /** What is wrong and what to do. */
            public String sentence(Locale locale) {
                return Texts.of("care", locale).text("log.NOT_WRITTEN", folder);
            }
        }
    }

    /** Starts with the usual bounds: 5 files of 2 MB. */
    public static Start start(Path folder, ZoneId zone) {
        return start(folder, zone, BYTES_PER_FILE, FILES);
    }

    /**
     * Starts. The program's own loggers write from INFO on, libraries from WARNING on.
     *
     * @param zone for the times in the log
     * @param bytesPerFile at least 1024
     * @param files 1 to 100
     */
    public static Start start(Path folder, ZoneId zone, long bytesPerFile, int files) {
        if (bytesPerFile < 1024 || files < 1 || files > 100)
            throw new IllegalArgumentException("a log has 1 to 100 files of at least 1024 bytes");
        try {
            if (!Files.isDirectory(folder)) Files.createDirectories(folder);
            LogFile file = new LogFile(folder, bytesPerFile, files, new LogFormat(zone));
            Logs logs = new Logs(file);
            logs.detail(System.Logger.Level.INFO);
            return new Start.Started(logs);
        } catch (IOException e) {
            return new Start.NotWritten(folder);
        }
    }

    /** How much the program's own loggers write; {@code DEBUG} for a hunt. Libraries stay at WARNING. */
    public void detail(System.Logger.Level level) {
        file.setLevel(Level.ALL);
        kept.get(0).setLevel(Level.WARNING);
        kept.get(1)
                .setLevel(
                        switch (level) {
                            case ALL -> Level.ALL;
                            case TRACE -> Level.FINER;
                            case DEBUG -> Level.FINE;
                            case INFO -> Level.INFO;
                            case WARNING -> Level.WARNING;
                            case ERROR -> Level.SEVERE;
                            case OFF -> Level.OFF;
                        });
    }

    /** Closes the file and puts the JDK's handlers back. */
    @Override
    public void close() {
        Logger root = kept.get(0);
        root.removeHandler(file);
        file.close();
        before.forEach(root::addHandler);
    }
}
