package tillbook.journal.tape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments of a tape with their heads, oldest first. A picture of one moment; immutable. */
final class SegmentList {
    /**
     * One segment.
     *
     * @param header null if it is not whole
     */
    record Entry(String name, @Nullable SegmentHeader header) {}

    private final List<Entry> entries;

    private SegmentList(List<Entry> entries) {
        this.entries = entries;
    }

    static SegmentList of(TapeDisk disk) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String name : SegmentNames.segmentsIn(disk.list())) entries.add(new Entry(name, headerOf(disk, name)));
        return new SegmentList(List.copyOf(entries));
    }

    private static @Nullable SegmentHeader headerOf(TapeDisk disk, String name) throws IOException {
        try (TapeFile file = disk.openToRead(name)) {
            SegmentHeader header = SegmentHeader.parse(file.readHead(SegmentHeader.BYTES));
            return header == null || header.segmentNumber() != SegmentNames.numberOf(name) ? null : header;
        }
    }

    int size() {
        return entries.size();
    }

    Entry get(int index) {
        return entries.get(index);
    }

    /** The head of the next segment; null if that one is missing, its head is not whole, or there is none. */
    @Nullable
    SegmentHeader headerBehind(int index) {
        if (isLast(index)) return null;
        SegmentHeader next = entries.get(index + 1).header();
        long number = SegmentNames.numberOf(entries.get(index).name()) + 1;
        return next != null && next.segmentNumber() == number ? next : null;
    }

    boolean isLast(int index) {
        return index == entries.size() - 1;
    }

    int indexOf(String name) {
        return entries.stream().map(Entry::name).toList().indexOf(name);
    }

    /** Index of the newest segment that begins at or before a sequence, else 0. */
    int indexHolding(long sequence) {
        for (int index = entries.size() - 1; index > 0; index--) {
            SegmentHeader header = entries.get(index).header();
            if (header != null && header.firstSequence() <= sequence) return index;
        }
        return 0;
    }
}
