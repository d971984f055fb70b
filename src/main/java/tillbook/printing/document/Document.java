package tillbook.printing.document;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands on a sheet, from top to bottom, whatever prints or shows it. Immutable.
 *
 * @param elements at most {@link #ELEMENTS_MAX}
 */
public record Document(List<Element> elements) {
    /** The largest basket has 500 lines of three rows each. */
    public static final int ELEMENTS_MAX = 4_000;

    public Document {
        elements = List.copyOf(elements);
        if (elements.size() > ELEMENTS_MAX) {
            throw new IllegalArgumentException(
                    "a document has at most " + ELEMENTS_MAX + " elements, not " + elements.size());
        }
    }

    public static Document of(Element... elements) {
        return new Document(List.of(elements));
    }

    /** Puts a document together, element by element. Owned by the thread that made it. */
    public static final class Builder {
        private final List<Element> elements = new ArrayList<>();

        public Builder add(Element element) {
            elements.add(element);
            return this;
        }

        public Builder text(String text, Style style) {
            return add(new Element.Text(text, style));
        }

        public Builder pair(String left, String right) {
            return pair(left, right, Style.PLAIN);
        }

        public Builder pair(String left, String right, Style style) {
            return add(new Element.Pair(left, right, style));
        }

        public Builder labelled(String label, String value) {
            return add(new Element.Labelled(label, value));
        }

        public Builder rule() {
            return add(new Element.Rule());
        }

        public Document build() {
            return new Document(elements);
        }
    }
}
