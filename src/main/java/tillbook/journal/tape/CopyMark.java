package tillbook.journal.tape;

import java.io.IOException;
import java.util.List;

/**
 * A file that lies in every backup of a tape and in no tape that a register wrote. Whoever puts a backup back brings it
 * along, and the register then knows that others may have gone on from the same records: it gives its numbers a new
 * beginning. Stateless.
 */
public final class CopyMark {
    private static final String NAME = "this-is-a-copy";

    private CopyMark() {}

    /** Marks a folder as a copy, durably; does nothing if it is. */
    static void put(TapeDisk copy, List<String> names) throws IOException {
        if (names.contains(NAME)) return;
        copy.create(NAME, 1).close();
        copy.syncDirectory();
    }

    /** True if the tape in this folder was a backup once and no register has begun on it since. */
    public static boolean isOn(TapeDisk disk) throws IOException {
        return disk.list().contains(NAME);
    }

    /** The new beginning is on the tape: from here on this is a tape like any other. */
    public static void remove(TapeDisk disk) throws IOException {
        disk.delete(NAME);
        disk.syncDirectory();
    }
}
