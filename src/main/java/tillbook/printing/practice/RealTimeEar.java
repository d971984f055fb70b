package tillbook.printing.practice;

import java.util.Arrays;

/**
 * Finds the commands that are obeyed as soon as they come in, wherever they stand: also in the midst of dots. It takes
 * them out of the data, so whoever sends dots that look like a command gets a torn picture. Owned by one thread.
 */
final class RealTimeEar {
    /** Hears what is in the stream. */
    interface Listener {
        /** A byte of the data. */
        void data(byte value);

        /** {@code DLE EOT n}. */
        void status(int n);

        /** {@code DLE ENQ n}: go on after an error; 2 forgets the data. */
        void recover(int n);

        /** {@code DLE DC4 1 m t}. */
        void drawer();

        /** {@code DLE DC4 8 …}. */
        void clear();
    }

    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int ENQ = 0x05;
    private static final int DC4 = 0x14;
    private static final byte[] CLEAR = {DLE, DC4, 8, 1, 3, DC4, 1, 6, 2, 8};

    private final Listener listener;
    private final byte[] held = new byte[CLEAR.length];
    private int have;

    RealTimeEar(Listener listener) {
        this.listener = listener;
    }

    /** Forgets a command that is not complete. */
    void reset() {
        have = 0;
    }

    void hear(byte value) {
        if (have == 0 && value != DLE) {
            listener.data(value);
            return;
        }
        held[have++] = value;
        if (have > 1) judge();
    }

    private void judge() {
        switch (held[1]) {
            case EOT -> shortCommand(held[2] >= 1 && held[2] <= 4, () -> listener.status(held[2]));
            case ENQ -> shortCommand(held[2] == 1 || held[2] == 2, () -> listener.recover(held[2]));
            case DC4 -> dc4();
            default -> noCommand();
        }
    }

    private void shortCommand(boolean known, Runnable act) {
        if (have < 3) return;
        if (known) {
            act.run();
            have = 0;
        } else {
            noCommand();
        }
    }

    private void dc4() {
        if (have < 3) return;
        boolean clears = Arrays.equals(held, 0, have, CLEAR, 0, have);
        if (clears && have == CLEAR.length) {
            have = 0;
            listener.clear();
        } else if (!clears && held[2] != 1) {
            noCommand();
        } else if (!clears && have == 5) {
            have = 0;
            listener.drawer();
        }
    }

    /** All of it was data; what follows the first byte may begin a command again. */
    private void noCommand() {
        byte[] all = Arrays.copyOf(held, have);
        have = 0;
        listener.data(all[0]);
        for (int i = 1; i < all.length; i++) hear(all[i]);
    }
}
