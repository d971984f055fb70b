package tillbook.desktop.journal.screen;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tillbook.desktop.till.Till;
import tillbook.journal.JournalEntry;
import tillbook.journal.search.JournalSearch;
import tillbook.journal.search.SearchProblem;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.Reply;
import tillbook.register.Shop;
import tillbook.sale.ReceiptNumber;
import tillbook.scan.ScanReader;

/**
 * What the journal's screen looks into, and whom it asks to do something. Immutable; every part may be used from any
 * thread.
 *
 * @param search the searchable copy; empty while it cannot be asked
 * @param problem what is wrong with it, empty while all is well or it is on its way
 * @param catchesUp waits for the copy
 * @param records what is known of a sale without the copy, each record once, in order
 * @param state the register's, as it is durable
 * @param register does what a person wants, and replies on its own thread
 * @param faults keeps faults of the program
 */
public record Ledger(
        Supplier<Optional<JournalSearch>> search,
        Supplier<Optional<SearchProblem>> problem,
        CatchesUp catchesUp,
        Function<ReceiptNumber, List<JournalEntry>> records,
        Supplier<RegisterState> state,
        BiConsumer<Intent, Consumer<Reply>> register,
        ScanReader scans,
        Shop shop,
        Clock wall,
        RegisterThread.Faults faults) {

    /** Waits until everything that is durable by now can be found. */
    @FunctionalInterface
    public interface CatchesUp {
        /** False if the time passed first. */
        boolean within(Duration time) throws InterruptedException;
    }

    /** The journal of a register that is open. */
    public static Ledger of(Till till, RegisterThread.Faults faults) {
        return new Ledger(
                till.search()::search,
                till.search()::lastProblem,
                time -> till.search().awaitApplied(till.tape().acknowledgedThrough(), time),
                till.sales()::of,
                till.register()::state,
                till.register()::want,
                till.scanReader(),
                till.shop(),
                till.clock().wall(),
                faults);
    }
}
