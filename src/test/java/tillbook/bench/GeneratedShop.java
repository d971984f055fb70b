package tillbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tillbook.journal.EventCodec;
import tillbook.journal.GeneratedDay;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.Stamp;
import tillbook.journal.search.Opened;
import tillbook.journal.search.Rebuilt;
import tillbook.journal.search.SearchJournalFile;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeOptions;
import tillbook.register.Attempt;
import tillbook.register.RegisterStart;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;

/**
 * The data of a practice register that has sold for months and never had a printer, so that a voucher is owed for nearly
 * every sale: {@link GeneratedDay} on a real tape with the snapshots that a register writes. What is open in the evening
 * is settled by a person but for the newest. The last segment is nearly full, which is the most a start can have to read.
 *
 * <p>Used by one thread; the tape is made once, when it is first asked for.
 */
public final class GeneratedShop {
    private static final long SEED = 7;
    private static final int SALES_A_DAY = 1_000;
    private static final int RECORDS_A_FORCE = 500;
    /** More than fit in a segment: generated until the last segment is nearly full. */
    private static final int SALES_TO_FILL_A_SEGMENT = 8_000;

    private static final int LEFT_OPEN = 10;

    private final Path home;
    private final int sales;
    private long last;

    /**
     * Nothing is written yet.
     *
     * @param home the folder that {@code TILLBOOK_HOME} names
     */
    public GeneratedShop(Path home, int sales) {
        this.home = home;
        this.sales = sales;
    }

    /** At least as many sales as were asked for. */
    int sales() {
        return sales;
    }

    /** The folder that {@code TILLBOOK_HOME} names. */
    Path home() {
        return home;
    }

    /** The tape, made if need be, as a searchable copy follows it. */
    TapeFolder tape() throws IOException {
        if (last == 0) last = new Writer().write();
        return new TapeFolder(RealDisk.at(tapeFolder()), last);
    }

    /** Where the searchable copy lies, or will. */
    Path searchFile() {
        return home.resolve("practice").resolve("journal.mv.db");
    }

    /** Makes the searchable copy if it is not there. */
    public void makeSearchable() throws IOException {
        TapeFolder tape = tape();
        if (!Files.exists(searchFile())) rebuild(tape);
    }

    /** Makes the searchable copy anew and closes it. */
    void rebuild(TapeFolder tape) throws IOException {
        // Without this the old one would be kept aside, a gigabyte a round.
        Files.deleteIfExists(searchFile());
        Opened opened = SearchJournalFile.rebuild(searchFile(), tape);
        if (!(opened instanceof Rebuilt rebuilt)) throw new IOException("not rebuilt: " + opened);
        rebuilt.search().close();
    }

    private Path tapeFolder() {
        return home.resolve("practice").resolve("tape");
    }

    /** Keeps the state beside the tape, as a register does, and adds what the generated days leave to people. */
    private final class Writer {
        private final Tape tape;
        private final List<JournalEntry> waiting = new ArrayList<>();
        private RegisterState durable = RegisterState.NEW;
        private RegisterState state = RegisterState.NEW;
        private int sold;
        private boolean full;

        Writer() throws IOException {
            Files.createDirectories(tapeFolder());
            this.tape = Tapes.tape(tapeFolder(), _ -> RegisterStart.snapshot(newest(), durable));
        }

        long write() {
            GeneratedDay.generate(SEED, sales + SALES_TO_FILL_A_SEGMENT, SALES_A_DAY, this::take);
            if (!full) throw new IllegalStateException("no segment was full: generate more sales");
            force();
            tape.close();
            return tape.acknowledgedThrough();
        }

        private Stamp newest() {
            return waiting.getLast().stamp();
        }

        private void take(Stamp stamp, JournalEvent event) {
            if (full) return;
            if (event instanceof JournalEvent.LineAdded added
                    && added.basket() != state.basket().number()) {
                append(stamp, new JournalEvent.BasketDropped(state.basket().number(), stamp.cashier()));
            }
            if (event instanceof JournalEvent.RegisterStopped) settleWhatIsOpen(stamp);
            append(stamp, event);
            if (event instanceof JournalEvent.TenderPaid paid && paid.completion() != null) sold++;
            if (waiting.size() >= RECORDS_A_FORCE) force();
            // What is left is then the spare alone, less the snapshot at its head.
            full = sold >= sales && tape.preallocatedBytesLeft() < TapeOptions.PRODUCTION_SEGMENT_BYTES;
        }

        private void append(Stamp stamp, JournalEvent event) {
            JournalEntry entry = new JournalEntry(tape.append(EventCodec.encode(stamp, event)), stamp, event);
            state = state.after(entry);
            waiting.add(entry);
        }

        private void force() {
            tape.force();
            durable = state;
            waiting.clear();
        }

        private void settleWhatIsOpen(Stamp stamp) {
            List<SaleState> open = state.sales();
            open.subList(0, Math.max(0, open.size() - LEFT_OPEN)).forEach(sale -> settle(stamp, sale));
        }

        private void settle(Stamp stamp, SaleState sale) {
            for (Attempt attempt : sale.attempts()) {
                if (attempt.state().isFinal()) continue;
                append(
                        stamp,
                        new JournalEvent.AttemptSettled(
                                attempt.order(), JournalEvent.Settlement.MONEY_NOT_TAKEN, stamp.cashier(), "对账"));
            }
            if (sale.stage() == SaleState.Stage.FROZEN) {
                append(stamp, new JournalEvent.SaleAbandoned(sale.sale().number(), stamp.cashier()));
            }
        }
    }
}
