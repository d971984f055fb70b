package tillbook.bench;

import java.io.IOException;
import java.nio.file.Path;
import tillbook.journal.tape.Opening;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.SnapshotSource;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeJournal;
import tillbook.journal.tape.TapeOptions;

/** Tapes on the real disk with the sizes of a register that sells. */
final class Tapes {
    private static final byte[] NO_STATE = new byte[64];

    private Tapes() {}

    /** A new journal that nobody follows and whose snapshots say nothing. */
    static TapeJournal journal(Path folder) throws IOException {
        return new TapeJournal(tape(folder, _ -> NO_STATE), (_, _, _) -> {});
    }

    /** A new tape. */
    static Tape tape(Path folder, SnapshotSource snapshots) throws IOException {
        return switch (Tape.open(RealDisk.at(folder), TapeOptions.production(0), snapshots)) {
            case Opening.Opened opened -> opened.tape();
            case Opening.Damaged damaged -> throw new IOException("a new tape is damaged: " + damaged);
            case Opening.TooNew tooNew -> throw new IOException("a new tape is too new: " + tooNew);
        };
    }
}
