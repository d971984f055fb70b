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

    /** A drawing thread that stood still looks at waiting keys late; this long is still believed of it, ms. */
    static final long STALL_MS_MAX = 2_000;

    /** A pause no longer than this may be a busy machine's and not a person's; no hand goes from keys to scanner in it, ms. */
    static final long PAUSE_MS_MAX = 180;

    /** So many quick keys in a row no person types: what follows them belongs to them even after a pause. */
    private static final int MACHINE_CHARS_MIN = 3;

    /** Of a scanner's gaps at most one in so many is a pause. */
    private static final int GAPS_PER_PAUSE = 4;

    /** So many beats of the drawing thread take about as long as the longest gap. */
    static final int BEATS_MAX = 3;

    private static final long NANOS_PER_MS = 1_000_000;

    private final StringBuilder chars = new StringBuilder();
    private long lastNanos;
    private int beats;
    private int pauses;

    /** A character came. True if a burst begins with it: what the field held before it is what to give back. */
    public boolean typed(char c, long nanos) {
        return typed(c, nanos, false);
    }

    /**
     * The same; {@code whole} if it goes into the field that is for codes alone: what was begun there shortly before
     * belongs to it, however long the pause, up to {@link #STALL_MS_MAX}.
     */
    public boolean typed(char c, long nanos, boolean whole) {
        boolean quick = isQuick(nanos);
        boolean begins = chars.isEmpty() || chars.length() >= CHARS_MAX || !(quick || isAfterAPause(nanos, whole));
        if (begins) forget();
        else if (!quick) pauses++;
        chars.append(c);
        lastNanos = nanos;
        beats = 0;
        return begins;
    }

    /** The key that ends a line came: the code if a scanner typed it, empty if a person did. Forgets all before. */
    public Optional<String> ended(long nanos) {
        boolean scanned =
                chars.length() >= CHARS_MIN && isMachines() && (isQuick(nanos) || isAfterAPause(nanos, false));
        String code = chars.toString();
        forget();
        return scanned ? Optional.of(code) : Optional.empty();
    }

    /** Whether a key that comes now belongs to a burst. */
    public boolean isUnderWay(long nanos) {
        return chars.length() > 1 && isQuick(nanos);
    }

    /**
     * The drawing thread did its regular round, about sixty times a second. A thread that stands still has none: the gap
     * before the next key is then its own and not the scanner's.
     */
    public void beat() {
        beats++;
    }

    /** Whether a burst may still go on, so that beats have to be counted. */
    public boolean isAwaited(long nanos) {
        return !chars.isEmpty() && nanos - lastNanos <= STALL_MS_MAX * NANOS_PER_MS;
    }

    private void forget() {
        chars.setLength(0);
        pauses = 0;
    }

    /** A busy machine may hold up a scanner's keys on their way to the window, too. */
    private boolean isAfterAPause(long nanos, boolean whole) {
        long gapMs = (nanos - lastNanos) / NANOS_PER_MS;
        return gapMs <= (whole || isMachines() ? STALL_MS_MAX : PAUSE_MS_MAX);
    }

    private boolean isMachines() {
        return chars.length() >= MACHINE_CHARS_MIN && pauses * GAPS_PER_PAUSE <= chars.length();
    }

    private boolean isQuick(long nanos) {
        long gap = nanos - lastNanos;
        boolean stoodStill = beats <= BEATS_MAX && gap <= STALL_MS_MAX * NANOS_PER_MS;
        return gap <= GAP_MS_MAX * NANOS_PER_MS || stoodStill;
    }
}
