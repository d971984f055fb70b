package tillbook.desktop.practice;

import java.util.Locale;

/** Labels as the practice shop's scale prints them: 21, item code, grams, check digit. Owned by one thread. */
final class ScaleLabels {
    private static final int GRAMS_LEAST = 180;
    private static final int GRAMS_SPAN = 1_600;
    private static final int STEP = 467;
    private static final int ITEM_DIGITS = 5;

    private int count;

    /** Whether this code of goods can stand on a label. */
    static boolean isItem(String code) {
        return code.length() == ITEM_DIGITS;
    }

    /** A label for some weight, another one each time. */
    String next(String itemCode) {
        int grams = GRAMS_LEAST + count++ * STEP % GRAMS_SPAN;
        String digits = "21" + itemCode + String.format(Locale.ROOT, "%05d", grams);
        return digits + checkDigit(digits);
    }

    private static int checkDigit(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return (10 - sum % 10) % 10;
    }
}
