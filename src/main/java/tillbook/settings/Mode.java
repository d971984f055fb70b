package tillbook.settings;

import java.util.Locale;

/** Whether real money moves. Each mode has its own folder, settings, keys and journal; nothing passes between them. */
public enum Mode {
    /** Nothing is real: practice provider, practice keys. What a register without settings is. */
    PRACTICE,
    /** Real sales and real money. */
    LIVE;

    /** {@code practice} or {@code live}: the word in the settings and the name of the folder. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
