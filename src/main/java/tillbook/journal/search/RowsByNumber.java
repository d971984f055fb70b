package tillbook.journal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/** The stored rows that events speak of, by the numbers that stand in the events. Used by the writer's thread alone. */
sealed interface RowsByNumber {
    /** The attempts that bear one of the numbers, and perhaps some more. */
    List<AttemptRow> attempts(Set<OrderNumber> orders) throws SQLException;

    /** The sales that bear one of the numbers, and perhaps some more. */
    List<SaleRow> sales(Set<ReceiptNumber> receipts) throws SQLException;

    /** Hears what was stored and committed. */
    void stored(Fold fold);

    /** Through the indexes, which a copy that is whole has. */
    final class ByIndex implements RowsByNumber {
        private final PreparedStatement attempts;
        private final PreparedStatement sales;

        ByIndex(Connection connection) throws SQLException {
            attempts = connection.prepareStatement(
                    "SELECT a.* FROM TABLE(number VARCHAR = ?) n JOIN attempt a ON a.order_reversed = n.number");
            sales = connection.prepareStatement(
                    "SELECT s.* FROM TABLE(number VARCHAR = ?) n JOIN sale s ON s.receipt_reversed = n.number");
        }

        @Override
        public List<AttemptRow> attempts(Set<OrderNumber> orders) throws SQLException {
            attempts.setObject(
                    1, reversed(orders.stream().map(OrderNumber::text).toList()));
            return Reading.all(attempts, Reading::attempt);
        }

        @Override
        public List<SaleRow> sales(Set<ReceiptNumber> receipts) throws SQLException {
            sales.setObject(
                    1, reversed(receipts.stream().map(ReceiptNumber::text).toList()));
            return Reading.all(sales, Reading::sale);
        }

        private static Object[] reversed(List<String> numbers) {
            return numbers.stream().map(Columns::reversed).toArray();
        }

        @Override
        public void stored(Fold fold) {
            // The database keeps its indexes itself.
        }
    }

    /**
     * From memory, while a copy is made that has no indexes yet: numbers come in no order, so every batch would write
     * pages all over such an index again.
     */
    final class ByMemory implements RowsByNumber {
        private final PreparedStatement attemptsById;
        private final PreparedStatement salesById;
        private final Numbers orders;
        private final Numbers receipts;

        ByMemory(Connection connection, int most) throws SQLException {
            attemptsById =
                    connection.prepareStatement("SELECT a.* FROM TABLE(id BIGINT = ?) n JOIN attempt a ON a.id = n.id");
            salesById =
                    connection.prepareStatement("SELECT s.* FROM TABLE(id BIGINT = ?) n JOIN sale s ON s.id = n.id");
            orders = new Numbers(most);
            receipts = new Numbers(most);
        }

        /** It is time to make the indexes. */
        boolean isFull() {
            return orders.isFull() || receipts.isFull();
        }

        @Override
        public List<AttemptRow> attempts(Set<OrderNumber> wanted) throws SQLException {
            Object[] ids = idsOf(wanted.stream().map(OrderNumber::text), orders);
            if (ids.length == 0) return List.of();
            attemptsById.setObject(1, ids);
            return Reading.all(attemptsById, Reading::attempt);
        }

        @Override
        public List<SaleRow> sales(Set<ReceiptNumber> wanted) throws SQLException {
            Object[] ids = idsOf(wanted.stream().map(ReceiptNumber::text), receipts);
            if (ids.length == 0) return List.of();
            salesById.setObject(1, ids);
            return Reading.all(salesById, Reading::sale);
        }

        private static Object[] idsOf(Stream<String> wanted, Numbers known) {
            return wanted.flatMap(number -> known.find(number).stream())
                    .distinct()
                    .toArray();
        }

        @Override
        public void stored(Fold fold) {
            for (Kept<AttemptRow> attempt : fold.attempts()) {
                if (attempt.isNew())
                    orders.put(attempt.row().order().text(), attempt.row().id());
            }
            for (Kept<SaleRow> sale : fold.sales()) {
                if (sale.isNew())
                    receipts.put(sale.row().receipt().text(), sale.row().id());
            }
        }
    }
}
