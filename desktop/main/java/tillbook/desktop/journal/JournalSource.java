package tillbook.desktop.journal;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.journal.search.JournalSearch;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.TapeSource;
import tillbook.journal.tape.TapeReader;
import tillbook.receipt.Receipts;

/**
 * Where a journal is looked into, of a register that runs or of data that was opened for it. Immutable.
 *
 * @param search the searchable copy, once it has followed the tape; empty while it cannot be asked
 * @param problem why it cannot, null if it is on its way
 * @param tape what the copy is compared with
 * @param remake has the copy made anew, now or once it is closed; called when a verification found it to be wrong
 * @param reader verifies the tape itself
 * @param receipts for a language
 * @param zone of the shop's clock
 */
public record JournalSource(
        Supplier<Optional<JournalSearch>> search,
        Supplier<@Nullable SearchProblem> problem,
        TapeSource tape,
        Runnable remake,
        TapeReader reader,
        Function<Locale, Receipts> receipts,
        ZoneId zone) {}
