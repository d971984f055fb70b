package tillbook.journal.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Which row bears a number, for all the numbers of a table, in at most 24 MiB. It remembers 32 bits of each number, so
 * it may name a row too many but never one too few: whoever loads the rows sees which it was.
 *
 * <p>Used by one thread.
 */
final class Numbers {
    /** So many numbers, three years of a busy register; beyond, an index of the database does it. */
    static final int MOST = 1 << 20;

    private static final int SLOTS_AT_FIRST = 1 << 12;

    private final int most;
    private int used;
    private int[] hashes = new int[SLOTS_AT_FIRST];
    /** 0 where a slot is free. */
    private long[] ids = new long[SLOTS_AT_FIRST];

    /**
     * Remembers nothing yet.
     *
     * @param most what {@link #isFull} goes by
     */
    Numbers(int most) {
        this.most = most;
    }

    boolean isFull() {
        return used >= most;
    }

    /**
     * Remembers a number.
     *
     * @param id of its row, from 1
     */
    void put(String number, long id) {
        if (used * 2 >= ids.length) grow();
        place(hash(number), id);
        used++;
    }

    /** The rows that may bear a number: none, if nobody ever put it. */
    List<Long> find(String number) {
        int hash = hash(number);
        List<Long> found = new ArrayList<>(1);
        for (int slot = firstSlot(hash); ids[slot] != 0; slot = after(slot)) {
            if (hashes[slot] == hash) found.add(ids[slot]);
        }
        return found;
    }

    private void place(int hash, long id) {
        int slot = firstSlot(hash);
        while (ids[slot] != 0) slot = after(slot);
        hashes[slot] = hash;
        ids[slot] = id;
    }

    private void grow() {
        int[] oldHashes = hashes;
        long[] oldIds = ids;
        hashes = new int[oldHashes.length * 2];
        ids = new long[oldIds.length * 2];
        for (int slot = 0; slot < oldIds.length; slot++) {
            if (oldIds[slot] != 0) place(oldHashes[slot], oldIds[slot]);
        }
    }

    private int firstSlot(int hash) {
        return hash & (ids.length - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (ids.length - 1);
    }

    /** Mixed, because numbers that follow each other differ in little. */
    private static int hash(String number) {
        long folded = number.length();
        for (int i = 0; i < number.length(); i++) folded = (folded ^ number.charAt(i)) * 0x100000001B3L;
        long mixed = (folded ^ (folded >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
