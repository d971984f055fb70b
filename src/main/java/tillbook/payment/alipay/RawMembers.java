package tillbook.payment.alipay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a JSON object with their values as they stand in the text, character for character: a signature covers
 * the raw text of a member, so it is cut out and never written anew. The scanner knows strings, escapes and nesting, and
 * refuses what is not exactly one object with plainly written, distinct names; the cut-out value is then parsed by a
 * whole JSON parser. One instance reads one text on one thread.
 */
final class RawMembers {
    private final String text;
    private int at;

    private RawMembers(String text) {
        this.text = text;
    }

    /** The raw value of each member, in order of the text; empty if the text is not one whole object. */
    static Optional<Map<String, String>> of(String text) {
        try {
            return Optional.of(new RawMembers(text).object());
        } catch (Unreadable | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> object() throws Unreadable {
        Map<String, String> members = new LinkedHashMap<>();
        skipBlanks();
        expect('{');
        skipBlanks();
        if (peek() == '}') at++;
        else members(members);
        skipBlanks();
        if (at != text.length()) throw new Unreadable();
        return members;
    }

    private void members(Map<String, String> members) throws Unreadable {
        do {
            skipBlanks();
            String name = name();
            skipBlanks();
            expect(':');
            skipBlanks();
            if (members.put(name, value()) != null) throw new Unreadable();
            skipBlanks();
        } while (next() == ',');
        if (text.charAt(at - 1) != '}') throw new Unreadable();
    }

    /** A name with an escape could be written twice in two ways, so it is refused; no provider needs one. */
    private String name() throws Unreadable {
        int start = at;
        skipString();
        String name = text.substring(start + 1, at - 1);
        if (name.indexOf('\\') >= 0) throw new Unreadable();
        return name;
    }

    private String value() throws Unreadable {
        int start = at;
        switch (peek()) {
            case '"' -> skipString();
            case '{', '[' -> skipNested();
            default -> skipWord();
        }
        return text.substring(start, at);
    }

    private void skipNested() throws Unreadable {
        int depth = 0;
        do {
            switch (peek()) {
                case '"' -> {
                    skipString();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0);
    }

    private void skipString() throws Unreadable {
        expect('"');
        while (peek() != '"') {
            if (peek() < ' ') throw new Unreadable();
            at += peek() == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipWord() throws Unreadable {
        int start = at;
        while ("truefalsn0123456789+-.Ee".indexOf(peek()) >= 0) at++;
        if (at == start) throw new Unreadable();
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private void expect(char wanted) throws Unreadable {
        if (next() != wanted) throw new Unreadable();
    }

    private char next() {
        return text.charAt(at++);
    }

    /** Running past the end is caught once, at the top: a text that ends early is not an object. */
    private char peek() {
        return text.charAt(at);
    }

    /** Not one whole JSON object. Never leaves this class. */
    private static final class Unreadable extends Exception {
        private Unreadable() {
            super("not one whole JSON object", null, false, false);
        }
    }
}
