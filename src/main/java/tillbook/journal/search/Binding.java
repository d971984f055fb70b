package tillbook.journal.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets a statement's parameters one after the other, so that no number can be off by one. */
final class Binding {
    private final PreparedStatement statement;
    private int next = 1;

    Binding(PreparedStatement statement) {
        this.statement = statement;
    }

    Binding set(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    Binding set(@Nullable Long value) throws SQLException {
        if (value == null) statement.setNull(next++, Types.BIGINT);
        else statement.setLong(next++, value);
        return this;
    }

    Binding set(@Nullable String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    Binding set(@Nullable LocalDate value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    Binding set(byte[] value) throws SQLException {
        statement.setBytes(next++, value);
        return this;
    }

    Binding set(boolean value) throws SQLException {
        statement.setBoolean(next++, value);
        return this;
    }

    Binding setAll(List<Object> values) throws SQLException {
        for (Object value : values) statement.setObject(next++, value);
        return this;
    }
}
