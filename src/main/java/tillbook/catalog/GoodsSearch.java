package tillbook.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The questions of a person who looks for a good; only goods on sale are answered. Guarded by the lock of its catalogue. */
final class GoodsSearch implements AutoCloseable {
    /** Above every character a name or initials hold, so that a range covers all that begin alike. */
    private static final String LAST = "\uffff";

    private final PreparedStatement byInitials;
    private final PreparedStatement byOtherInitials;
    private final PreparedStatement byNameStart;
    private final PreparedStatement byNamePart;
    private final PreparedStatement byCodeStart;

    GoodsSearch(Connection connection) throws SQLException {
        byInitials = connection.prepareStatement(
                GoodsTable.SELECT + "WHERE active AND initials >= ? AND initials < ? ORDER BY initials, code LIMIT ?");
        byOtherInitials = connection.prepareStatement(GoodsTable.SELECT
                + "WHERE active AND code IN (SELECT code FROM other_initials WHERE initials >= ? AND initials < ?)"
                + " ORDER BY initials, code LIMIT ?");
        byNameStart = connection.prepareStatement(GoodsTable.SELECT
                + "WHERE active AND name_folded >= ? AND name_folded < ? ORDER BY name_folded, code LIMIT ?");
        byNamePart = connection.prepareStatement(GoodsTable.SELECT
                + "WHERE active AND (LOCATE(?, name_folded) > 0 OR LOCATE(?, LOWER(name_en)) > 0)"
                + " ORDER BY name_folded, code LIMIT ?");
        byCodeStart = connection.prepareStatement(
                GoodsTable.SELECT + "WHERE active AND code >= ? AND code < ? ORDER BY code LIMIT ?");
    }

    List<Good> initials(String prefix, int limit) throws SQLException {
        Found found = new Found(limit);
        found.add(range(byInitials, prefix, limit));
        if (found.missing() > 0) found.add(range(byOtherInitials, prefix, limit));
        return found.goods();
    }

    List<Good> namePart(String part, int limit) throws SQLException {
        Found found = new Found(limit);
        found.add(range(byNameStart, part, limit));
        // The whole table is walked only when too few names begin so.
        if (found.missing() > 0) found.add(anywhere(part, limit));
        return found.goods();
    }

    List<Good> anything(String typed, String code, int limit) throws SQLException {
        Found found = new Found(limit);
        found.add(range(byCodeStart, code, limit));
        if (found.missing() > 0) found.add(initials(typed, limit));
        if (found.missing() > 0) found.add(namePart(typed, limit));
        return found.goods();
    }

    private static List<Good> range(PreparedStatement question, String from, int limit) throws SQLException {
        question.setString(1, from);
        question.setString(2, from + LAST);
        question.setInt(3, limit);
        return answers(question);
    }

    private List<Good> anywhere(String part, int limit) throws SQLException {
        byNamePart.setString(1, part);
        byNamePart.setString(2, part);
        byNamePart.setInt(3, limit);
        return answers(byNamePart);
    }

    static List<Good> answers(PreparedStatement question) throws SQLException {
        List<Good> goods = new ArrayList<>();
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) goods.add(GoodsTable.good(rows));
        }
        return goods;
    }

    @Override
    public void close() throws SQLException {
        byInitials.close();
        byOtherInitials.close();
        byNameStart.close();
        byNamePart.close();
        byCodeStart.close();
    }

    /** Goods in the order found, each once. */
    private static final class Found {
        private final Map<String, Good> goods = new LinkedHashMap<>();
        private final int limit;

        Found(int limit) {
            this.limit = limit;
        }

        void add(List<Good> more) {
            for (Good good : more) if (missing() > 0) goods.putIfAbsent(good.code(), good);
        }

        int missing() {
            return limit - goods.size();
        }

        List<Good> goods() {
            return List.copyOf(goods.values());
        }
    }
}
