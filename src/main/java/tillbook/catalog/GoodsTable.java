package tillbook.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import tillbook.money.Money;

/** The tables of the goods database and how a good stands in a row. Holds no state. */
final class GoodsTable {
    private static final String COLUMNS =
            "code, name, name_en, price_fen, unit, weighed, tax_basis_points, own_initials, active";

    static final String SELECT = "SELECT " + COLUMNS + " FROM goods ";
    private static final String ROW = " goods (" + COLUMNS + ", name_folded, initials) ";
    private static final String VALUES = "VALUES (?,?,?,?,?,?,?,?,?,?,?)";
    static final String INSERT = "INSERT INTO" + ROW + VALUES;
    static final String MERGE = "MERGE INTO" + ROW + "KEY (code) " + VALUES;

    private GoodsTable() {}

    /** Makes what is missing; leaves what is there. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS goods (
                      code VARCHAR(14) PRIMARY KEY, name VARCHAR(80) NOT NULL, name_en VARCHAR(80) NOT NULL,
                      price_fen BIGINT NOT NULL, unit VARCHAR(8) NOT NULL, weighed BOOLEAN NOT NULL,
                      tax_basis_points INT NOT NULL, own_initials VARCHAR(24) NOT NULL, active BOOLEAN NOT NULL,
                      name_folded VARCHAR(80) NOT NULL, initials VARCHAR(24) NOT NULL)""");
            statement.execute("CREATE INDEX IF NOT EXISTS goods_by_name ON goods(name_folded)");
            statement.execute("CREATE INDEX IF NOT EXISTS goods_by_initials ON goods(initials)");
            // Further readings of a name stand apart: few names have any, and the row of a good stays one.
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS other_initials (
                      code VARCHAR(14) NOT NULL, initials VARCHAR(24) NOT NULL, PRIMARY KEY (code, initials))""");
            statement.execute("CREATE INDEX IF NOT EXISTS other_initials_by_text ON other_initials(initials)");
            statement.execute("CREATE TABLE IF NOT EXISTS edition (number BIGINT NOT NULL)");
            statement.execute("INSERT INTO edition SELECT 0 WHERE NOT EXISTS (SELECT * FROM edition)");
        }
    }

    static Good good(ResultSet row) throws SQLException {
        return new Good(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Money.ofFen(row.getLong(4)),
                row.getString(5),
                row.getBoolean(6),
                row.getInt(7),
                row.getString(8),
                row.getBoolean(9));
    }

    static void bind(PreparedStatement row, Good good, String initials) throws SQLException {
        row.setString(1, good.code());
        row.setString(2, good.name());
        row.setString(3, good.englishName());
        row.setLong(4, good.unitPrice().fen());
        row.setString(5, good.unit());
        row.setBoolean(6, good.weighed());
        row.setInt(7, good.taxBasisPoints());
        row.setString(8, good.ownInitials());
        row.setBoolean(9, good.active());
        row.setString(10, PinyinInitials.folded(good.name()));
        row.setString(11, initials);
    }

    /** What a good is found under; the first stands in its row, the others apart. */
    static List<String> initials(Good good) {
        return good.ownInitials().isEmpty() ? PinyinInitials.of(good.name()) : List.of(good.ownInitials());
    }
}
