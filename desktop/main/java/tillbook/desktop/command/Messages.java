package tillbook.desktop.command;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The sentences of the command line in one language. Immutable and safe from any thread. */
final class Messages {
    private static final String BUNDLE = "tillbook.desktop.Messages";

    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of a locale; the machine's own locale plays no part, so English is English on a Chinese PC. */
    static Messages of(Locale locale) {
        return new Messages(
                ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    /** For the library that prints the help. */
    ResourceBundle bundle() {
        return bundle;
    }

    /** A sentence with <code>{0}</code>, <code>{1}</code> … replaced. */
    String text(String key, Object... args) {
        String text = bundle.getString(key);
        for (int i = 0; i < args.length; i++) text = text.replace("{" + i + "}", args[i].toString());
        return text;
    }
}
