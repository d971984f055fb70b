package tillbook.desktop.journal.screen;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.journal.search.JournalQuery;
import tillbook.journal.search.Page;
import tillbook.journal.search.SaleStory;
import tillbook.journal.search.SearchProblem;
import tillbook.sale.ReceiptNumber;

/** What came of asking the journal. Immutable. */
sealed interface Found {
    /**
     * Sales that fit.
     *
     * @param current false if the copy lags behind what is durable
     */
    record Listed(JournalQuery query, Page page, boolean current) implements Found {}

    /**
     * One sale.
     *
     * @param story empty if the copy does not know it, or cannot be asked
     * @param records what is known of it all the same, in order
     * @param silent the copy could not be asked
     */
    record Told(
            ReceiptNumber receipt,
            Optional<SaleStory> story,
            List<JournalEntry> records,
            boolean silent,
            @Nullable SearchProblem why)
            implements Found {
        public Told {
            records = List.copyOf(records);
        }
    }

    /**
     * The copy cannot be asked just now.
     *
     * @param why null if it is on its way
     */
    record Silent(@Nullable SearchProblem why) implements Found {}

    /** The copy has caught up with what is durable: what was asked is worth asking again. */
    record CaughtUp() implements Found {}

    /** A fault of the program, kept under this code. */
    record Fault(String code) implements Found {}
}
