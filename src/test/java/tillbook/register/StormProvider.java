package tillbook.register;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.CancelAnswer;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.UnknownReason;
import tillbook.sale.OrderNumber;

/**
 * A provider as the storm sees it: a book of money that behaves as Alipay's does, in virtual time. It answers truthfully
 * at the moment it is asked; the line before and behind it is another's work.
 */
final class StormProvider {
    private static final Exchange EXCHANGE = new Exchange("storm", null, null, null, 1, null);
    private static final long TRADE_LIVES_MS = 120_000;

    /** One trade in the provider's book. */
    static final class Trade {
        final OrderNumber order;
        final long amount;
        final long createdAt;
        boolean paid;
        boolean closed;
        long paidAt;
        long returned;
        /** When the customer confirms, {@link Long#MAX_VALUE} if never. */
        long confirmsAt;
        /** A person gave the money back at the provider's console. */
        boolean returnedByPerson;

        Trade(OrderNumber order, long amount, long createdAt, long confirmsAt) {
            this.order = order;
            this.amount = amount;
            this.createdAt = createdAt;
            this.confirmsAt = confirmsAt;
        }

        /** Fen that the shop holds of this order. */
        long held() {
            return paid ? amount - returned : 0;
        }

        /** What time has done to it. */
        void passTo(long now) {
            if (paid || closed) return;
            long end = createdAt + TRADE_LIVES_MS;
            if (confirmsAt <= now && confirmsAt < end) {
                paid = true;
                paidAt = confirmsAt;
            } else if (now >= end) {
                closed = true;
            }
        }
    }

    private final RandomGenerator dice;
    private final Map<OrderNumber, Trade> trades = new LinkedHashMap<>();
    private final Set<String> usedCodes = new HashSet<>();
    private final Map<OrderNumber, Boolean> refusesCancel = new HashMap<>();
    private boolean calm;

    StormProvider(RandomGenerator dice) {
        this.dice = dice;
    }

    /** From now on it makes no mistakes. */
    void calmDown() {
        calm = true;
    }

    Iterable<Trade> trades() {
        return trades.values();
    }

    @Nullable
    Trade trade(OrderNumber order, long now) {
        @Nullable Trade trade = trades.get(order);
        if (trade != null) trade.passTo(now);
        return trade;
    }

    PaymentAnswer pay(PaymentRequest request, long now) {
        Trade known = trade(request.order(), now);
        if (known != null) return unknown(UnknownReason.PROVIDER_ERROR);
        if (!usedCodes.add(request.code().digits()))
            return new PaymentAnswer.Declined(DeclineReason.NEW_CODE, EXCHANGE);
        int fate = dice.nextInt(100);
        if (fate < 12) return new PaymentAnswer.Declined(DeclineReason.PAYER, EXCHANGE);
        long amount = request.amount().fen() + (fate == 99 ? 100 : 0);
        long confirmsAt = fate < 60 || fate == 99 ? now : fate < 92 ? now + patience() : Long.MAX_VALUE;
        Trade trade = new Trade(request.order(), amount, now, confirmsAt);
        trades.put(request.order(), trade);
        trade.passTo(now);
        if (!calm && dice.nextInt(8) == 0) return unknown(UnknownReason.PROVIDER_ERROR);
        return trade.paid ? paid(trade) : new PaymentAnswer.Pending(EXCHANGE);
    }

    /** Some confirm at once, some just when the register's patience ends. */
    private long patience() {
        return dice.nextBoolean() ? 1_000 + dice.nextInt(100_000) : 50_000 + dice.nextInt(20_000);
    }

    PaymentAnswer query(OrderNumber order, long now) {
        if (!calm && dice.nextInt(8) == 0) return unknown(UnknownReason.PROVIDER_ERROR);
        Trade trade = trade(order, now);
        if (trade == null) return new PaymentAnswer.NoSuchOrder(EXCHANGE);
        if (trade.closed) return new PaymentAnswer.Closed(null, EXCHANGE);
        return trade.paid ? paid(trade) : new PaymentAnswer.Pending(EXCHANGE);
    }

    CancelAnswer cancel(OrderNumber order, long now) {
        if (!calm && dice.nextInt(8) == 0) return new CancelAnswer.Unknown(UnknownReason.PROVIDER_ERROR, EXCHANGE);
        if (!calm && dice.nextInt(8) == 0) return new CancelAnswer.Retry(EXCHANGE);
        Trade trade = trade(order, now);
        if (trade == null) return new CancelAnswer.Accepted(CancelAnswer.Action.NONE, null, EXCHANGE);
        if (trade.closed) return new CancelAnswer.Accepted(CancelAnswer.Action.CLOSE, null, EXCHANGE);
        boolean refused = trade.paid && refusesCancel.computeIfAbsent(order, _ -> dice.nextInt(12) == 0);
        if (refused) return new CancelAnswer.Refused(EXCHANGE);
        if (trade.paid) trade.returned = trade.amount;
        trade.closed = true;
        return new CancelAnswer.Accepted(
                trade.paid ? CancelAnswer.Action.REFUND : CancelAnswer.Action.CLOSE, null, EXCHANGE);
    }

    /** A person gives money back at the provider's console. */
    void returnByPerson(Trade trade) {
        trade.returned = trade.amount;
        trade.closed = true;
        trade.returnedByPerson = true;
    }

    private static PaymentAnswer paid(Trade trade) {
        return new PaymentAnswer.Paid(
                "trade-of-" + trade.order,
                Money.ofFen(trade.amount),
                Instant.ofEpochMilli(StormLife.WALL_START_MS + trade.paidAt),
                null,
                null,
                EXCHANGE);
    }

    private static PaymentAnswer unknown(UnknownReason reason) {
        return new PaymentAnswer.Unknown(reason, EXCHANGE);
    }
}
