package tillbook.desktop.till;

import java.nio.file.Path;
import java.util.List;
import tillbook.journal.tape.Damage;
import tillbook.settings.FolderProblem;
import tillbook.settings.KeyProblem;
import tillbook.settings.OwnerLock;
import tillbook.settings.Problem;

/** What opening a register came to. Unless it is {@link Opened}, everything is closed again and nothing was lost. */
public sealed interface Opening {
    /** The register is at work. */
    record Opened(Till till) implements Opening {}

    /** Another process is at work on this data. */
    record HeldBy(OwnerLock.Owner owner) implements Opening {}

    /** The data folder cannot be used. */
    record FolderUnusable(FolderProblem problem) implements Opening {}

    /** The settings do not hold. */
    record SettingsRefused(Path file, List<Problem> problems) implements Opening {}

    /** The merchant's keys cannot be used, or are practice keys in live trade. */
    record KeysRefused(KeyProblem problem) implements Opening {}

    /**
     * A newer Tillbook wrote this data: it can be read, not added to.
     *
     * @param what the record's type, or the segment's format
     * @param segment file name of the tape's segment
     */
    record WrittenByNewer(Path tape, String segment, long sequence, String what) implements Opening {}

    /** A record that was acknowledged is not as it was written, and nothing that is known can mend it. */
    record TapeDamaged(Path tape, Damage damage) implements Opening {}

    /** A record whose checksum fits contradicts those before it. */
    record RecordRefused(Path tape, long sequence, String why) implements Opening {}

    /** The disk cannot be read or forced; the text says what and where. */
    record DiskRefused(String sentence) implements Opening {}

    /** The practice provider could not be started; the text says why. */
    record PracticeRefused(String sentence) implements Opening {}
}
