package tillbook.catalog;

import java.sql.SQLException;

/**
 * The goods database failed while the register was running: a broken disk or file. No money is concerned; a good can
 * still be sold by typing its price. The text tells what to do.
 */
public final class CatalogUnreadable extends RuntimeException {
    CatalogUnreadable(SQLException cause) {
        super(
                "the goods database does not answer; sales and money are not concerned: close Tillbook, start it again,"
                        + " and import the file of goods again if it asks for it (H2 error " + cause.getErrorCode()
                        + ")",
                cause);
    }
}
