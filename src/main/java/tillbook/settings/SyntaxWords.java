package tillbook.settings;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlParseError;

/** Puts the parser's English remarks into problems that have words in both languages. Pure. */
final class SyntaxWords {
    private static final Pattern UNFINISHED = Pattern.compile("Unexpected end of .*");
    private static final Pattern UNEXPECTED = Pattern.compile("(?s)Unexpected '(.*)', expected .*");
    private static final Pattern TWICE = Pattern.compile("(?s)(.*) previously defined at line (\\d+), column \\d+");
    /** What is longer may be a secret that lost its quotation marks. */
    private static final int SHOWN_MAX = 12;

    private SyntaxWords() {}

    static Problem problem(TomlParseError error) {
        String said = Objects.requireNonNullElse(error.getMessage(), "");
        Matcher twice = TWICE.matcher(said);
        if (twice.matches()) return at(error, Problem.Code.NAME_TWICE, twice.group(1), twice.group(2));
        if (UNFINISHED.matcher(said).matches()) return at(error, Problem.Code.SYNTAX_UNFINISHED);
        Matcher unexpected = UNEXPECTED.matcher(said);
        return unexpected.matches() && unexpected.group(1).length() <= SHOWN_MAX
                ? at(error, Problem.Code.SYNTAX_UNEXPECTED, unexpected.group(1))
                : at(error, Problem.Code.SYNTAX);
    }

    private static Problem at(TomlParseError error, Problem.Code code, String... args) {
        return new Problem(code, error.position().line(), error.position().column(), "", List.of(args));
    }
}
