package tillbook.desktop.rig;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tillbook.settings.Language;
import tillbook.settings.SafeFile;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;

/**
 * Faults written into the settings file of practice itself, which lies beside until it is put back. A line that somebody
 * has mended meanwhile stays mended, and everything else that was set stays set. Safe from any thread.
 */
public final class PracticeSettings {
    /** What can be wrong in it. */
    public enum Fault {
        /** Receipts are switched off. */
        PRINTING_OFF(new Line("printer", "enabled", "enabled = false")),
        /** Alipay is switched on, and its app number is missing. */
        NO_PROVIDER(new Line("alipay", "enabled", "enabled = true"), new Line("alipay", "app_id", "app_id = \"\"")),
        /** Another scanner is named than the one that is plugged in. */
        OTHER_SCANNER(new Line("scanner", "use", "use = [\"usb:practice:another\"]"));

        @SuppressWarnings("ImmutableEnumChecker")
        private final List<Line> lines;

        Fault(Line... lines) {
            this.lines = List.of(lines);
        }
    }

    private record Line(String table, String key, String text) {}

    private final SettingsFile file;
    private final Path path;
    private final Path aside;
    private final Map<Fault, List<@Nullable String>> before = new EnumMap<>(Fault.class);
    private @Nullable String written;

    /** Of this file, which need not be there. */
    public PracticeSettings(SettingsFile file) {
        this.file = file;
        this.path = file.path();
        this.aside = aside(path);
    }

    private static Path aside(Path path) {
        return path.resolveSibling(path.getFileName() + ".before-trouble");
    }

    /** In its place where there was no file. */
    private static Path noneBefore(Path path) {
        return path.resolveSibling(path.getFileName() + ".none-before-trouble");
    }

    /** Puts back what a register that ended in the middle left beside. Before the file is read. */
    public static void putBack(Path path) throws IOException {
        Path aside = aside(path);
        if (Files.exists(aside)) Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING);
        if (Files.exists(noneBefore(path))) Files.deleteIfExists(path);
        Files.deleteIfExists(noneBefore(path));
    }

    private void putAside(String old) throws IOException {
        byte[] bytes = old.getBytes(StandardCharsets.UTF_8);
        SafeFile.replace(Files.exists(path) ? aside : noneBefore(path), bytes, false);
    }

    private void forgetAside() throws IOException {
        Files.deleteIfExists(aside);
        Files.deleteIfExists(noneBefore(path));
    }

    /** Whether it stands in the file now. */
    public synchronized boolean has(Fault fault) {
        if (!before.containsKey(fault)) return false;
        String text;
        try {
            text = text();
        } catch (IOException unreadable) {
            // Nobody can say that it stands in a file that nobody can read.
            return false;
        }
        return fault.lines.stream().allMatch(line -> line.text().equals(TomlLine.of(text, line.table(), line.key())));
    }

    /**
     * Writes it.
     *
     * @throws IOException if the file cannot be written, or is written in a way that cannot be edited safely
     */
    public synchronized void begin(Fault fault) throws IOException {
        if (has(fault)) return;
        String old = text();
        if (before.isEmpty()) putAside(old);
        try {
            before.put(fault, written(fault, old));
        } finally {
            if (before.isEmpty()) putBack(path);
        }
    }

    /** The lines that stood there before. */
    private List<@Nullable String> written(Fault fault, String text) throws IOException {
        String old = text;
        if (!Files.exists(path)) {
            file.writeDefault(Language.CHINESE);
            old = text();
        }
        List<@Nullable String> lines = new ArrayList<>();
        String now = old;
        for (Line line : fault.lines) {
            lines.add(TomlLine.of(old, line.table(), line.key()));
            now = TomlLine.with(now, line.table(), line.key(), line.text());
        }
        if (!isIn(file.parse(now), fault))
            throw new IOException("edit " + path + " by hand: it is not written line by line");
        write(now);
        return lines;
    }

    /** A fault is believed only when the settings read it back. */
    private static boolean isIn(SettingsAnswer answer, Fault fault) {
        return switch (answer) {
            case SettingsAnswer.Ready ready ->
                switch (fault) {
                    case PRINTING_OFF -> !ready.settings().printer().enabled();
                    case OTHER_SCANNER -> !ready.settings().scanner().use().isEmpty();
                    case NO_PROVIDER -> false;
                };
            // The others cannot be read back from a file that is refused; their lines stand in it all the same.
            case SettingsAnswer.Refused refused ->
                refused.problems().stream().anyMatch(problem -> problem.field().startsWith("alipay."));
        };
    }

    /** Takes it out of the file again. */
    public synchronized void end(Fault fault) throws IOException {
        boolean stands = has(fault);
        List<@Nullable String> lines = before.remove(fault);
        if (lines == null) return;
        if (before.isEmpty() && text().equals(written)) {
            putBack(path);
            written = null;
            return;
        }
        if (stands) takeOut(fault, lines);
        if (before.isEmpty()) forgetAside();
    }

    private void takeOut(Fault fault, List<@Nullable String> lines) throws IOException {
        String now = text();
        for (int i = 0; i < lines.size(); i++) {
            Line line = fault.lines.get(i);
            now = TomlLine.with(now, line.table(), line.key(), lines.get(i));
        }
        write(now);
    }

    private void write(String text) throws IOException {
        SafeFile.replace(path, text.getBytes(StandardCharsets.UTF_8), false);
        written = text;
    }

    private String text() throws IOException {
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (CharacterCodingException e) {
            throw new IOException("save " + path + " as UTF-8 first: it cannot be read", e);
        }
    }
}
