package tillbook.desktop.checkout.screen;

import java.util.Locale;

/** What a thing on the screen means; always told by a mark and by words as well. */
public enum Tone {
    PLAIN,
    ACCENT,
    OK,
    WARN,
    BAD;

    /** Its style class. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
