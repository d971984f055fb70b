package tillbook.desktop.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line {@code key = …} in a table of a TOML text, as the settings screen writes it. Pure functions. */
final class TomlLine {
    private TomlLine() {}

    private static Pattern keyed(String key) {
        return Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*=.*");
    }

    /** The line, null where there is none. */
    static @Nullable String of(String text, String table, String key) {
        List<String> lines = text.lines().toList();
        int at = at(lines, table, key);
        return at < 0 ? null : lines.get(at);
    }

    /** The text with this line in the place of the one there was; null takes it away. */
    static String with(String text, String table, String key, @Nullable String line) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = at(lines, table, key);
        if (at >= 0 && line == null) lines.remove(at);
        else if (at >= 0) lines.set(at, String.valueOf(line));
        else if (line != null) add(lines, table, line);
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, String table, String line) {
        int head = head(lines, table);
        if (head >= 0) {
            lines.add(head + 1, line);
            return;
        }
        lines.add("[" + table + "]");
        lines.add(line);
    }

    private static int at(List<String> lines, String table, String key) {
        int head = head(lines, table);
        if (head < 0) return -1;
        for (int i = head + 1; i < lines.size() && !lines.get(i).strip().startsWith("["); i++) {
            if (keyed(key).matcher(lines.get(i)).matches()) return i;
        }
        return -1;
    }

    private static int head(List<String> lines, String table) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("[" + table + "]")) return i;
        }
        return -1;
    }
}
