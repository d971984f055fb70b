package tillbook.printing.paper;

/** How long a command is, from its first bytes. Source: Epson's command reference. Pure. */
final class CommandLength {
    /** More of the head is needed before the length is known. */
    static final int NOT_YET = 0;
    /** No command that we know. */
    static final int UNKNOWN = -1;

    static final int DLE = 0x10;
    static final int ESC = 0x1B;
    static final int FS = 0x1C;
    static final int GS = 0x1D;

    private CommandLength() {}

    static boolean begins(int value) {
        return value == ESC || value == FS || value == GS || value == DLE;
    }

    /**
     * The length of the whole command.
     *
     * @param head at least two bytes of which the first {@code count} came in
     */
    static int of(byte[] head, int count) {
        if (count < 2) return NOT_YET;
        int second = head[1] & 0xFF;
        return switch (head[0] & 0xFF) {
            case ESC -> ofEsc(head, count, second);
            case FS -> ofFs(head, count, second);
            case GS -> ofGs(head, count, second);
            default -> ofDle(second);
        };
    }

    private static int ofDle(int second) {
        return switch (second) {
            case 0x04, 0x05 -> 3;
            case 0x14 -> 5;
            default -> UNKNOWN;
        };
    }

    private static int ofEsc(byte[] head, int count, int second) {
        return switch (second) {
            case '@', '2', 'i', 'm' -> 2;
            case '!', '-', '3', 'E', 'G', 'J', 'M', 'R', 'V', 'a', 'd', 't', '{', ' ' -> 3;
            case '$', '\\', 'c', 'B' -> 4;
            case 'p' -> 5;
            case '*' -> count < 5 ? NOT_YET : 5 + (at(head, 2) >= 32 ? 3 : 1) * word(head, 3);
            default -> UNKNOWN;
        };
    }

    private static int ofFs(byte[] head, int count, int second) {
        return switch (second) {
            case '&', '.' -> 2;
            case '!', '-', 'C', 'W' -> 3;
            case 'S', 'p' -> 4;
            case '(' -> count < 5 ? NOT_YET : 5 + word(head, 3);
            default -> UNKNOWN;
        };
    }

    private static int ofGs(byte[] head, int count, int second) {
        return switch (second) {
            case '!', 'B', 'H', 'I', 'a', 'b', 'f', 'h', 'r', 'w' -> 3;
            case 'L', 'P', 'W' -> 4;
            case 'V' -> count < 3 ? NOT_YET : at(head, 2) > 49 ? 4 : 3;
            case 'v' -> count < 8 ? NOT_YET : 8 + word(head, 4) * word(head, 6);
            case 'k' -> count < 4 ? NOT_YET : at(head, 2) >= 65 ? 4 + at(head, 3) : UNKNOWN;
            case '(' -> count < 5 ? NOT_YET : 5 + word(head, 3);
            default -> UNKNOWN;
        };
    }

    private static int at(byte[] head, int index) {
        return head[index] & 0xFF;
    }

    private static int word(byte[] head, int index) {
        return at(head, index) | at(head, index + 1) << 8;
    }
}
