package tillbook.desktop.rig;

import java.io.IOException;
import java.nio.file.Path;
import tillbook.diagnosis.check.Probes.DiskProbe;
import tillbook.journal.JournalWriter;

/**
 * Room on the practice disk: full, when told, for everybody who asks, the register before each payment and the check
 * alike. What has to be written is written all the same. Safe from any thread.
 */
public final class PracticeDisk {
    /** The rest of a sector. */
    private static final long LEFT_BYTES = 512;

    private volatile boolean full;

    /** Whether nothing is left. */
    public boolean isFull() {
        return full;
    }

    /** From now on nothing is left, or as much as there really is. */
    public void full(boolean isFull) {
        full = isFull;
    }

    /** The journal on this disk. */
    public JournalWriter over(JournalWriter journal) {
        return new JournalWriter() {
            @Override
            public long append(byte[] payload) {
                return journal.append(payload);
            }

            @Override
            public void force() {
                journal.force();
            }

            @Override
            public long bytesSetAside() {
                return full ? 0 : journal.bytesSetAside();
            }

            @Override
            public boolean recover() {
                return journal.recover();
            }
        };
    }

    /** The check's look at this disk. */
    public DiskProbe over(DiskProbe disk) {
        return new DiskProbe() {
            @Override
            public Path folder() {
                return disk.folder();
            }

            @Override
            public long usableBytes() throws IOException {
                return full ? LEFT_BYTES : disk.usableBytes();
            }

            @Override
            public long writeMs() throws IOException {
                return disk.writeMs();
            }
        };
    }
}
