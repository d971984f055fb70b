package tillbook.catalog;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads separated text row by row (RFC 4180: quotes double inside quotes, quoted cells may hold line breaks), with CRLF,
 * LF or CR line ends, skipping a byte order mark. Keeps one row in memory, of at most {@link #CELLS_MAX} cells of
 * {@link #CELL_CHARS_MAX} characters. One thread owns it.
 */
final class CsvReader {
    static final int CELL_CHARS_MAX = 4096;
    static final int CELLS_MAX = 256;

    private static final int BUFFER_CHARS = 16_384;
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Reader in;
    private final char separator;
    private final char[] buffer = new char[BUFFER_CHARS];
    private int at;
    private int filled;
    private int line = 1;
    private boolean begun;
    private @Nullable GoodProblem flaw;

    CsvReader(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    /** The next row, or null at the end. */
    @Nullable
    CsvRow next() throws IOException {
        if (!begun && peek() == BYTE_ORDER_MARK) at++;
        begun = true;
        if (peek() == END) return null;
        int first = line;
        flaw = null;
        List<String> cells = cells();
        skipRestOfLine();
        return flaw == null ? new CsvRow.Cells(first, cells) : new CsvRow.Broken(first, flaw);
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (flaw == null && peek() == separator) {
            take();
            cells.add(cell());
            if (cells.size() > CELLS_MAX) flaw = new GoodProblem.WrongNumberOfCells(cells.size(), CELLS_MAX);
        }
        return cells;
    }

    private String cell() throws IOException {
        return peek() == '"' ? quoted() : plain();
    }

    private String plain() throws IOException {
        StringBuilder cell = new StringBuilder();
        while (!atCellEnd()) {
            if (cell.length() == CELL_CHARS_MAX) {
                flaw = new GoodProblem.CellTooLong(CELL_CHARS_MAX);
                break;
            }
            cell.append((char) take());
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        StringBuilder cell = new StringBuilder();
        take();
        while (flaw == null) {
            int c = take();
            if (c == END || cell.length() == CELL_CHARS_MAX) flaw = new GoodProblem.UnclosedQuote();
            else if (c != '"') cell.append((char) c);
            else if (peek() == '"') cell.append((char) take());
            else break;
        }
        while (flaw == null && peek() == ' ') take();
        if (flaw == null && !atCellEnd()) flaw = new GoodProblem.TextAfterQuote();
        return cell.toString();
    }

    private boolean atCellEnd() throws IOException {
        int c = peek();
        return c == separator || c == '\n' || c == '\r' || c == END;
    }

    private void skipRestOfLine() throws IOException {
        int c = take();
        while (c != '\n' && c != '\r' && c != END) c = take();
        if (c == '\r' && peek() == '\n') take();
    }

    private int peek() throws IOException {
        if (at == filled) fill();
        return at < filled ? buffer[at] : END;
    }

    /** Takes a character and counts lines: LF ends one, CR only where no LF follows. */
    private int take() throws IOException {
        int c = peek();
        if (c == END) return END;
        at++;
        if (c == '\n' || (c == '\r' && peek() != '\n')) line++;
        return c;
    }

    private void fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        at = 0;
        filled = Math.max(read, 0);
    }
}
