package tillbook.desktop.terminal;

import java.time.Instant;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.CancelAnswer;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider;
import tillbook.payment.UnknownReason;
import tillbook.sale.OrderNumber;

/** A provider that says what a test wrote down for it, and to an unforeseen question fails the test. */
final class ScriptedProvider implements PaymentProvider {
    static final Exchange OK = new Exchange("10000", null, null, "trace-1", 7, null);
    static final String TRADE = "2026030222001412345678901234";

    private final Deque<Function<Money, PaymentAnswer>> pays = new ConcurrentLinkedDeque<>();
    private final Deque<Function<Money, PaymentAnswer>> queries = new ConcurrentLinkedDeque<>();
    private final Deque<CancelAnswer> cancels = new ConcurrentLinkedDeque<>();
    private volatile @Nullable Function<Money, PaymentAnswer> everyQuery;
    private volatile @Nullable CancelAnswer everyCancel;
    private volatile Money asked = Money.ZERO;

    ScriptedProvider pays(Function<Money, PaymentAnswer> answer) {
        pays.add(answer);
        return this;
    }

    ScriptedProvider queries(Function<Money, PaymentAnswer> answer) {
        queries.add(answer);
        return this;
    }

    /** Once the single answers are used up. */
    ScriptedProvider alwaysQueries(Function<Money, PaymentAnswer> answer) {
        everyQuery = answer;
        return this;
    }

    ScriptedProvider cancels(CancelAnswer answer) {
        cancels.add(answer);
        return this;
    }

    /** Once the single answers are used up. */
    ScriptedProvider alwaysCancels(CancelAnswer answer) {
        everyCancel = answer;
        return this;
    }

    static Function<Money, PaymentAnswer> paid(@Nullable Instant at) {
        return amount -> new PaymentAnswer.Paid(TRADE, amount, at, "138****1234", null, OK);
    }

    static Function<Money, PaymentAnswer> pending() {
        return _ -> new PaymentAnswer.Pending(new Exchange("10003", null, null, null, 5, null));
    }

    static Function<Money, PaymentAnswer> unknown(UnknownReason reason) {
        return _ -> new PaymentAnswer.Unknown(reason, new Exchange("timeout", null, null, null, 10_000, null));
    }

    static Function<Money, PaymentAnswer> declined(DeclineReason reason) {
        return _ -> new PaymentAnswer.Declined(
                reason, new Exchange("40004", "ACQ.EXAMPLE", "the provider's sentence", "trace-9", 5, null));
    }

    static Function<Money, PaymentAnswer> noSuchOrder() {
        return _ -> new PaymentAnswer.NoSuchOrder(OK);
    }

    static Function<Money, PaymentAnswer> closed() {
        return _ -> new PaymentAnswer.Closed(null, OK);
    }

    static Function<Money, PaymentAnswer> after(CountDownLatch gate, Function<Money, PaymentAnswer> answer) {
        return amount -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answer.apply(amount);
        };
    }

    static CancelAnswer cancelled(CancelAnswer.Action action) {
        return new CancelAnswer.Accepted(action, null, OK);
    }

    @Override
    public PaymentAnswer pay(PaymentRequest request) {
        asked = request.amount();
        return next(pays, null, "pay").apply(request.amount());
    }

    @Override
    public PaymentAnswer query(OrderNumber order) {
        return next(queries, everyQuery, "query").apply(asked);
    }

    @Override
    public CancelAnswer cancel(OrderNumber order) {
        CancelAnswer answer = cancels.poll();
        if (answer == null) answer = everyCancel;
        if (answer == null) throw new IllegalStateException("no answer was written down for a cancel");
        return answer;
    }

    private static Function<Money, PaymentAnswer> next(
            Deque<Function<Money, PaymentAnswer>> script,
            @Nullable Function<Money, PaymentAnswer> otherwise,
            String what) {
        Function<Money, PaymentAnswer> answer = script.poll();
        if (answer == null) answer = otherwise;
        if (answer == null) throw new IllegalStateException("no answer was written down for a " + what);
        return answer;
    }
}
