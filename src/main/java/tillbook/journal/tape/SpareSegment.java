package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The blank, preallocated segment that waits for the next switch. Owned by the thread that owns the tape. */
final class SpareSegment {
    private final TapeDisk disk;
    private final int segmentBytes;
    private boolean ready;

    SpareSegment(TapeDisk disk, int segmentBytes) {
        this.disk = disk;
        this.segmentBytes = segmentBytes;
    }

    boolean ready() {
        return ready;
    }

    /** At a start: keeps a spare that is blank and of the right size, else makes it anew. */
    void adopt() throws IOException {
        ready = disk.list().contains(SegmentNames.SPARE) && isBlank();
        if (!ready) ensure();
    }

    private boolean isBlank() {
        try (TapeFile spare = disk.openToRead(SegmentNames.SPARE)) {
            return spare.size() == segmentBytes && spare.readUsed().length == 0;
        } catch (IOException e) {
            // A spare that cannot be read holds nothing that anybody needs.
            return false;
        }
    }

    /** Makes a spare unless there is one; false if the disk has no room or refuses. */
    boolean ensure() {
        if (ready) return true;
        try {
            make();
        } catch (IOException ignored) {
            // No spare is a smaller preallocatedBytesLeft(), which is what the register asks before each payment.
        }
        return ready;
    }

    private void make() throws IOException {
        try {
            disk.delete(SegmentNames.SPARE_IN_THE_MAKING);
            disk.delete(SegmentNames.SPARE);
            // Asked first, so that a full disk costs a question at each force and not half a segment of zeros.
            if (disk.usableSpace() < segmentBytes) throw new IOException("no room for a spare segment");
            disk.create(SegmentNames.SPARE_IN_THE_MAKING, segmentBytes).close();
            disk.rename(SegmentNames.SPARE_IN_THE_MAKING, SegmentNames.SPARE);
            disk.syncDirectory();
            ready = true;
        } catch (IOException e) {
            discardHalfMade();
            throw e;
        }
    }

    /** Turns the spare into a segment that begins with these bytes; everything is durable when this returns. */
    TapeFile become(String name, ByteBuffer content) throws IOException {
        if (!ready) make();
        ready = false;
        TapeFile file = disk.open(SegmentNames.SPARE);
        try {
            file.write(0, content);
            file.force();
            disk.rename(SegmentNames.SPARE, name);
            disk.syncDirectory();
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private void discardHalfMade() {
        try {
            disk.delete(SegmentNames.SPARE_IN_THE_MAKING);
        } catch (IOException ignored) {
            // The next attempt deletes it first.
        }
    }
}
