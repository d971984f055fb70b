package tillbook.journal.search;

import org.jspecify.annotations.Nullable;
import tillbook.journal.Stamp;

/**
 * A record as it goes into the table of events.
 *
 * @param type the kind, also of records that this version cannot read
 * @param stamp null if it could not be read
 * @param basket the basket whose story this belongs to, null if none
 */
record EventRow(
        TapeRecord record,
        String type,
        @Nullable Stamp stamp,
        @Nullable Long basket) {}
