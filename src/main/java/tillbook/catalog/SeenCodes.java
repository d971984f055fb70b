package tillbook.catalog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers in which line each code stood first, 24 bytes a code at most for digits, so that a file of a million lines
 * needs no database to find what stands twice. One thread owns it.
 */
final class SeenCodes {
    private static final int SLOTS_AT_FIRST = 1 << 12;
    private static final long EMPTY = -1;
    /** Fourteen digits need 47 bits; the length stands above them, so 0123 and 00123 differ. */
    private static final int LENGTH_SHIFT = 48;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<String, Integer> houseCodes = new HashMap<>();
    private long[] keys = emptyKeys(SLOTS_AT_FIRST);
    private int[] lines = new int[SLOTS_AT_FIRST];
    private int used;

    /** The line in which the code stood first, or 0 if it is new; then it is remembered with this line. */
    int firstLine(String code, int line) {
        if (!Gtin.isDigits(code)) {
            Integer first = houseCodes.putIfAbsent(code, line);
            return first == null ? 0 : first;
        }
        if (used * 2 >= keys.length) grow();
        return place(((long) code.length() << LENGTH_SHIFT) | Long.parseLong(code), line);
    }

    private int place(long key, int line) {
        int slot = slot(key);
        while (keys[slot] != EMPTY) {
            if (keys[slot] == key) return lines[slot];
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        lines[slot] = line;
        used++;
        return 0;
    }

    private int slot(long key) {
        return (int) ((key * SPREAD) >>> 32) & (keys.length - 1);
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLines = lines;
        keys = emptyKeys(oldKeys.length * 2);
        lines = new int[keys.length];
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) place(oldKeys[i], oldLines[i]);
        }
    }

    private static long[] emptyKeys(int slots) {
        long[] keys = new long[slots];
        Arrays.fill(keys, EMPTY);
        return keys;
    }
}
