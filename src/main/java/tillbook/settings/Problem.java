package tillbook.settings;

import java.util.List;
import java.util.Locale;
import tillbook.text.Texts;

/**
 * Something wrong in the settings file, with its place, and a way out of it. Never holds a secret: a value is shown in
 * short, and a key not at all. Immutable.
 *
 * @param line from 1, or 0 where the problem has no line (a setting that is missing)
 * @param column from 1, or 0
 * @param field the dotted name, empty where the file as a whole is meant
 * @param args what the sentence names
 */
public record Problem(Code code, int line, int column, String field, List<String> args) {
    public Problem {
        args = List.copyOf(args);
    }

    /** What can be wrong. A warning is told and trade goes on; anything else keeps the old settings, or practice. */
    public enum Code {
        SYNTAX,
        SYNTAX_UNEXPECTED,
        SYNTAX_UNFINISHED,
        NAME_TWICE,
        NOT_UTF8,
        UNREADABLE,
        NOT_WRITTEN,
        NOT_EDITABLE,
        TOO_LARGE,
        UNKNOWN_FIELD,
        UNKNOWN_FIELD_LIKE,
        WRONG_KIND,
        REQUIRED,
        TOO_LONG,
        CONTROL_CHARACTER,
        NOT_DIGITS,
        NOT_A_NUMBER,
        OUT_OF_RANGE,
        NOT_AN_AMOUNT,
        AMOUNT_ZERO,
        NOT_A_FLAG,
        NOT_A_CHOICE,
        NOT_A_TIME,
        NOT_A_LINK,
        LINK_NOT_HTTPS,
        NOT_A_SCALE_RULE,
        NOT_A_NAME,
        NOT_A_DEVICE,
        NOT_A_PRINTER,
        TOO_MANY_LINES,
        PRACTICE_PRINTER_IN_LIVE,
        NOT_A_PATH,
        OTHER_MODE,
        TEST_GATEWAY_IN_LIVE,
        LIVE_GATEWAY_IN_PRACTICE,
        LIMITS_CONTRADICT,
        NOT_A_PUBLIC_KEY,
        PRIVATE_KEY_IN_SETTINGS,
        PUBLIC_KEY_TOO_SHORT,
        PUBLIC_KEY_FILE_MISSING,
        KEY_FILE_MISSING,
        /** Warning. */
        LOCAL_GATEWAY_IN_LIVE,
        /** Warning. */
        ANSWER_TIMEOUT_UNUSUAL,
        /** Warning. */
        SCALE_RULE_LIKE_PAYMENT;

        /** Whether trade may go on. */
        public boolean isWarning() {
            return this == LOCAL_GATEWAY_IN_LIVE || this == ANSWER_TIMEOUT_UNUSUAL || this == SCALE_RULE_LIKE_PAYMENT;
        }
    }

    /** Whether the text is no TOML at all, so that nothing else could be checked. */
    boolean isSyntax() {
        return code == Code.SYNTAX
                || code == Code.SYNTAX_UNEXPECTED
                || code == Code.SYNTAX_UNFINISHED
                || code == Code.NAME_TWICE;
    }

    /** Place, what is wrong and what to do, as one line. */
    public String sentence(Locale locale) {
        Texts texts = Texts.of("settings", locale);
        return place(texts) + texts.text("and", what(locale), remedy(locale));
    }

    /** What is wrong. */
    public String what(Locale locale) {
        return Texts.of("settings", locale).text("problem." + code, args.toArray());
    }

    /** What to do. */
    public String remedy(Locale locale) {
        return Texts.of("settings", locale).text("remedy." + code, args.toArray());
    }

    private String place(Texts texts) {
        String where = line > 0 ? texts.text("place", line, column) : "";
        return field.isEmpty() ? where : where + texts.text("place.field", field);
    }
}
