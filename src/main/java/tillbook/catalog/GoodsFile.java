package tillbook.catalog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file of goods is written, found out from the file itself: encoding by its bytes, separator and columns by its
 * header. Immutable; the file is read anew each time.
 */
final class GoodsFile {
    /** GBK and GB2312 are parts of it. */
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final char[] SEPARATORS = {',', ';', '\t', '，'};
    private static final int BUFFER_CHARS = 16_384;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xff, (byte) 0xfe};
    private static final Set<GoodField> NEEDED = EnumSet.of(GoodField.CODE, GoodField.NAME, GoodField.PRICE);

    private final GoodsSource source;
    private final Charset charset;
    private final char separator;
    private final List<String> header;
    private final @Nullable GoodField[] columnFields;

    private GoodsFile(GoodsSource source, Charset charset, char separator, List<String> header) {
        this.source = source;
        this.charset = charset;
        this.separator = separator;
        this.header = header;
        this.columnFields = header.stream()
                .map(name -> GoodField.ofHeader(name).orElse(null))
                .toArray(GoodField[]::new);
    }

    sealed interface Inspection {
        record Fit(GoodsFile file) implements Inspection {}

        record Unfit(NotGoods why) implements Inspection {}
    }

    /** Finds out how the file is written. */
    static Inspection inspect(GoodsSource source) throws IOException {
        byte[] head = head(source);
        if (startsWith(head, ZIP) || startsWith(head, COMPOUND)) return new Inspection.Unfit(new NotGoods.Workbook());
        Optional<Charset> charset = charset(source, head);
        if (charset.isEmpty()) return new Inspection.Unfit(new NotGoods.UnknownEncoding());
        GoodsFile file = withBestSeparator(source, charset.get());
        return file.flaw().<Inspection>map(Inspection.Unfit::new).orElseGet(() -> new Inspection.Fit(file));
    }

    /** Headers that mean nothing here. */
    List<String> ignoredColumns() {
        return header.stream()
                .filter(name -> !name.isBlank() && GoodField.ofHeader(name).isEmpty())
                .map(GoodProblem::shown)
                .toList();
    }

    int columns() {
        return header.size();
    }

    /** The cells of one row by what their column means. */
    Map<GoodField, String> fields(List<String> cells) {
        Map<GoodField, String> fields = new EnumMap<>(GoodField.class);
        for (int i = 0; i < columnFields.length; i++) {
            GoodField field = columnFields[i];
            if (field != null) fields.put(field, cells.get(i));
        }
        return fields;
    }

    Reader reader() throws IOException {
        return strictReader(source, charset);
    }

    CsvReader rows(Reader reader) {
        return new CsvReader(reader, separator);
    }

    private Optional<NotGoods> flaw() {
        if (header.isEmpty()) return Optional.of(new NotGoods.Empty());
        Set<GoodField> seen = new HashSet<>();
        for (String name : header) {
            Optional<GoodField> field = GoodField.ofHeader(name);
            if (field.isPresent() && !seen.add(field.get())) {
                return Optional.of(new NotGoods.ColumnTwice(GoodProblem.shown(name)));
            }
        }
        List<GoodField> missing =
                NEEDED.stream().filter(field -> !seen.contains(field)).toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new NotGoods.ColumnsMissing(missing));
    }

    private static GoodsFile withBestSeparator(GoodsSource source, Charset charset) throws IOException {
        GoodsFile best = null;
        for (char separator : SEPARATORS) {
            GoodsFile file = new GoodsFile(source, charset, separator, header(source, charset, separator));
            if (best == null || file.known() > best.known()) best = file;
        }
        return Objects.requireNonNull(best);
    }

    private long known() {
        return Arrays.stream(columnFields).filter(field -> field != null).count();
    }

    /** The first row that is not blank; empty if there is none. */
    private static List<String> header(GoodsSource source, Charset charset, char separator) throws IOException {
        try (Reader reader = strictReader(source, charset)) {
            CsvReader rows = new CsvReader(reader, separator);
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                if (!(row instanceof CsvRow.Cells(int line, List<String> cells))) return List.of("");
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) return withoutEmptyTail(cells);
            }
            return List.of();
        }
    }

    private static List<String> withoutEmptyTail(List<String> cells) {
        List<String> kept = new ArrayList<>(cells);
        while (kept.getLast().isBlank()) kept.removeLast();
        return List.copyOf(kept);
    }

    private static Optional<Charset> charset(GoodsSource source, byte[] head) throws IOException {
        if (startsWith(head, UTF_16_LITTLE)) return firstFit(source, StandardCharsets.UTF_16LE);
        return firstFit(source, StandardCharsets.UTF_8, GB18030);
    }

    private static Optional<Charset> firstFit(GoodsSource source, Charset... charsets) throws IOException {
        for (Charset charset : charsets) if (decodes(source, charset)) return Optional.of(charset);
        return Optional.empty();
    }

    /** Whether every byte of the file makes sense in this encoding, and none is NUL. */
    private static boolean decodes(GoodsSource source, Charset charset) throws IOException {
        char[] buffer = new char[BUFFER_CHARS];
        try (Reader reader = strictReader(source, charset)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) if (buffer[i] == 0) return false;
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader strictReader(GoodsSource source, Charset charset) throws IOException {
        return new InputStreamReader(
                new BufferedInputStream(source.open()),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static byte[] head(GoodsSource source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(ZIP.length);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
