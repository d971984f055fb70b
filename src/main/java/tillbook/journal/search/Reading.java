package tillbook.journal.search;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.Provider;
import tillbook.printing.PrintJobState;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;

/** Rows as they come out of the database. A row whose mark does not fit is refused: it is no fact any more. */
final class Reading {
    /** Makes a value of the row at which the result stands. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Reading() {}

    static <T> List<T> all(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) all.add(reader.read(rows));
            return all;
        }
    }

    static SaleRow sale(ResultSet row) throws SQLException {
        return sound("sale", row, () -> {
            SaleRow sale = new SaleRow(
                    row.getLong("id"),
                    new ReceiptNumber(row.getString("receipt")),
                    opening(row),
                    SaleState.valueOf(row.getString("state")),
                    new SaleRow.MoneySide(
                            row.getLong("paid"),
                            number(row, "paid_at"),
                            Columns.means(row.getString("means")),
                            row.getInt("attempts_open")),
                    new SaleRow.VoucherSide(
                            VoucherState.valueOf(row.getString("voucher")),
                            constant(PrintJobState.class, row.getString("job")),
                            constant(HeldCause.class, row.getString("held")),
                            row.getInt("copies")));
            return new Marked<>(sale, Mark.of(sale));
        });
    }

    private static SaleRow.Opening opening(ResultSet row) throws SQLException {
        return new SaleRow.Opening(
                row.getLong("basket"),
                row.getObject("business_day", LocalDate.class),
                row.getLong("happened_at"),
                row.getString("cashier"),
                row.getInt("shift"),
                Money.ofFen(row.getLong("amount")),
                row.getInt("lines"),
                row.getString("first_item"));
    }

    static AttemptRow attempt(ResultSet row) throws SQLException {
        return sound("attempt", row, () -> {
            AttemptRow attempt = new AttemptRow(
                    row.getLong("id"),
                    row.getLong("sale"),
                    new ReceiptNumber(row.getString("receipt")),
                    row.getInt("tender"),
                    row.getInt("attempt"),
                    new OrderNumber(row.getString("order_number")),
                    Provider.valueOf(row.getString("provider")),
                    Money.ofFen(row.getLong("amount")),
                    row.getString("masked_code"),
                    row.getLong("created_at"),
                    progress(row));
            return new Marked<>(attempt, Mark.of(attempt));
        });
    }

    private static AttemptRow.Progress progress(ResultSet row) throws SQLException {
        return new AttemptRow.Progress(
                AttemptState.valueOf(row.getString("state")),
                row.getString("trade_number"),
                row.getString("code"),
                row.getString("sub_code"),
                number(row, "decided_at"),
                constant(CancelCause.class, row.getString("cancel")),
                row.getBoolean("goods_kept"),
                constant(Settlement.class, row.getString("settlement")));
    }

    static TenderRow tender(ResultSet row) throws SQLException {
        return sound("tender", row, () -> {
            TenderRow tender = new TenderRow(
                    row.getLong("id"),
                    row.getLong("sale"),
                    row.getInt("number"),
                    Means.valueOf(row.getString("means")),
                    Money.ofFen(row.getLong("amount")),
                    Columns.money(number(row, "given")),
                    Columns.money(number(row, "change_given")),
                    row.getString("order_number"),
                    row.getLong("happened_at"));
            return new Marked<>(tender, Mark.of(tender));
        });
    }

    static Line line(ResultSet row) throws SQLException {
        return sound("sale_line", row, () -> {
            Line line = new Line(
                    row.getInt("number"),
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("unit"),
                    new Quantity(row.getLong("quantity")),
                    Money.ofFen(row.getLong("unit_price")),
                    Money.ofFen(row.getLong("discount")),
                    row.getInt("tax_rate"),
                    LineKind.valueOf(row.getString("kind")));
            return new Marked<>(line, Mark.of(row.getLong("id"), line));
        });
    }

    /** Wants the columns sequence, hash, payload and mark. */
    static TapeRecord event(ResultSet row) throws SQLException {
        return sound("event", row, () -> {
            byte[] hash = row.getBytes("hash");
            byte[] payload = row.getBytes("payload");
            return new Marked<>(new TapeRecord(row.getLong("sequence"), hash, payload), Mark.of(hash, payload));
        });
    }

    private record Marked<T>(T value, long mark) {}

    private interface Making<T> {
        Marked<T> make() throws SQLException;
    }

    /** A value that cannot be built out of its columns is as damaged as one whose mark differs. */
    private static <T> T sound(String table, ResultSet row, Making<T> making) throws SQLException {
        try {
            Marked<T> marked = making.make();
            if (marked.mark() != row.getLong("mark")) throw new DamagedRowException(table, null);
            return marked.value();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new DamagedRowException(table, e);
        }
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
