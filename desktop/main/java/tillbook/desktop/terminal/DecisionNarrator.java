package tillbook.desktop.terminal;

import java.util.List;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.MoneyIs;
import tillbook.desktop.checkout.VoucherIs;
import tillbook.journal.JournalEvent.AnotherTenderAllowed;
import tillbook.journal.JournalEvent.AttemptMoved;
import tillbook.journal.JournalEvent.AttemptSettled;
import tillbook.journal.JournalEvent.CancelDecided;
import tillbook.journal.JournalEvent.GoodsKept;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.payment.AttemptState;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;

/** Tells what became of an attempt without an answer of the provider: by a start, by time, by the word of a person. Pure. */
final class DecisionNarrator {
    private DecisionNarrator() {}

    static List<Saying> moved(AttemptMoved moved, RegisterState before, Phrases phrases) {
        return before.attempt(moved.order()).map(attempt -> moved(moved, attempt, phrases)).stream()
                .toList();
    }

    private static Saying moved(AttemptMoved moved, Attempt attempt, Phrases phrases) {
        boolean over = moved.state().isFinal();
        Saying saying = AttemptFields.about(over ? "not-paid" : "checking", attempt)
                .with("code", FaultCode.of(moved.cause()))
                .with("reason", moved.cause().name());
        return Whereabouts.of(moved.state())
                .before(saying, phrases.texts())
                .line(Phrases.coded(
                        FaultCode.of(moved.cause()),
                        phrases.of("move", moved.cause(), attempt.facts().amount())))
                .line(
                        over
                                ? phrases.text("not-paid-next", attempt.facts().amount())
                                : phrases.text("do-not-pay-again"));
    }

    static List<Saying> cancelDecided(CancelDecided decided, RegisterState before, Phrases phrases) {
        return before
                .attempt(decided.order())
                .map(attempt -> {
                    Saying saying = AttemptFields.about("cancelling", attempt)
                            .with("code", FaultCode.CANCELLED)
                            .with("cause", decided.cause().name());
                    return Whereabouts.of(AttemptState.CANCELLING)
                            .before(saying, phrases.texts())
                            .line(phrases.of(
                                    "cancel", decided.cause(), attempt.facts().amount()));
                })
                .stream()
                .toList();
    }

    static List<Saying> goodsKept(GoodsKept kept, RegisterState before, Phrases phrases) {
        return before
                .attempt(kept.order())
                .map(attempt -> Whereabouts.of(attempt.state())
                        .before(
                                AttemptFields.about("goods-kept", attempt).with("code", FaultCode.UNFINISHED),
                                phrases.texts())
                        .line(phrases.text("goods-kept", attempt.facts().amount(), attempt.order())))
                .stream()
                .toList();
    }

    static List<Saying> anotherAllowed(AnotherTenderAllowed allowed, RegisterState before, Phrases phrases) {
        return before
                .attempt(allowed.order())
                .map(attempt -> Whereabouts.of(attempt.state())
                        .before(
                                AttemptFields.about("another-allowed", attempt).with("code", FaultCode.CANCELLED),
                                phrases.texts())
                        .line(phrases.text("another-allowed", attempt.facts().amount(), attempt.order())))
                .stream()
                .toList();
    }

    static List<Saying> settled(AttemptSettled settled, RegisterState before, Phrases phrases) {
        MoneyIs money = settled.settlement() == Settlement.MONEY_RETURNED ? MoneyIs.BACK : MoneyIs.NOT_PAID;
        return before
                .attempt(settled.order())
                .map(attempt -> new Whereabouts(money, VoucherIs.NOT_DUE)
                        .before(
                                AttemptFields.about("settled", attempt)
                                        .with("settlement", settled.settlement().name()),
                                phrases.texts())
                        .line(phrases.of("settlement", settled.settlement(), settled.order())))
                .stream()
                .toList();
    }
}
