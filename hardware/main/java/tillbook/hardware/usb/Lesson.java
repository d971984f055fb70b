package tillbook.hardware.usb;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tillbook.device.FoundDevice;
import tillbook.device.Teaching;

/**
 * The question "scan this code now": what may be its answer, and that there is only one. Safe from any thread.
 *
 * @param untilNanos by {@link System#nanoTime}
 */
record Lesson(String code, List<FoundDevice> asked, long untilNanos, Consumer<Teaching> answer, AtomicBoolean isOver) {
    /** A scanner may be set to type the symbology first. */
    private static final Pattern AIM = Pattern.compile("^][A-Za-z][0-9A-Za-z]");

    private static final Pattern PART_OF_AIM = Pattern.compile("][A-Za-z]?");

    static Lesson of(String code, List<FoundDevice> asked, long waitMs, Consumer<Teaching> answer) {
        long until = System.nanoTime() + waitMs * 1_000_000;
        return new Lesson(code, List.copyOf(asked), until, answer, new AtomicBoolean());
    }

    boolean isCode(String text) {
        return text.equals(code) || AIM.matcher(text).replaceFirst("").equals(code);
    }

    /** Whether what was typed so far may become the code. */
    boolean mayBecome(String open) {
        return code.startsWith(open)
                || PART_OF_AIM.matcher(open).matches()
                || code.startsWith(AIM.matcher(open).replaceFirst(""));
    }

    boolean isTimeOver() {
        return System.nanoTime() - untilNanos >= 0;
    }

    /** True for the one that ends it. */
    boolean end() {
        return isOver.compareAndSet(false, true);
    }
}
