package tillbook.printing.practice;

/** How a printer is at one moment, and the bytes that say so. Source: Epson's command reference. Immutable. */
record Condition(boolean coverOpen, boolean paperEnd, boolean paperLow, boolean cutterError, boolean hot) {
    private static final int REAL_TIME_FIXED = 0x12;
    private static final int AUTOMATIC_FIXED = 0x10;

    boolean isOffline() {
        return coverOpen || paperEnd || cutterError || hot;
    }

    /** The answer to {@code DLE EOT n}, n from 1 to 4. */
    int realTime(int n) {
        return REAL_TIME_FIXED
                | switch (n) {
                    case 1 -> bit(isOffline(), 0x08);
                    case 2 -> bit(coverOpen, 0x04) | bit(paperEnd, 0x20) | bit(cutterError || hot, 0x40);
                    case 3 -> bit(cutterError, 0x08) | bit(hot, 0x40);
                    default -> bit(paperLow || paperEnd, 0x0C) | bit(paperEnd, 0x60);
                };
    }

    /** The answer to {@code GS r 1}. */
    int sensor() {
        return bit(paperLow || paperEnd, 0x03) | bit(paperEnd, 0x0C);
    }

    /** What {@code GS a} asks to be told at each change. */
    byte[] automatic() {
        return new byte[] {
            (byte) (AUTOMATIC_FIXED | bit(isOffline(), 0x08) | bit(coverOpen, 0x20)),
            (byte) (bit(cutterError, 0x08) | bit(hot, 0x40)),
            (byte) sensor(),
            0
        };
    }

    private static int bit(boolean on, int bit) {
        return on ? bit : 0;
    }
}
