package tillbook.journal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tillbook.journal.Stamp;
import tillbook.sale.Line;

/**
 * Stores what a batch made of the rows, through prepared statements that live as long as the connection. The caller
 * commits.
 *
 * <p>Used by the writer's thread alone.
 */
final class Tables implements AutoCloseable {
    private final PreparedStatement insertEvent;
    private final PreparedStatement insertSale;
    private final PreparedStatement updateSale;
    private final PreparedStatement insertLine;
    private final PreparedStatement sumLines;
    private final PreparedStatement deleteLines;
    private final PreparedStatement insertAttempt;
    private final PreparedStatement updateAttempt;
    private final PreparedStatement insertTender;
    private final PreparedStatement updateMeta;

    Tables(Connection connection) throws SQLException {
        insertEvent = connection.prepareStatement("INSERT INTO event VALUES (" + places(8) + ")");
        insertSale = connection.prepareStatement("INSERT INTO sale VALUES (" + places(21) + ")");
        updateSale = connection.prepareStatement("""
                UPDATE sale SET id = ?, receipt = ?, receipt_reversed = ?, basket = ?, business_day = ?,
                  happened_at = ?, cashier = ?, shift = ?, amount = ?, lines = ?, first_item = ?, state = ?, paid = ?,
                  paid_at = ?, means = ?, attempts_open = ?, voucher = ?, job = ?, held = ?, copies = ?,
                  mark = ? WHERE id = ?""");
        insertLine = connection.prepareStatement("INSERT INTO sale_line VALUES (" + places(11) + ")");
        sumLines = connection.prepareStatement("SELECT mark FROM sale_line WHERE id BETWEEN ? AND ?");
        deleteLines = connection.prepareStatement("DELETE FROM sale_line WHERE id BETWEEN ? AND ?");
        insertAttempt = connection.prepareStatement("INSERT INTO attempt VALUES (" + places(21) + ")");
        updateAttempt = connection.prepareStatement("""
                UPDATE attempt SET state = ?, trade_number = ?, trade_reversed = ?, code = ?, sub_code = ?,
                  decided_at = ?, cancel = ?, goods_kept = ?, settlement = ?, mark = ? WHERE id = ?""");
        insertTender = connection.prepareStatement("INSERT INTO tender VALUES (" + places(10) + ")");
        updateMeta = connection.prepareStatement(
                "UPDATE meta SET sequence = ?, hash = ?, sales = ?, lines = ?, " + "attempts = ?, tenders = ?");
    }

    private static String places(int count) {
        return String.join(", ", IntStream.range(0, count).mapToObj(_ -> "?").toList());
    }

    /** Writes everything the fold changed and returns the state of the copy after it. */
    Applied store(Fold fold, Applied before) throws SQLException {
        storeEvents(fold.events());
        long sales = storeSales(fold.sales());
        long lines = storeLines(fold);
        long attempts = storeAttempts(fold.attempts());
        long tenders = storeTenders(fold.tenders());
        TapeRecord last = fold.events().getLast().record();
        Applied after = new Applied(last.sequence(), last.hash(), before.sums().plus(sales, lines, attempts, tenders));
        storeMeta(after);
        return after;
    }

    private void storeMeta(Applied applied) throws SQLException {
        updateMeta.setLong(1, applied.sequence());
        updateMeta.setBytes(2, applied.hash());
        updateMeta.setLong(3, applied.sums().sales());
        updateMeta.setLong(4, applied.sums().lines());
        updateMeta.setLong(5, applied.sums().attempts());
        updateMeta.setLong(6, applied.sums().tenders());
        updateMeta.executeUpdate();
    }

    private void storeEvents(List<EventRow> events) throws SQLException {
        for (EventRow event : events) {
            Stamp stamp = event.stamp();
            new Binding(insertEvent)
                    .set(event.record().sequence())
                    .set(event.record().hash())
                    .set(Mark.of(event.record().hash(), event.record().payload()))
                    .set(event.type())
                    .set(stamp == null ? null : stamp.day())
                    .set(stamp == null ? null : (Long) stamp.at())
                    .set(event.basket())
                    .set(event.record().payload());
            insertEvent.addBatch();
        }
        insertEvent.executeBatch();
    }

    private long storeSales(Iterable<Kept<SaleRow>> sales) throws SQLException {
        long sum = 0;
        for (Kept<SaleRow> kept : sales) {
            if (!kept.isDirty()) continue;
            long mark = Mark.of(kept.row());
            SaleRow stored = kept.stored();
            sum += mark - (stored == null ? 0 : Mark.of(stored));
            PreparedStatement statement = kept.isNew() ? insertSale : updateSale;
            Binding binding = bind(statement, kept.row()).set(mark);
            if (!kept.isNew()) binding.set(kept.row().id());
            statement.addBatch();
        }
        insertSale.executeBatch();
        updateSale.executeBatch();
        return sum;
    }

    private static Binding bind(PreparedStatement statement, SaleRow row) throws SQLException {
        SaleRow.Opening opening = row.opening();
        SaleRow.MoneySide money = row.money();
        return new Binding(statement)
                .set(row.id())
                .set(row.receipt().text())
                .set(Columns.reversed(row.receipt().text()))
                .set(opening.basket())
                .set(opening.day())
                .set(opening.at())
                .set(opening.cashier())
                .set(opening.shift())
                .set(opening.amount().fen())
                .set(opening.lines())
                .set(opening.firstItem())
                .set(row.state().name())
                .set(money.paidFen())
                .set(money.paidAt())
                .set(Columns.means(money.means()))
                .set(money.attemptsOpen())
                .set(row.voucher().state().name())
                .set(Columns.name(row.voucher().job()))
                .set(Columns.name(row.voucher().held()))
                .set(row.voucher().copies());
    }

    private long storeLines(Fold fold) throws SQLException {
        long sum = 0;
        for (Kept<SaleRow> kept : fold.sales()) {
            long sale = kept.row().id();
            if (!kept.isNew() && fold.lines().containsKey(sale)) sum -= removeLines(sale);
        }
        for (Map.Entry<Long, List<Line>> lines : fold.lines().entrySet()) {
            sum += addLines(lines.getKey(), lines.getValue());
        }
        insertLine.executeBatch();
        return sum;
    }

    private long removeLines(long sale) throws SQLException {
        long first = Columns.firstLineKey(sale);
        long last = Columns.lastLineKey(sale);
        new Binding(sumLines).set(first).set(last);
        long sum = 0;
        for (long mark : Reading.all(sumLines, row -> row.getLong(1))) sum += mark;
        new Binding(deleteLines).set(first).set(last);
        deleteLines.executeUpdate();
        return sum;
    }

    private long addLines(long sale, List<Line> lines) throws SQLException {
        long sum = 0;
        for (int place = 0; place < lines.size(); place++) {
            Line line = lines.get(place);
            long key = Columns.lineKey(sale, place);
            long mark = Mark.of(key, line);
            sum += mark;
            new Binding(insertLine)
                    .set(key)
                    .set(line.number())
                    .set(line.code())
                    .set(line.name())
                    .set(line.unit())
                    .set(line.quantity().thousandths())
                    .set(line.unitPrice().fen())
                    .set(line.discount().fen())
                    .set(line.taxRatePermyriad())
                    .set(line.kind().name())
                    .set(mark);
            insertLine.addBatch();
        }
        return sum;
    }

    private long storeAttempts(Iterable<Kept<AttemptRow>> attempts) throws SQLException {
        long sum = 0;
        for (Kept<AttemptRow> kept : attempts) {
            if (!kept.isDirty()) continue;
            long mark = Mark.of(kept.row());
            AttemptRow stored = kept.stored();
            sum += mark - (stored == null ? 0 : Mark.of(stored));
            PreparedStatement statement = kept.isNew() ? insertAttempt : updateAttempt;
            Binding binding = new Binding(statement);
            if (kept.isNew()) bind(binding, kept.row());
            bind(binding, kept.row().progress()).set(mark);
            if (!kept.isNew()) binding.set(kept.row().id());
            statement.addBatch();
        }
        insertAttempt.executeBatch();
        updateAttempt.executeBatch();
        return sum;
    }

    private static void bind(Binding binding, AttemptRow row) throws SQLException {
        binding.set(row.id())
                .set(row.sale())
                .set(row.receipt().text())
                .set(row.tender())
                .set(row.attempt())
                .set(row.order().text())
                .set(Columns.reversed(row.order().text()))
                .set(row.provider().name())
                .set(row.amount().fen())
                .set(row.maskedCode())
                .set(row.createdAt());
    }

    private static Binding bind(Binding binding, AttemptRow.Progress progress) throws SQLException {
        return binding.set(progress.state().name())
                .set(progress.tradeNumber())
                .set(Columns.reversed(progress.tradeNumber()))
                .set(progress.code())
                .set(progress.subCode())
                .set(progress.decidedAt())
                .set(Columns.name(progress.cancel()))
                .set(progress.goodsKept())
                .set(Columns.name(progress.settlement()));
    }

    private long storeTenders(List<TenderRow> tenders) throws SQLException {
        long sum = 0;
        for (TenderRow row : tenders) {
            long mark = Mark.of(row);
            sum += mark;
            new Binding(insertTender)
                    .set(row.id())
                    .set(row.sale())
                    .set(row.number())
                    .set(row.means().name())
                    .set(row.amount().fen())
                    .set(Columns.fen(row.given()))
                    .set(Columns.fen(row.change()))
                    .set(row.order())
                    .set(row.at())
                    .set(mark);
            insertTender.addBatch();
        }
        insertTender.executeBatch();
        return sum;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : all()) statement.close();
    }

    private List<PreparedStatement> all() {
        return List.of(
                insertEvent,
                insertSale,
                updateSale,
                insertLine,
                sumLines,
                deleteLines,
                insertAttempt,
                updateAttempt,
                insertTender,
                updateMeta);
    }
}
