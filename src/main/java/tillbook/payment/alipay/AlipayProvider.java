package tillbook.payment.alipay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.CancelAnswer;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider;
import tillbook.payment.ProbeAnswer;
import tillbook.payment.UnknownReason;
import tillbook.payment.alipay.Hearing.Heard;
import tillbook.payment.alipay.Hearing.Unheard;
import tillbook.sale.OrderNumber;

/**
 * Alipay's scan-pay. Only a word that Alipay signed and {@link AnswerTable} lists proves anything; the rest is unknown.
 * A paid amount is reported as the provider states it: whoever asked for the money compares. Words about an earlier life
 * of the order ({@code TRADE_HAS_SUCCESS} and its like) come as unknown with {@link UnknownReason#QUERY_FIRST}.
 *
 * <p>{@link PaymentAnswer.NotSent} comes from {@link #pay} alone. A query that could not be sent says nothing about the
 * payment it asks for, so it is unknown.
 *
 * <p>Safe from any thread. A call blocks for at most both time-outs together; an interrupt ends it as unknown.
 */
public final class AlipayProvider implements PaymentProvider, AutoCloseable {
    private static final String CURRENCY = "CNY";

    private final AlipayGateway gateway;

    /**
     * Opens no connection yet.
     *
     * @param wall the register's wall clock, to be corrected by the provider's
     * @param nanoTime a monotonic clock in nanoseconds, for latencies
     */
    public AlipayProvider(AlipayConfig config, InstantSource wall, LongSupplier nanoTime) {
        this.gateway = new AlipayGateway(config, wall, nanoTime);
    }

    /** How far Alipay's clock is ahead of the register's, as last learnt; empty before the first answer. */
    public Optional<Duration> clockOffset() {
        return gateway.clockOffset();
    }

    /** Ends open connections; a call under way ends as unknown. */
    @Override
    public void close() {
        gateway.close();
    }

    @Override
    public PaymentAnswer pay(PaymentRequest request) {
        return switch (gateway.pay(request)) {
            case Heard heard -> paymentMeaning(heard, request.order());
            case Unheard unheard
            when unheard.nothingLeft() -> new PaymentAnswer.NotSent(unheard.reason(), unheard.exchange());
            case Unheard unheard -> new PaymentAnswer.Unknown(unheard.reason(), unheard.exchange());
        };
    }

    @Override
    public PaymentAnswer query(OrderNumber order) {
        return switch (gateway.query(order)) {
            case Heard heard -> queryMeaning(heard, order);
            case Unheard unheard -> new PaymentAnswer.Unknown(unheard.reason(), unheard.exchange());
        };
    }

    @Override
    public CancelAnswer cancel(OrderNumber order) {
        return switch (gateway.cancel(order)) {
            case Heard heard -> cancelMeaning(heard, order);
            case Unheard unheard -> new CancelAnswer.Unknown(unheard.reason(), unheard.exchange());
        };
    }

    /**
     * Asks for a number that nobody has used. Trade may open on {@link ProbeAnswer.Ready} alone.
     *
     * @param fresh never used before, and never to be used
     */
    public ProbeAnswer probe(OrderNumber fresh) {
        return switch (gateway.query(fresh)) {
            case Heard heard ->
                AnswerTable.isNoSuchOrder(heard.code(), heard.subCode())
                        ? new ProbeAnswer.Ready(heard.exchange())
                        : new ProbeAnswer.Refused(heard.exchange());
            case Unheard unheard -> probeFailure(unheard);
        };
    }

    private static ProbeAnswer probeFailure(Unheard unheard) {
        return switch (unheard.reason()) {
            case BAD_SIGNATURE -> new ProbeAnswer.BadSignature(unheard.exchange());
            case UNSIGNED -> new ProbeAnswer.Refused(unheard.exchange());
            default -> new ProbeAnswer.Unreachable(unheard.reason(), unheard.exchange());
        };
    }

    private static PaymentAnswer paymentMeaning(Heard heard, OrderNumber order) {
        if (heard.isOfAnother(order)) return anomaly("the answer is for another order", heard);
        if (heard.general()) return refusal(heard);
        return switch (heard.code()) {
            case AnswerTable.SUCCESS -> paid(heard, order, "gmt_payment");
            case AnswerTable.WAITING -> new PaymentAnswer.Pending(heard.exchange());
            default -> refusal(heard);
        };
    }

    private static PaymentAnswer refusal(Heard heard) {
        String code = heard.code();
        String subCode = heard.subCode();
        if (AnswerTable.isSystemError(code, subCode)) return unknown(UnknownReason.PROVIDER_ERROR, heard);
        if (AnswerTable.isQueryFirst(code, subCode)) return unknown(UnknownReason.QUERY_FIRST, heard);
        return AnswerTable.declined(code, subCode)
                .<PaymentAnswer>map(reason -> new PaymentAnswer.Declined(reason, heard.exchange()))
                .orElseGet(() -> unknown(UnknownReason.UNLISTED, heard));
    }

    private static PaymentAnswer queryMeaning(Heard heard, OrderNumber order) {
        if (heard.isOfAnother(order)) return anomaly("the answer is for another order", heard);
        if (AnswerTable.isSystemError(heard.code(), heard.subCode())) {
            return unknown(UnknownReason.PROVIDER_ERROR, heard);
        }
        if (heard.general()) return unknown(UnknownReason.UNLISTED, heard);
        if (AnswerTable.isNoSuchOrder(heard.code(), heard.subCode())) {
            return new PaymentAnswer.NoSuchOrder(heard.exchange());
        }
        return heard.code().equals(AnswerTable.SUCCESS)
                ? tradeMeaning(heard, order)
                : unknown(UnknownReason.UNLISTED, heard);
    }

    private static PaymentAnswer tradeMeaning(Heard heard, OrderNumber order) {
        String status = heard.fields().text("trade_status");
        return switch (status == null ? "" : status) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> paid(heard, order, "send_pay_date");
            case "WAIT_BUYER_PAY" -> new PaymentAnswer.Pending(heard.exchange());
            case "TRADE_CLOSED" -> closed(heard, order);
            default -> unknown(UnknownReason.UNLISTED, heard);
        };
    }

    private static PaymentAnswer paid(Heard heard, OrderNumber order, String timeField) {
        Fields fields = heard.fields();
        if (!heard.isOf(order)) return anomaly("a success that names no order", heard);
        String currency = fields.text("trans_currency");
        if (currency != null && !currency.equals(CURRENCY)) return anomaly("a success in another currency", heard);
        String tradeNumber = fields.text("trade_no");
        if (tradeNumber == null) return anomaly("a success without a trade number", heard);
        Optional<Money> amount = fields.yuan("total_amount");
        if (amount.isEmpty()) return anomaly("a success without a readable amount", heard);
        return new PaymentAnswer.Paid(
                tradeNumber,
                amount.get(),
                fields.time(timeField),
                fields.text("buyer_logon_id"),
                fields.yuan("buyer_pay_amount").orElse(null),
                heard.exchange());
    }

    private static PaymentAnswer closed(Heard heard, OrderNumber order) {
        return heard.isOf(order)
                ? new PaymentAnswer.Closed(heard.fields().text("trade_no"), heard.exchange())
                : anomaly("a closed trade that names no order", heard);
    }

    private static CancelAnswer cancelMeaning(Heard heard, OrderNumber order) {
        if (heard.isOfAnother(order)) return new CancelAnswer.Unknown(UnknownReason.UNLISTED, heard.exchange());
        String code = heard.code();
        if (AnswerTable.isCancelRefused(code, heard.subCode())) return new CancelAnswer.Refused(heard.exchange());
        if (AnswerTable.isSystemError(code, heard.subCode())) return new CancelAnswer.Retry(heard.exchange());
        if ("Y".equals(heard.fields().text("retry_flag"))) return new CancelAnswer.Retry(heard.exchange());
        return code.equals(AnswerTable.SUCCESS) && !heard.general()
                ? accepted(heard)
                : new CancelAnswer.Unknown(UnknownReason.UNLISTED, heard.exchange());
    }

    private static CancelAnswer accepted(Heard heard) {
        String action = heard.fields().text("action");
        CancelAnswer.@Nullable Action done = switch (action == null ? "" : action) {
            case "" -> CancelAnswer.Action.NONE;
            case "close" -> CancelAnswer.Action.CLOSE;
            case "refund" -> CancelAnswer.Action.REFUND;
            default -> null;
        };
        return done == null
                ? new CancelAnswer.Unknown(UnknownReason.UNLISTED, heard.exchange())
                : new CancelAnswer.Accepted(done, heard.fields().text("trade_no"), heard.exchange());
    }

    private static PaymentAnswer anomaly(String what, Heard heard) {
        return new PaymentAnswer.Anomaly(what, heard.exchange());
    }

    private static PaymentAnswer unknown(UnknownReason reason, Heard heard) {
        return new PaymentAnswer.Unknown(reason, heard.exchange());
    }
}
