package tillbook.receipt;

import java.time.Instant;

/**
 * 重打印: which copy, when and by whom. Immutable.
 *
 * @param number from 1
 */
public record Copy(int number, Instant at, String by) {
    public Copy {
        if (number < 1) throw new IllegalArgumentException("copies are counted from 1, not from " + number);
    }
}
