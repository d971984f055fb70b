package tillbook.printing.engine;

import java.util.OptionalLong;

/** Numbers for jobs that a printer gives back: four characters from 20 to 7E, ascending. Owned by one thread. */
final class ProcessIds {
    static final int CHARS = 4;

    private static final int FIRST = 0x20;
    private static final int DIGITS = 0x7F - FIRST;
    private static final long COUNT = (long) DIGITS * DIGITS * DIGITS * DIGITS;

    private long last;

    /** Begins after {@code last}; any number will do, as a connection knows only its own. */
    ProcessIds(long last) {
        this.last = Math.floorMod(last, COUNT);
    }

    /** At the end of the numbers, after 81 million jobs, it begins again and one late confirmation may be missed. */
    long next() {
        last = (last + 1) % COUNT;
        return last;
    }

    static byte[] bytes(long id) {
        byte[] bytes = new byte[CHARS];
        long rest = id;
        for (int i = CHARS - 1; i >= 0; i--) {
            bytes[i] = (byte) (FIRST + rest % DIGITS);
            rest /= DIGITS;
        }
        return bytes;
    }

    /** The number in what a printer said; empty if it is none. */
    static OptionalLong read(String text, int from) {
        if (text.length() != from + CHARS) return OptionalLong.empty();
        long id = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - FIRST;
            if (digit < 0 || digit >= DIGITS) return OptionalLong.empty();
            id = id * DIGITS + digit;
        }
        return OptionalLong.of(id);
    }
}
