package tillbook.journal.search;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row that the database gave without complaint and that is not what was written. */
final class DamagedRowException extends SQLException {
    DamagedRowException(String table, @Nullable Throwable cause) {
        super("a row of " + table + " is damaged", cause);
    }
}
