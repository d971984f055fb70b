package tillbook.printing.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bars of a CODE128, from the data of {@code GS k 73}: which code set, then its characters. Source: ISO/IEC 15417 for
 * the bars, Epson's command reference for the data. Pure.
 */
final class Code128Bars {
    /** Widths of bar, space, bar, space, bar, space of each of the 106 symbols, and of the stop. */
    private static final String[] PATTERNS =
            ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312"
                            + " 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131"
                            + " 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313"
                            + " 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331"
                            + " 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111"
                            + " 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211"
                            + " 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211"
                            + " 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141"
                            + " 411131 211412 211214 211232 2331112")
                    .split(" ", -1);

    private static final int START_A = 103;
    private static final int STOP = 106;
    private static final int CHECK_MODULUS = 103;
    private static final int SWITCH_TO_A = 101;

    private Code128Bars() {}

    /** Widths of bars and spaces in turn, in modules; null if the printer would refuse the data. */
    static int @Nullable [] of(byte[] data) {
        List<Integer> symbols = symbols(data);
        if (symbols == null) return null;
        int check = symbols.getFirst();
        for (int i = 1; i < symbols.size(); i++) check += i * symbols.get(i);
        symbols.add(check % CHECK_MODULUS);
        symbols.add(STOP);
        StringBuilder widths = new StringBuilder();
        symbols.forEach(symbol -> widths.append(PATTERNS[symbol]));
        return widths.chars().map(width -> width - '0').toArray();
    }

    private static @Nullable List<Integer> symbols(byte[] data) {
        List<Integer> symbols = new ArrayList<>();
        char set = 0;
        for (int i = 0; i < data.length; i++) {
            boolean mark = data[i] == '{' && i + 1 < data.length && set != 'C';
            if (data[i] == '{' && i + 1 < data.length && data[i + 1] >= 'A' && data[i + 1] <= 'C') {
                set = (char) data[++i];
                // Starts are 103 A, 104 B, 105 C; changes are 101 to A, 100 to B, 99 to C.
                symbols.add(symbols.isEmpty() ? START_A + set - 'A' : SWITCH_TO_A - (set - 'A'));
            } else {
                if (mark && data[i + 1] == '{') i++;
                int symbol = symbol(set, data[i]);
                if (symbol < 0) return null;
                symbols.add(symbol);
            }
        }
        return symbols.size() < 2 ? null : symbols;
    }

    private static int symbol(char set, byte value) {
        return switch (set) {
            case 'A' -> value >= 0 && value < 0x20 ? value + 64 : value >= 0x20 && value < 0x60 ? value - 0x20 : -1;
            case 'B' -> value >= 0x20 ? value - 0x20 : -1;
            case 'C' -> value >= 0 && value < 100 ? value : -1;
            default -> -1;
        };
    }
}
