package tillbook.care;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record as text: time, level, thread, place, words, and the whole story of an exception. The finished text goes
 * through {@link Redaction} as one, so that no part of a record finds a way around it. Stateless, safe from any thread.
 */
final class LogFormat extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSxx", Locale.ROOT);

    private final ZoneId zone;

    LogFormat(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String format(LogRecord record) {
        String head = TIME.format(record.getInstant().atZone(zone)) + " "
                + record.getLevel().getName() + " [" + record.getLongThreadID() + "] " + record.getLoggerName() + ": ";
        return Redaction.clean(head + words(record) + story(record.getThrown())) + "\n";
    }

    /** Numbers are put in as they are: a grouped order number finds nothing, and a grouped payment code would hide. */
    private String words(LogRecord record) {
        Object[] parameters = record.getParameters();
        if (parameters == null) return formatMessage(record);
        LogRecord plain = new LogRecord(record.getLevel(), record.getMessage());
        plain.setResourceBundle(record.getResourceBundle());
        Object[] texts = new Object[parameters.length];
        for (int i = 0; i < texts.length; i++)
            texts[i] = parameters[i] instanceof Number n ? n.toString() : parameters[i];
        plain.setParameters(texts);
        return formatMessage(plain);
    }

    private static String story(@Nullable Throwable thrown) {
        if (thrown == null) return "";
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out));
        return "\n" + out.toString().stripTrailing();
    }
}
