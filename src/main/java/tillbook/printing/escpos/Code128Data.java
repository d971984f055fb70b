package tillbook.printing.escpos;

import java.util.Arrays;

/**
 * A text as the printer's CODE128 command wants it: which of the code sets B and C, then the characters. A tail of digits
 * goes in pairs (set C), which makes a receipt's number fit a roll of 58 mm. Pure.
 */
final class Code128Data {
    private static final int PAIRS_MIN = 2;
    /** Start, check and stop symbol; the stop has two modules more. */
    private static final int SYMBOLS_AROUND = 3;

    private static final int MODULES_OF_SYMBOL = 11;
    private static final int MODULES_OF_STOP_MORE = 2;
    private static final int QUIET_MODULES = 20;
    private static final int MODULE_DOTS_MAX = 3;

    private Code128Data() {}

    /** The data of {@code GS k 73}. */
    static byte[] of(String text) {
        int pairsFrom = pairsFrom(text);
        byte[] data = new byte[4 + text.length() * 2];
        int at = 0;
        if (pairsFrom > 0) {
            data[at++] = '{';
            data[at++] = 'B';
            for (int i = 0; i < pairsFrom; i++) {
                char c = text.charAt(i);
                data[at++] = (byte) c;
                // The command's own mark, so it is doubled.
                if (c == '{') data[at++] = (byte) c;
            }
        }
        if (pairsFrom < text.length()) {
            data[at++] = '{';
            data[at++] = 'C';
            for (int i = pairsFrom; i < text.length(); i += 2) data[at++] = (byte) pair(text, i);
        }
        return Arrays.copyOf(data, at);
    }

    /** How many dots a module may have so that the code and its white margins fit. */
    static int moduleDots(String text, int dots) {
        int pairsFrom = pairsFrom(text);
        int pairs = (text.length() - pairsFrom) / 2;
        int change = pairs > 0 && pairsFrom > 0 ? 1 : 0;
        int symbols = pairsFrom + change + pairs + SYMBOLS_AROUND;
        int modules = symbols * MODULES_OF_SYMBOL + MODULES_OF_STOP_MORE + QUIET_MODULES;
        return Math.min(MODULE_DOTS_MAX, dots / modules);
    }

    /** Where the pairs of digits begin, the end of the text where they are not worth it or would be obeyed as a command. */
    private static int pairsFrom(String text) {
        int from = text.length();
        while (from > 0 && isDigit(text.charAt(from - 1))) from--;
        if ((text.length() - from) % 2 == 1) from++;
        boolean worth = text.length() - from >= PAIRS_MIN * 2;
        return worth && !isObeyed(text, from) ? from : text.length();
    }

    private static boolean isObeyed(String text, int from) {
        for (int i = from; i + 3 < text.length(); i += 2) {
            if (RealTime.begins(pair(text, i), pair(text, i + 2))) return true;
        }
        return false;
    }

    private static int pair(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
