package tillbook.desktop.till;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.journal.EventCodec;
import tillbook.journal.EventCodec.Decoded;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.journal.Stamp;
import tillbook.journal.search.SearchWitness;
import tillbook.journal.search.TapeRecord;
import tillbook.journal.tape.ChainHash;
import tillbook.journal.tape.CopyMark;
import tillbook.journal.tape.Damage;
import tillbook.journal.tape.Mending;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.Repair;
import tillbook.journal.tape.Replay;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeBrokenException;
import tillbook.journal.tape.TapeDisk;
import tillbook.journal.tape.TapeMender;
import tillbook.journal.tape.TapeOptions;
import tillbook.journal.tape.TornTail;
import tillbook.register.RegisterStart;
import tillbook.register.RegisterState;

/**
 * Opens the tape, has damage mended by what the searchable journal remembers, and folds the register's state. Used once by
 * the thread that opens the register.
 */
final class TapeStart {
    private static final int MENDINGS_MAX = 3;

    private final Path folder;
    private final Path searchFile;
    private final Supplier<byte[]> snapshot;
    private final List<Notice> notices = new ArrayList<>();

    /** What it came to. */
    sealed interface Outcome {
        /**
         * Everything is known.
         *
         * @param readOnly a newer Tillbook wrote some of it, so nothing may be added
         */
        record Ready(TapeDisk disk, Tape tape, RegisterState state, boolean readOnly, List<Notice> notices)
                implements Outcome {}

        /** It is not, and why. */
        record Failed(Opening why) implements Outcome {}
    }

    /**
     * A start on one folder.
     *
     * @param searchFile of the searchable journal, which may not be there
     * @param snapshot gives the payload for the head of a new segment, whenever the tape asks
     */
    TapeStart(Path folder, Path searchFile, Supplier<byte[]> snapshot) {
        this.folder = folder;
        this.searchFile = searchFile;
        this.snapshot = snapshot;
    }

    Outcome run() {
        try {
            return open(RealDisk.at(folder));
        } catch (TapeBrokenException e) {
            return failed(new Opening.DiskRefused(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return failed(new Opening.DiskRefused(folder + " (" + e.getClass().getSimpleName() + ")"));
        }
    }

    private Outcome open(TapeDisk disk) throws IOException {
        Optional<SearchWitness> witness = SearchWitness.open(searchFile);
        long applied = witness.map(SearchWitness::applied).orElse(0L);
        try {
            for (int mended = 0; ; mended++) {
                switch (Tape.open(disk, TapeOptions.production(applied), _ -> snapshot.get())) {
                    case tillbook.journal.tape.Opening.Opened opened -> {
                        return folded(disk, opened);
                    }
                    case tillbook.journal.tape.Opening.TooNew(String segment, int format) -> {
                        return failed(new Opening.WrittenByNewer(folder, segment, 0, "v" + format));
                    }
                    case tillbook.journal.tape.Opening.Damaged(Damage damage) -> {
                        if (mended >= MENDINGS_MAX || !mend(disk, damage, witness.orElse(null), applied)) {
                            return failed(new Opening.TapeDamaged(folder, damage));
                        }
                    }
                }
            }
        } finally {
            witness.ifPresent(SearchWitness::close);
        }
    }

    private boolean mend(TapeDisk disk, Damage damage, @Nullable SearchWitness witness, long applied) {
        if (witness == null) return false;
        if (!(new TapeMender(disk, new Remembered(witness)).mend(damage.segment(), applied)
                instanceof Mending.Mended(long records, String keptAs))) return false;
        notices.add(
                Notice.of("SYS-JOURNAL", "mended", folder.resolve(damage.segment()), records, folder.resolve(keptAs)));
        return true;
    }

    private Outcome folded(TapeDisk disk, tillbook.journal.tape.Opening.Opened opened) throws IOException {
        RegisterStart start = new RegisterStart();
        long through = opened.replay().snapshotThrough();
        opened.replay().snapshot().ifPresent(payload -> start.snapshot(through, payload));
        opened.replay().forEach((sequence, hash, payload) -> start.record(sequence, payload));
        tell(opened.torn());
        Opening why;
        switch (start.outcome()) {
            case RegisterStart.Outcome.Folded(RegisterState state) -> {
                tellLastSale(opened.replay());
                return new Outcome.Ready(disk, opened.tape(), beginning(disk, state), false, notices);
            }
            case RegisterStart.Outcome.TooNew newer -> {
                notices.add(
                        Notice.of("SYS-OLD", "newer", newer.sequence(), newer.type() + " v" + newer.version(), folder));
                return new Outcome.Ready(disk, opened.tape(), newer.before(), true, notices);
            }
            case RegisterStart.Outcome.Damaged(long sequence, String reason) ->
                why = new Opening.RecordRefused(folder, sequence, reason);
        }
        opened.tape().close();
        return failed(why);
    }

    private static RegisterState beginning(TapeDisk disk, RegisterState state) throws IOException {
        return CopyMark.isOn(disk) ? state.restored() : state;
    }

    /**
     * What was written last may have been refused at the counter: a disk can store what it says it did not. The newest is
     * named; the customer of an earlier one of the same moment has left.
     */
    private void tellLastSale(Replay replay) {
        @Nullable TenderPaid[] last = {null};
        replay.forEach((sequence, hash, payload) -> {
            if (sequence <= replay.witnessedThrough()) return;
            if (EventCodec.decode(payload) instanceof Decoded.Event(Stamp _, TenderPaid paid)) last[0] = paid;
        });
        TenderPaid paid = last[0];
        if (paid != null) notices.add(Notice.of("SYS-CRASH", "last-sale", paid.receipt(), paid.amount()));
    }

    private void tell(@Nullable TornTail torn) {
        if (torn == null) return;
        notices.add(Notice.of("SYS-CRASH", "torn", folder.resolve(torn.segment()), torn.sequence()));
    }

    private static Outcome failed(Opening why) {
        return new Outcome.Failed(why);
    }

    private record Remembered(SearchWitness witness) implements Repair {
        @Override
        public Optional<Candidate> record(long sequence) {
            return witness.record(sequence).map(Remembered::candidate);
        }

        @Override
        public Optional<byte[]> snapshot(long through) {
            return Optional.empty();
        }

        private static Candidate candidate(TapeRecord record) {
            return new Candidate(record.payload(), ChainHash.ofBytes(record.hash()));
        }
    }
}
