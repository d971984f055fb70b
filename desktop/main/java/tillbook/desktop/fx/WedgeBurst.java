package tillbook.desktop.fx;

import java.util.Optional;

/**
 * Tells a scanner that types from a person who types, by the time between two keys. Knows no window and no clock. Owned by
 * one thread.
 */
public final class WedgeBurst {
    /** A scanner leaves less than this between two keys, ms; the slowest in use leave 20. */
    static final long GAP_MS_MAX = 50;

    /** No code of goods, payment or receipt is shorter, and no person types so many so quickly. */
    static final int CHARS_MIN = 6;

    /** No code is longer; what goes on beyond it is a key that is held down. */
    static final int CHARS_MAX = 500;

    private static final long GAP_NANOS_MAX = GAP_MS_MAX * 1_000_000;

    private final StringBuilder chars = new StringBuilder();
    private long lastNanos;

    /** A character came. True if a burst begins with it: what the field held before it is what to give back. */
    public boolean typed(char c, long nanos) {
        boolean begins = chars.isEmpty() || !isQuick(nanos) || chars.length() >= CHARS_MAX;
        if (begins) chars.setLength(0);
        chars.append(c);
        lastNanos = nanos;
        return begins;
    }

    /** The key that ends a line came: the code if a scanner typed it, empty if a person did. Forgets all before. */
    public Optional<String> ended(long nanos) {
        boolean scanned = chars.length() >= CHARS_MIN && isQuick(nanos);
        String code = chars.toString();
        chars.setLength(0);
        return scanned ? Optional.of(code) : Optional.empty();
    }

    /** Whether a key that comes now belongs to a burst. */
    public boolean isUnderWay(long nanos) {
        return chars.length() > 1 && isQuick(nanos);
    }

    /** This thread was busy drawing and could not look at keys: that time is not the scanner's. */
    public void wasBusy(long nanos) {
        if (!chars.isEmpty()) lastNanos += Math.max(0, nanos);
    }

    private boolean isQuick(long nanos) {
        return nanos - lastNanos <= GAP_NANOS_MAX;
    }
}
