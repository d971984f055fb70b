package tillbook.journal.search;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values after RFC 4180. A cell that a spreadsheet would take for a formula gets a leading apostrophe.
 *
 * <p>Used by one thread.
 */
final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Appendable out;
    private final UnaryOperator<String> redaction;

    Csv(Appendable out, UnaryOperator<String> redaction) {
        this.out = out;
        this.redaction = redaction;
    }

    /** One record; null is an empty cell. */
    void row(List<@Nullable String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) out.append(',');
            String cell = cells.get(i);
            if (cell != null) out.append(quoted(harmless(redaction.apply(cell))));
        }
        out.append("\r\n");
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
