package tillbook.desktop.device;

import java.util.ArrayDeque;
import java.util.Deque;
import tillbook.scan.ScanMeaning;

/**
 * How many of the newest scans were misread: a wrong check digit, or no code at all. Keeps no code. Safe from any thread.
 */
public final class ScanTally {
    /** A good scan makes up for a bad one after so many. */
    static final int NEWEST = 10;

    private final Deque<Boolean> misread = new ArrayDeque<>();

    /** A scanner was plugged in: it is judged by what it reads from now on. */
    synchronized void begin() {
        misread.clear();
    }

    synchronized void saw(ScanMeaning meaning) {
        boolean bad = meaning instanceof ScanMeaning.BadCheckDigit || meaning instanceof ScanMeaning.NotACode;
        if (misread.size() == NEWEST) misread.removeFirst();
        misread.addLast(bad);
    }

    /** How many there are to judge by, at most {@value #NEWEST}. */
    public synchronized int scans() {
        return misread.size();
    }

    /** How many of them were misread. */
    public synchronized int refused() {
        return (int) misread.stream().filter(bad -> bad).count();
    }
}
