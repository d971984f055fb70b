package tillbook.desktop.customer;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Everything the customer sees, ready to be drawn; knows no control. Owned by the drawing thread. */
final class CustomerModel {
    /** How a sentence is meant; always told by its mark and words as well. */
    enum Mood {
        PLAIN,
        ACCENT,
        OK,
        WARN,
        BAD
    }

    /** A sentence in the shop's language, and under it the same in the other one. */
    record Both(String first, String second) {
        static final Both NONE = new Both("", "");
    }

    /** One line of the basket or the sale. */
    record Item(String name, String count, String amount) {}

    /**
     * The sum.
     *
     * @param label what the amount is
     */
    record Sum(Both label, String amount, Both count) {
        static final Sum NONE = new Sum(Both.NONE, "", Both.NONE);
    }

    /**
     * Where the money is.
     *
     * @param id names it, the same in every language; empty if there is nothing to say
     * @param amount large under the title, empty if there is none
     */
    record State(String id, Mood mood, String mark, Both title, String amount, Both sentence) {
        static final State NONE = new State("", Mood.PLAIN, "", Both.NONE, "", Both.NONE);
    }

    /** The name of the shop. */
    final ObjectProperty<String> shop = new SimpleObjectProperty<>("");
    /** No goods, no money: a welcome is shown instead of lines and sum. */
    final ObjectProperty<Both> welcome = new SimpleObjectProperty<>(Both.NONE);

    final ObjectProperty<List<Item>> items = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Sum> sum = new SimpleObjectProperty<>(Sum.NONE);
    final ObjectProperty<State> state = new SimpleObjectProperty<>(State.NONE);
}
