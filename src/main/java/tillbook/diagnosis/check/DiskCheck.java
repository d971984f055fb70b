package tillbook.diagnosis.check;

import java.io.IOException;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.DiskProbe;

/** Space on the disk under the data, and how long it takes until a write is durable. Immutable. */
record DiskCheck(DiskProbe disk) implements Check {
    /** A year of sales of a busy shop; below it somebody should make room, while there still is some. */
    private static final long LEAST_BYTES = 256L << 20;

    private static final int TRIES = 3;

    /** Every step of a sale waits for such a write. The first quick one counts: a busy moment is no slow disk. */
    private static final long SLOW_MS = 500;

    @Override
    public Subject subject() {
        return Subject.DISK;
    }

    @Override
    public CheckAnswer answer() {
        String folder = disk.folder().toString();
        long free = 0;
        try {
            free = disk.usableBytes();
            long ms = Long.MAX_VALUE;
            for (int i = 0; i < TRIES && ms > SLOW_MS; i++) ms = Math.min(ms, disk.writeMs());
            return judged(folder, free, ms);
        } catch (IOException e) {
            CheckAnswer refuses =
                    CheckAnswer.needsPerson(Subject.DISK, "refuses", folder).with(Sign.DISK_REFUSES, folder);
            return free < LEAST_BYTES ? refuses.with(Sign.DISK_FULL, free, folder) : refuses;
        }
    }

    /** A write that is not durable by then is slow, whatever becomes of it. */
    @Override
    public CheckAnswer overdue() {
        return CheckAnswer.needsPerson(Subject.DISK, "late", deadlineMs())
                .with(Sign.DISK_SLOW, deadlineMs(), disk.folder().toString());
    }

    private static CheckAnswer judged(String folder, long free, long ms) {
        if (free < LEAST_BYTES) {
            return CheckAnswer.needsPerson(Subject.DISK, "full", free >> 20, folder)
                    .with(Sign.DISK_FULL, free, folder);
        }
        return ms > SLOW_MS
                ? CheckAnswer.needsPerson(Subject.DISK, "slow", free >> 20, ms).with(Sign.DISK_SLOW, ms, folder)
                : CheckAnswer.fine(Subject.DISK, "good", free >> 20, ms);
    }
}
