package tillbook.desktop.terminal;

import java.util.Locale;

/** How a value of an enum is called in JSON: stable, in small letters. */
final class Names {
    private Names() {}

    /** {@code BEING_CHECKED} is {@code being-checked}. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
