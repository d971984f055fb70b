package tillbook.desktop.command;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A language as the command line names it. It is looked for before the line is read as a whole, because help and
 * errors must already be in it. Immutable.
 */
enum LanguageChoice {
    CHINESE(Locale.SIMPLIFIED_CHINESE),
    ENGLISH(Locale.ENGLISH);

    private static final String OPTION = "--lang";

    private final Locale locale;

    LanguageChoice(Locale locale) {
        this.locale = locale;
    }

    /** The locale to speak: that of the last valid {@code --lang}, else the given one, as far as it is spoken. */
    static Locale localeOf(String[] args, Locale otherwise) {
        Optional<LanguageChoice> asked = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            Optional<LanguageChoice> here = Optional.empty();
            if (args[i].startsWith(OPTION + "=")) here = ofTag(args[i].substring(OPTION.length() + 1));
            else if (args[i].equals(OPTION) && i + 1 < args.length) here = ofTag(args[i + 1]);
            if (here.isPresent()) asked = here;
        }
        return asked.orElse(spokenFor(otherwise)).locale;
    }

    private static LanguageChoice spokenFor(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? CHINESE : ENGLISH;
    }

    /** The language of a tag, empty if it is not spoken here. */
    static Optional<LanguageChoice> ofTag(String tag) {
        return switch (tag.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "zh", "zh-cn" -> Optional.of(CHINESE);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }

    /** Reads the option's value. */
    static final class Converter implements ITypeConverter<LanguageChoice> {
        @Override
        public LanguageChoice convert(String value) {
            return ofTag(value).orElseThrow(() -> new TypeConversionException("zh-CN or en"));
        }
    }
}
