package tillbook.payment.alipay;

import java.util.Optional;

/** Brings our texts into the form that Alipay takes. Stateless. */
final class AllowedText {
    private static final int SUBJECT_CHARS_MAX = 256;
    private static final int OPERATOR_CHARS_MAX = 28;
    private static final String FORBIDDEN = "/=&";

    private AllowedText() {}

    /** A subject has none of {@code / = &}; where nothing is left of it, a word that fits every sale. */
    static String subject(String text) {
        String plain = plain(text, SUBJECT_CHARS_MAX);
        return plain.isEmpty() ? "商品" : plain;
    }

    static Optional<String> operator(String text) {
        return Optional.of(plain(text, OPERATOR_CHARS_MAX)).filter(each -> !each.isEmpty());
    }

    /** One line of at most so many characters, no pair of surrogates cut in half. */
    static String cut(String text, int charsMax) {
        StringBuilder cut = new StringBuilder();
        text.codePoints()
                .map(each -> Character.isISOControl(each) ? ' ' : each)
                .takeWhile(each -> cut.length() + Character.charCount(each) <= charsMax)
                .forEachOrdered(cut::appendCodePoint);
        return cut.toString().strip();
    }

    private static String plain(String text, int charsMax) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (FORBIDDEN.indexOf(plain.charAt(i)) >= 0) plain.setCharAt(i, ' ');
        }
        return cut(plain.toString(), charsMax);
    }
}
