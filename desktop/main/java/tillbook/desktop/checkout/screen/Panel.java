package tillbook.desktop.checkout.screen;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tillbook.catalog.Good;

/** What stands in the right column: one thing at a time. Immutable as far as the actions are. */
sealed interface Panel {
    /** The choices that keys reach. */
    List<Choice> choices();

    /** A basket is put together, or nothing is on the counter. */
    record Selling(String total, String count, String discount, List<Choice> tenders, List<Choice> functions)
            implements Panel {
        @Override
        public List<Choice> choices() {
            return java.util.stream.Stream.concat(tenders.stream(), functions.stream())
                    .toList();
        }
    }

    /**
     * A state, an answer or a question, in sentences.
     *
     * @param id names what it tells, the same in every language
     * @param amount empty if there is none
     * @param progress 0 to 1, negative if nothing is counted down
     */
    record Notice(
            String id,
            Tone tone,
            String mark,
            String title,
            String amount,
            List<Para> paras,
            double progress,
            List<Check> checks,
            List<Choice> choices)
            implements Panel {}

    /** A sentence of a notice. */
    record Para(Kind kind, String text) {
        enum Kind {
            PARA,
            /** What to say to the customer. */
            SAY,
            FINE
        }

        static Para of(String text) {
            return new Para(Kind.PARA, text);
        }

        static Para say(String text) {
            return new Para(Kind.SAY, text);
        }

        static Para fine(String text) {
            return new Para(Kind.FINE, text);
        }
    }

    /** Something that is done, or not yet, on a notice. */
    record Check(Tone tone, String mark, String text, String fine) {}

    /**
     * Something is typed.
     *
     * @param offers values that one touch takes
     * @param preview what would come of a text, empty if nothing yet
     * @param enters what the text is for; the first is what Enter does
     */
    record Entry(
            String id,
            String title,
            String sentence,
            Form form,
            String initial,
            List<Offer> offers,
            Function<String, String> preview,
            List<Enter> enters,
            Choice back)
            implements Panel {
        enum Form {
            NUMBER,
            TEXT
        }

        @Override
        public List<Choice> choices() {
            return List.of(back);
        }
    }

    /**
     * Several things are typed.
     *
     * @param turns choices that change what is asked, above the fields
     * @param preview what would come of the texts, empty if nothing yet
     * @param enter takes the texts; the place of the one that is wrong, negative if they are taken
     */
    record Form(
            String id,
            String title,
            String sentence,
            List<Choice> turns,
            List<Field> fields,
            Function<List<String>, String> preview,
            String enterId,
            String enterLabel,
            ToIntFunction<List<String>> enter,
            Choice back)
            implements Panel {
        @Override
        public List<Choice> choices() {
            return java.util.stream.Stream.concat(turns.stream(), java.util.stream.Stream.of(back))
                    .toList();
        }
    }

    /**
     * A field of a form.
     *
     * @param id of the field on the screen
     * @param offers usual words to touch
     * @param signs beside the digits to touch
     */
    record Field(
            String id,
            Entry.Form form,
            String label,
            String prompt,
            String initial,
            List<Offer> offers,
            List<String> signs) {}

    /** A value to take by one touch. */
    record Offer(String label, String value) {}

    /** What a typed text is for. */
    record Enter(String id, String label, Consumer<String> action) {}

    /** Goods are looked for. */
    record Find(String query, List<Good> goods, boolean searched, Choice back) implements Panel {
        @Override
        public List<Choice> choices() {
            return List.of(back);
        }
    }

    /** Several open things, each with what may be done. */
    record Items(String id, String title, List<Item> items, String none, Choice back) implements Panel {
        @Override
        public List<Choice> choices() {
            return List.of(back);
        }
    }

    /** One open thing. */
    record Item(Tone tone, String mark, String title, List<String> lines, List<Choice> choices) {}
}
