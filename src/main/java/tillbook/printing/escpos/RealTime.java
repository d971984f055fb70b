package tillbook.printing.escpos;

/**
 * The bytes that a printer obeys wherever they stand: {@code 10 04}, {@code 10 05} and {@code 10 14} within dots or the
 * data of a code are executed as commands. Nothing of ours may contain them. Pure.
 */
final class RealTime {
    private static final int DLE = 0x10;

    private RealTime() {}

    /** Whether these two, one after the other, begin a command. */
    static boolean begins(int first, int second) {
        return first == DLE && (second == 0x04 || second == 0x05 || second == 0x14);
    }

    /** Whether the bytes of a text hold one. */
    static boolean within(byte[] bytes) {
        for (int i = 1; i < bytes.length; i++) if (begins(bytes[i - 1], bytes[i])) return true;
        return false;
    }
}
