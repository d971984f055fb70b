package tillbook.journal.tape;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says in a person's language what is wrong with a tape and what to do. Immutable, safe for any thread. */
public final class TapeWords {
    private final ResourceBundle words;
    private final Locale locale;

    /** Simplified Chinese for Chinese, English for all others. */
    public TapeWords(Locale locale) {
        this.locale = locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
        this.words = ResourceBundle.getBundle("tillbook.journal.tape.Messages", this.locale);
    }

    /** Place and remedy of a damage, one or two sentences. */
    public String of(Damage damage) {
        return say("damage." + damage.kind().name(), damage.segment(), damage.sequence());
    }

    /** Why a newer tape is not opened. */
    public String tooNew(String segment, int formatVersion) {
        return say("tooNew", segment, formatVersion);
    }

    /** What a torn tail means. */
    public String of(TornTail torn) {
        return say("torn", torn.segment(), torn.sequence());
    }

    private String say(String key, String segment, long number) {
        return new MessageFormat(words.getString(key), locale).format(new Object[] {segment, Long.toString(number)});
    }
}
