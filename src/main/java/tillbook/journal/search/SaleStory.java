package tillbook.journal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.Stamp;
import tillbook.sale.Line;
import tillbook.sale.ReceiptNumber;

/**
 * Everything the journal knows about one sale. Immutable.
 *
 * @param lines as last frozen
 * @param attempts in the order they were made
 * @param tenders in the order they were paid
 * @param chapters every record of the sale from its basket's first line on, in the tape's order
 */
public record SaleStory(
        SaleRow sale, List<Line> lines, List<AttemptRow> attempts, List<TenderRow> tenders, List<Chapter> chapters) {
    /** Records shown of one sale; a sale asked about all day long has some hundreds. */
    public static final int CHAPTERS_MAX = 10_000;

    public SaleStory {
        lines = List.copyOf(lines);
        attempts = List.copyOf(attempts);
        tenders = List.copyOf(tenders);
        chapters = List.copyOf(chapters);
    }

    /**
     * One record of the sale.
     *
     * @param hash the record's on the tape, hex
     * @param entry null if this version cannot read it
     */
    public record Chapter(
            long sequence,
            String hash,
            String type,
            @Nullable JournalEntry entry) {
        static Chapter of(TapeRecord record) {
            Decoding decoding = Decoding.of(record);
            Stamp stamp = decoding.stamp();
            JournalEvent event = decoding.event();
            JournalEntry entry =
                    stamp == null || event == null ? null : new JournalEntry(record.sequence(), stamp, event);
            return new Chapter(record.sequence(), HexFormat.of().formatHex(record.hash()), decoding.type(), entry);
        }
    }

    /** The records that could be read, in order. */
    public List<JournalEntry> entries() {
        return chapters.stream()
                .flatMap(chapter -> Optional.ofNullable(chapter.entry()).stream())
                .toList();
    }

    static Optional<SaleStory> read(Connection connection, ReceiptNumber receipt) throws SQLException {
        List<SaleRow> sales = all(
                connection,
                "SELECT * FROM sale WHERE receipt_reversed = ?",
                Reading::sale,
                String.valueOf(Columns.reversed(receipt.text())));
        return sales.isEmpty() ? Optional.empty() : Optional.of(of(connection, sales.getFirst()));
    }

    private static SaleStory of(Connection connection, SaleRow sale) throws SQLException {
        return new SaleStory(
                sale,
                all(
                        connection,
                        "SELECT * FROM sale_line WHERE id BETWEEN ? AND ? ORDER BY id",
                        Reading::line,
                        Columns.firstLineKey(sale.id()),
                        Columns.lastLineKey(sale.id())),
                all(connection, "SELECT * FROM attempt WHERE sale = ? ORDER BY id", Reading::attempt, sale.id()),
                all(connection, "SELECT * FROM tender WHERE sale = ? ORDER BY id", Reading::tender, sale.id()),
                all(
                        connection,
                        "SELECT sequence, hash, payload, mark FROM event WHERE basket = ? ORDER BY sequence LIMIT "
                                + CHAPTERS_MAX,
                        row -> Chapter.of(Reading.event(row)),
                        sale.opening().basket()));
    }

    private static <T> List<T> all(Connection connection, String sql, Reading.RowReader<T> reader, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = JournalSearch.prepare(connection, sql, List.of(arguments))) {
            return Reading.all(statement, reader);
        }
    }
}
