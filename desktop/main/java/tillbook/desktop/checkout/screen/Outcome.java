package tillbook.desktop.checkout.screen;

import java.util.List;
import java.util.Optional;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.Step;
import tillbook.desktop.checkout.Trouble;
import tillbook.register.Intent;
import tillbook.register.Reply;
import tillbook.sale.ReceiptNumber;

/** What came of something a person did. Immutable. */
sealed interface Outcome {
    /** In one word, for the ear. */
    default Manner manner() {
        return switch (this) {
            case Stepped(Step.Explains(Trouble.NeedsWeight _)) -> Manner.ASKS;
            case Stepped(Step.Explains _), Replied(Intent _, Reply.Refused _), NoReply _, Fault _, NotKept _ ->
                Manner.REFUSED;
            case Stepped(Step.AsksAmount _), Stepped(Step.AsksMeaning _) -> Manner.ASKS;
            case Replied(Intent.AddGoods _, Reply.Done _), Replied(Intent.PayByCode _, Reply.Done _) -> Manner.TAKEN;
            case Stepped(Step.Wants _), Stepped(Step.Opens _), Replied(Intent _, Reply.Done _), Found _, Paid _ ->
                Manner.QUIET;
        };
    }

    /** Nothing for the register: it is shown, explained or asked. */
    record Stepped(Step step) implements Outcome {}

    /** The register answered. */
    record Replied(Intent intent, Reply reply) implements Outcome {}

    /** The register did not answer in time; what it did will show. */
    record NoReply() implements Outcome {}

    /** A fault of the program; it was noted. */
    record Fault(String code) implements Outcome {}

    /** Language and look are as wanted, but the next start will not know it. */
    record NotKept() implements Outcome {}

    /**
     * A sale that is over, as its records tell it.
     *
     * @param paid empty if it is not known, or was never paid
     */
    record Paid(ReceiptNumber receipt, Optional<Counter.PaidSale> paid) implements Outcome {}

    /** Goods that were looked for. */
    record Found(String query, List<Good> goods) implements Outcome {
        public Found {
            goods = List.copyOf(goods);
        }
    }
}
