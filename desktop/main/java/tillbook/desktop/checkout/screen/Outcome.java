package tillbook.desktop.checkout.screen;

import java.util.List;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.Step;
import tillbook.register.Intent;
import tillbook.register.Reply;

/** What came of something a person did. Immutable. */
sealed interface Outcome {
    /** Nothing for the register: it is shown, explained or asked. */
    record Stepped(Step step) implements Outcome {}

    /** The register answered. */
    record Replied(Intent intent, Reply reply) implements Outcome {}

    /** The register did not answer in time; what it did will show. */
    record NoReply() implements Outcome {}

    /** A fault of the program; it was noted. */
    record Fault(String code) implements Outcome {}

    /** Goods that were looked for. */
    record Found(String query, List<Good> goods) implements Outcome {
        public Found {
            goods = List.copyOf(goods);
        }
    }
}
