package tillbook.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * Changes one value in the text of a TOML file and leaves every other character as it was, comments above all: they are
 * the shop's own notes. Pure functions.
 */
final class TomlText {
    private TomlText() {}

    /** How TOML writes this value. */
    static String literal(Field field, String value) {
        if (field.isList())
            return items(field, value).stream().map(TomlText::quoted).collect(Collectors.joining(", ", "[", "]"));
        return field.form().bare() ? value : quoted(value);
    }

    /** The items of a list as a person writes them: with commas or spaces between, lines of text with a {@code |}. */
    static List<String> items(Field field, String value) {
        if (value.isBlank()) return List.of();
        return List.of(value.strip().split(field.isLines() ? "\\s*[|\\n]\\s*" : "[,\\s]+"));
    }

    /**
     * The text with the value replaced, or added where it was missing. Empty where this text is written in a way that
     * cannot be edited safely; a person then edits it by hand.
     *
     * @param text TOML without errors
     */
    static Optional<String> with(String text, Field field, String value) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) return Optional.empty();
        String literal = literal(field, value);
        TomlPosition there = toml.inputPositionOf(field.path());
        String changed = there == null ? added(text, toml, field, literal) : replaced(text, there, literal);
        return says(changed, field, literal) ? Optional.of(changed) : Optional.empty();
    }

    /** The change is believed only when the parser reads it back. */
    private static boolean says(String changed, Field field, String literal) {
        TomlParseResult wanted = Toml.parse("x = " + literal);
        TomlParseResult got = Toml.parse(changed);
        if (wanted.hasErrors() || got.hasErrors() || !got.contains(field.path())) return false;
        return field.isList()
                ? got.getArrayOrEmpty(field.path())
                        .toList()
                        .equals(wanted.getArrayOrEmpty("x").toList())
                : String.valueOf(got.get(field.path())).equals(String.valueOf(wanted.get("x")));
    }

    private static String replaced(String text, TomlPosition key, String literal) {
        int start = skipBlanks(text, endOfKey(text, offset(text, key)) + 1);
        return text.substring(0, start) + literal + text.substring(endOfValue(text, start));
    }

    private static String added(String text, TomlParseResult toml, Field field, String literal) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        String line = field.key() + " = " + literal + end;
        if (field.table().isEmpty()) return line + text;
        TomlPosition table = toml.inputPositionOf(field.table());
        if (table == null) {
            String gap = text.isEmpty() ? "" : text.endsWith("\n") ? end : end + end;
            return text + gap + "[" + field.table() + "]" + end + line;
        }
        int at = offset(text, table);
        int after = text.indexOf('\n', at);
        boolean header = text.startsWith("[", at);
        String addition = header ? line : field.table() + "." + line;
        return after < 0 ? text + end + addition : text.substring(0, after + 1) + addition + text.substring(after + 1);
    }

    /** Lines and columns count from 1, columns in code points. */
    private static int offset(String text, TomlPosition position) {
        int start = 0;
        for (int line = 1; line < position.line(); line++) start = text.indexOf('\n', start) + 1;
        return text.offsetByCodePoints(start, position.column() - 1);
    }

    /** The place of the equals sign; a quoted key may hold one of its own. */
    private static int endOfKey(String text, int from) {
        int at = from;
        while (text.charAt(at) != '=') {
            char c = text.charAt(at);
            at = c == '"' || c == '\'' ? endOfString(text, at) : at + 1;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
        return at;
    }

    private static int endOfValue(String text, int start) {
        char first = text.charAt(start);
        if (first == '"' || first == '\'') return endOfString(text, start);
        if (first == '[') return endOfArray(text, start);
        int at = start;
        while (at < text.length() && " \t\r\n#,}]".indexOf(text.charAt(at)) < 0) at++;
        return at;
    }

    private static int endOfString(String text, int start) {
        char quote = text.charAt(start);
        String three = String.valueOf(quote).repeat(3);
        boolean many = text.startsWith(three, start);
        int at = start + (many ? 3 : 1);
        while (at < text.length()) {
            if (quote == '"' && text.charAt(at) == '\\') at += 2;
            else if (many && text.startsWith(three, at)) return endOfQuotes(text, at, quote);
            else if (!many && text.charAt(at) == quote) return at + 1;
            else at++;
        }
        return text.length();
    }

    /** A text may end in up to two quotes of its own before the closing three. */
    private static int endOfQuotes(String text, int at, char quote) {
        int end = at + 3;
        while (end < text.length() && end < at + 5 && text.charAt(end) == quote) end++;
        return end;
    }

    private static int endOfArray(String text, int start) {
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = endOfString(text, at);
                continue;
            }
            if (c == '#') at = Math.max(text.indexOf('\n', at), at);
            if (c == '[') depth++;
            if (c == ']' && --depth == 0) return at + 1;
            at++;
        }
        return text.length();
    }

    static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) out.append(String.format(Locale.ROOT, "\\u%04x", c));
                    else out.appendCodePoint(c);
                }
            }
        });
        return out.append('"').toString();
    }
}
