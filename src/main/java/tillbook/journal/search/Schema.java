package tillbook.journal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tables. A change of schema is a rebuild from the tape: only {@link #VERSION} and the text below change. */
final class Schema {
    /** Raised whenever a table, or what {@link Fold} makes of an event, changes. */
    static final int VERSION = 2;

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE event(
              sequence BIGINT PRIMARY KEY,
              hash BINARY(32) NOT NULL,
              mark INT NOT NULL,
              type VARCHAR(64) NOT NULL,
              business_day DATE,
              happened_at BIGINT,
              basket BIGINT,
              payload VARBINARY(1048576) NOT NULL)""",
            "CREATE INDEX event_basket ON event(basket)",
            """
            CREATE TABLE sale(
              id BIGINT PRIMARY KEY,
              receipt VARCHAR(32) NOT NULL,
              receipt_reversed VARCHAR(32) NOT NULL,
              basket BIGINT NOT NULL,
              business_day DATE NOT NULL,
              happened_at BIGINT NOT NULL,
              cashier VARCHAR NOT NULL,
              shift INT NOT NULL,
              amount BIGINT NOT NULL,
              lines INT NOT NULL,
              first_item VARCHAR NOT NULL,
              state VARCHAR(16) NOT NULL,
              paid BIGINT NOT NULL,
              paid_at BIGINT,
              means VARCHAR(64) NOT NULL,
              attempts_open INT NOT NULL,
              voucher VARCHAR(16) NOT NULL,
              job VARCHAR(16),
              held VARCHAR(16),
              copies INT NOT NULL,
              mark BIGINT NOT NULL)""",
            """
            CREATE TABLE sale_line(
              id BIGINT PRIMARY KEY,
              number INT NOT NULL,
              code VARCHAR NOT NULL,
              name VARCHAR NOT NULL,
              unit VARCHAR NOT NULL,
              quantity BIGINT NOT NULL,
              unit_price BIGINT NOT NULL,
              discount BIGINT NOT NULL,
              tax_rate INT NOT NULL,
              kind VARCHAR(16) NOT NULL,
              mark BIGINT NOT NULL)""",
            """
            CREATE TABLE attempt(
              id BIGINT PRIMARY KEY,
              sale BIGINT NOT NULL,
              receipt VARCHAR(32) NOT NULL,
              tender INT NOT NULL,
              attempt INT NOT NULL,
              order_number VARCHAR(32) NOT NULL,
              order_reversed VARCHAR(32) NOT NULL,
              provider VARCHAR(16) NOT NULL,
              amount BIGINT NOT NULL,
              masked_code VARCHAR NOT NULL,
              created_at BIGINT NOT NULL,
              state VARCHAR(16) NOT NULL,
              trade_number VARCHAR,
              trade_reversed VARCHAR,
              code VARCHAR,
              sub_code VARCHAR,
              decided_at BIGINT,
              cancel VARCHAR(16),
              goods_kept BOOLEAN NOT NULL,
              settlement VARCHAR(16),
              mark BIGINT NOT NULL)""",
            """
            CREATE TABLE tender(
              id BIGINT PRIMARY KEY,
              sale BIGINT NOT NULL,
              number INT NOT NULL,
              means VARCHAR(16) NOT NULL,
              amount BIGINT NOT NULL,
              given BIGINT,
              change_given BIGINT,
              order_number VARCHAR(32),
              happened_at BIGINT NOT NULL,
              mark BIGINT NOT NULL)""",
            """
            CREATE TABLE meta(
              version INT NOT NULL,
              sequence BIGINT NOT NULL,
              hash BINARY(32) NOT NULL,
              sales BIGINT NOT NULL,
              lines BIGINT NOT NULL,
              attempts BIGINT NOT NULL,
              tenders BIGINT NOT NULL)""",
            "INSERT INTO meta VALUES (" + VERSION + ", 0, X'" + "00".repeat(TapeRecord.HASH_BYTES) + "', 0, 0, 0, 0)");

    /** Made of rows that are there, so that they are sorted once. */
    private static final List<String> INDEXES_AFTERWARDS = List.of(
            "CREATE INDEX sale_receipt ON sale(receipt_reversed)",
            "CREATE INDEX sale_amount ON sale(amount, business_day)",
            "CREATE INDEX sale_day ON sale(business_day)",
            "CREATE INDEX sale_time ON sale(happened_at)",
            "CREATE INDEX sale_state ON sale(state)",
            "CREATE INDEX sale_voucher ON sale(voucher)",
            "CREATE INDEX sale_attempts_open ON sale(attempts_open)",
            "CREATE INDEX attempt_sale ON attempt(sale)",
            "CREATE INDEX attempt_order ON attempt(order_reversed)",
            "CREATE INDEX attempt_trade ON attempt(trade_reversed)",
            "CREATE INDEX attempt_amount ON attempt(amount)",
            "CREATE INDEX tender_sale ON tender(sale)");

    private Schema() {}

    /**
     * The tables, and of the indexes only that which grows in order: to make it afterwards all payloads would be read
     * again.
     */
    static void createTables(Connection connection) throws SQLException {
        execute(connection, TABLES);
    }

    /**
     * The other indexes. Kept from the first row on, their pages would be written again and again, because amounts and
     * numbers come in no order.
     */
    static void createIndexes(Connection connection) throws SQLException {
        execute(connection, INDEXES_AFTERWARDS);
    }

    /** Whether every index is there: not so in a copy that was left while it was being made. */
    static boolean hasAllIndexes(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT index_name FROM information_schema.indexes WHERE table_schema = 'PUBLIC'")) {
            Set<String> there = new HashSet<>(Reading.all(statement, row -> row.getString(1)));
            return IndexCheck.ALL.stream()
                    .allMatch(index -> there.contains(index.name().toUpperCase(Locale.ROOT)));
        }
    }

    private static void execute(Connection connection, List<String> all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : all) statement.execute(one);
        }
        connection.commit();
    }
}
