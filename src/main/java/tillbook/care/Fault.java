package tillbook.care;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import tillbook.text.Texts;

/**
 * A fault of the program itself, as a person hears of it: a short code to name on the telephone, and a way on. Everything
 * else is in the log. Immutable.
 *
 * @param code {@code SYS-BUG-} and four hexadecimal digits, the same for the same fault in every shop
 * @param where the name of the thread it happened on
 * @param kind what the person can count on
 */
public record Fault(String code, String where, Kind kind) {
    /** How bad it is. */
    public enum Kind {
        /** One piece of work failed; the thread goes on. */
        GOES_ON,
        /** The same work fails again and again; the thread goes on. */
        KEEPS_FAILING,
        /** A thread ended. */
        ENDED
    }

    static Fault of(Throwable thrown, String where, Kind kind) {
        return new Fault(code(thrown), where, kind);
    }

    /** What happened and what to do. */
    public String sentence(Locale locale) {
        return Texts.of("care", locale).text("fault." + kind, code, where);
    }

    /**
     * By the class of the deepest cause and the topmost method of ours, without line numbers: so it stays the same from
     * release to release as long as the fault does.
     */
    static String code(Throwable thrown) {
        Throwable deepest = deepest(thrown);
        CRC32 sum = new CRC32();
        sum.update((deepest.getClass().getName() + "@" + topFrame(deepest)).getBytes(StandardCharsets.UTF_8));
        return "SYS-BUG-" + HexFormat.of().withUpperCase().toHexDigits((short) sum.getValue());
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable at = thrown;
        int causesMax = 100;
        for (int i = 0; i < causesMax && at.getCause() != null; i++) at = at.getCause();
        return at;
    }

    private static String topFrame(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return Arrays.stream(frames)
                .filter(frame -> frame.getClassName().startsWith("tillbook."))
                .findFirst()
                .or(() -> Arrays.stream(frames).findFirst())
                .map(frame -> frame.getClassName() + "." + stable(frame.getMethodName()))
                .orElse("");
    }

    /** The compiler numbers its lambdas, and a number changes when one is added above. */
    private static String stable(String method) {
        return method.replaceAll("\\$\\d+$", "");
    }
}
