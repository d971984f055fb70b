package tillbook.desktop.terminal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.MoneyIs;
import tillbook.desktop.checkout.VoucherIs;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.Stamp;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.UnknownReason;
import tillbook.register.Attempt;
import tillbook.register.PaymentRules;
import tillbook.register.RegisterState;
import tillbook.register.Shop;
import tillbook.sale.OrderNumber;

/**
 * Tells how an attempt to take money goes on, until it is paid or is not. A state that lasts is told again only now and
 * then: the provider is asked far more often than a person reads. Owned by the face's thread.
 */
final class AttemptNarrator {
    /** A lasting state is told again after this, ms. */
    static final long AGAIN_MS = 15_000;

    private final Shop shop;
    private final Map<OrderNumber, Told> told = new HashMap<>();

    /** When an attempt was first seen by this process, and when it was last spoken of; on the clock of the stamps. */
    private record Told(long since, long last) {}

    AttemptNarrator(Shop shop) {
        this.shop = shop;
    }

    Saying created(AttemptCreated created, Stamp stamp, Phrases phrases) {
        told.put(created.order(), new Told(stamp.up(), stamp.up()));
        return AttemptFields.about("paying", created)
                .with("payCode", created.maskedCode())
                .line(phrases.text(
                        "paying",
                        phrases.provider(created.provider()),
                        created.amount(),
                        created.maskedCode(),
                        created.order()));
    }

    List<Saying> answered(
            AttemptAnswered answered, Stamp stamp, RegisterState before, RegisterState after, Phrases phrases) {
        Optional<Attempt> known = before.attempt(answered.order());
        if (known.isEmpty()) return List.of();
        Attempt was = known.get();
        boolean changed = was.state() != answered.state();
        boolean over = answered.state().isFinal();
        if (!changed && !isTimeToTellAgain(answered, stamp)) return List.of();
        if (over) told.remove(answered.order());
        else spoken(answered.order(), stamp);
        return told(answered, was, after.attempt(answered.order()).orElse(was), stamp, phrases);
    }

    /** A request that did not leave is told each time; of the other lasting states only those that somebody waits for. */
    private boolean isTimeToTellAgain(AttemptAnswered answered, Stamp stamp) {
        return switch (answered.state()) {
            case SENDING -> true;
            case PENDING, UNKNOWN -> isTimeToTellAgain(answered.order(), stamp);
            case CREATED, CANCELLING, WATCH, PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND, ANOMALY, NEEDS_PERSON ->
                false;
        };
    }

    private boolean isTimeToTellAgain(OrderNumber order, Stamp stamp) {
        Told last = told.get(order);
        return last == null || stamp.up() - last.last() >= AGAIN_MS;
    }

    private void spoken(OrderNumber order, Stamp stamp) {
        Told first = told.getOrDefault(order, new Told(stamp.up(), stamp.up()));
        told.put(order, new Told(first.since(), stamp.up()));
    }

    private List<Saying> told(AttemptAnswered answered, Attempt was, Attempt now, Stamp stamp, Phrases phrases) {
        return switch (answered.state()) {
            case PENDING -> List.of(pending(was, stamp, phrases));
            case UNKNOWN -> List.of(checking(was, now, answered.unknown(), phrases));
            case SENDING -> List.of(sendingAgain(was, answered, phrases));
            case DECLINED -> List.of(declined(was, answered, phrases));
            case CLOSED -> List.of(notPaid(was, answered.exchange(), phrases, "closed-by-provider"));
            case WATCH -> List.of(cancelled(was, answered.state(), "cancelled.WATCH", phrases));
            case REVERSED -> List.of(cancelled(was, answered.state(), reversedKey(was), phrases));
            case NOT_FOUND -> List.of(cancelled(was, answered.state(), "cancelled.NOT_FOUND", phrases));
            case ANOMALY, NEEDS_PERSON -> List.of(needsPerson(was, answered, phrases));
            case CANCELLING, CREATED, PAID, VOID -> List.of();
        };
    }

    private Saying pending(Attempt attempt, Stamp stamp, Phrases phrases) {
        long secondsLeft = secondsLeft(attempt, stamp);
        boolean inTime = secondsLeft > 0 && !attempt.goodsKept();
        Saying saying = AttemptFields.about("pending", attempt)
                .with("code", inTime ? FaultCode.WAIT : FaultCode.LATE)
                .with("secondsLeft", inTime ? secondsLeft : 0);
        String provider = phrases.provider(attempt.facts().provider());
        return Whereabouts.of(AttemptState.PENDING)
                .before(saying, phrases.texts())
                .line(
                        inTime
                                ? phrases.text("pending", attempt.facts().amount(), provider, secondsLeft)
                                : phrases.text("pending-long", attempt.facts().amount(), provider));
    }

    /** Until the register would cancel by itself; counted by the stamps, on which the register's own waits run too. */
    private long secondsLeft(Attempt attempt, Stamp stamp) {
        PaymentRules rules = shop.rules().getOrDefault(attempt.facts().provider(), PaymentRules.ALIPAY);
        Told first = told.get(attempt.order());
        long waited = first == null ? 0 : stamp.up() - first.since();
        return Math.max(0, (rules.confirmWithinMs() - waited + 999) / 1_000);
    }

    private static Saying checking(Attempt was, Attempt now, @Nullable UnknownReason reason, Phrases phrases) {
        String code = reason == null ? FaultCode.UNFINISHED : FaultCode.of(reason);
        Saying saying = AttemptFields.about("checking", was)
                .with("code", code)
                .with("reason", reason == null ? null : reason.name())
                .with("asked", now.asked());
        Saying placed = Whereabouts.of(AttemptState.UNKNOWN).before(saying, phrases.texts());
        if (reason != null) placed = placed.line(Phrases.coded(code, phrases.of("unknown", reason)));
        return placed.line(phrases.text(
                "checking", was.facts().amount(), phrases.time(was.sendingAt()), now.asked(), was.order()));
    }

    private static Saying sendingAgain(Attempt attempt, AttemptAnswered answered, Phrases phrases) {
        UnknownReason reason = answered.unknown() == null ? UnknownReason.NO_CONNECTION : answered.unknown();
        Saying saying = AttemptFields.about("sending-again", attempt)
                .with("code", FaultCode.of(reason))
                .with("reason", reason.name());
        return new Whereabouts(MoneyIs.NOT_ASKED, VoucherIs.NOT_DUE)
                .before(saying, phrases.texts())
                .line(Phrases.coded(FaultCode.of(reason), phrases.of("unknown", reason)))
                .line(phrases.text("sending-again"));
    }

    private static Saying declined(Attempt attempt, AttemptAnswered answered, Phrases phrases) {
        DeclineReason reason = answered.decline() == null ? DeclineReason.PAYER : answered.decline();
        String code = FaultCode.of(reason, answered.exchange());
        Saying saying = AttemptFields.exchanged(AttemptFields.about("not-paid", attempt), answered.exchange())
                .with("code", code)
                .with("reason", reason.name());
        return Whereabouts.of(AttemptState.DECLINED)
                .before(saying, phrases.texts())
                .line(Phrases.coded(code, phrases.of("decline", reason)))
                .lines(AttemptFields.words(answered.exchange(), phrases))
                .line(phrases.text("not-paid-next", attempt.facts().amount()));
    }

    private static Saying notPaid(Attempt attempt, Exchange exchange, Phrases phrases, String key) {
        Saying saying = AttemptFields.exchanged(AttemptFields.about("not-paid", attempt), exchange)
                .with("code", FaultCode.CANCELLED)
                .with("reason", "CLOSED");
        return Whereabouts.of(AttemptState.CLOSED)
                .before(saying, phrases.texts())
                .line(phrases.text(key, phrases.provider(attempt.facts().provider())))
                .line(phrases.text("not-paid-next", attempt.facts().amount()));
    }

    private static String reversedKey(Attempt attempt) {
        return attempt.cancelAnswer() == AnswerKind.CANCEL_REFUNDED ? "cancelled.REFUNDED" : "cancelled.REVERSED";
    }

    private static Saying cancelled(Attempt attempt, AttemptState state, String key, Phrases phrases) {
        Saying saying = AttemptFields.about("cancelled", attempt)
                .with("code", FaultCode.CANCELLED)
                .with("state", state.name())
                .with("moneyReturned", attempt.cancelAnswer() == AnswerKind.CANCEL_REFUNDED)
                .with("final", state.isFinal());
        return Whereabouts.of(state)
                .before(saying, phrases.texts())
                .line(phrases.text(key, attempt.facts().amount(), attempt.order()));
    }

    private static Saying needsPerson(Attempt attempt, AttemptAnswered answered, Phrases phrases) {
        Saying saying = AttemptFields.exchanged(AttemptFields.about("needs-person", attempt), answered.exchange())
                .with("code", FaultCode.ANOMALY)
                .with("state", answered.state().name());
        return Whereabouts.of(answered.state())
                .before(saying, phrases.texts())
                .lines(AttemptFields.words(answered.exchange(), phrases))
                .line(phrases.of(
                        "needs-person", answered.state(), attempt.facts().amount(), attempt.order()));
    }

    /** Nothing more is to be told of this attempt: it is paid, or a person or time ended it. */
    void over(OrderNumber order) {
        told.remove(order);
    }
}
