package tillbook.settings;

import java.util.Locale;

/** A language of the screen. Both are complete. */
public enum Language {
    CHINESE("zh-CN", Locale.SIMPLIFIED_CHINESE),
    ENGLISH("en", Locale.ENGLISH);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** The word in the settings: {@code zh-CN} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** The locale for texts. */
    public Locale locale() {
        return locale;
    }

    static Language ofTag(String tag) {
        return tag.equals(ENGLISH.tag) ? ENGLISH : CHINESE;
    }
}
