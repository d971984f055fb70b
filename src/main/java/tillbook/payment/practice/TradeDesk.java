package tillbook.payment.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.practice.BookEntry.State;
import tillbook.payment.practice.BookLine.Trade;
import tools.jackson.databind.JsonNode;

/**
 * What the provider does with a request, honestly, but for a customer who is late: the life of a trade as Alipay has it.
 * An order number has one trade; a payment code is used up by any payment, even a refused one; a cancel may be repeated;
 * a cancel that sees no trade does nothing. Safe from any thread: one lock, and a line on the disk before an answer.
 */
final class TradeDesk implements AutoCloseable {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");
    private static final Pattern EXPRESS = Pattern.compile("([1-9][0-9]{0,4})m");
    private static final Duration TIMEOUT_UNLESS_SAID = Duration.ofHours(3);
    private static final Duration CANCEL_WINDOW = Duration.ofHours(24);

    private final PracticeTime time;
    private final TradeBook book;

    TradeDesk(@Nullable Path book, PracticeTime time) throws IOException {
        this.time = time;
        this.book = new TradeBook(book);
    }

    synchronized List<BookEntry> entries() {
        return book.entries(time.now());
    }

    synchronized void confirm() {
        book.confirm(time.now());
    }

    synchronized int openTrades() {
        return book.openTrades(time.now());
    }

    @Override
    public synchronized void close() throws IOException {
        book.close();
    }

    /** Carries out a payment; the trouble says only how the customer or the provider's inside dawdle. */
    synchronized Reply pay(JsonNode content, Optional<Trouble.OfTrade> trouble) {
        Instant now = time.now();
        String order = content.path("out_trade_no").asString("");
        Optional<Money> amount = amount(content);
        String code = content.path("auth_code").asString("");
        boolean whole = !order.isEmpty() && amount.isPresent() && !code.isEmpty() && isBarCode(content);
        if (!whole) return Reply.refused("ACQ.INVALID_PARAMETER", "参数无效");
        Optional<Trade> known = book.seen(order, now);
        if (known.isPresent()) return again(known.get(), amount.get().fen());
        if (!CodeEndings.isCode(code) || !book.useCode(code)) {
            return Reply.refused("ACQ.PAYMENT_AUTH_CODE_INVALID", "支付失败，获取顾客账户信息失败，请顾客刷新付款码后重新收款");
        }
        Trade trade = created(order, amount.get().fen(), content, now, trouble);
        book.write(trade);
        return trade.isSeen(now) ? payReply(trade) : noSuchOrder();
    }

    /** A refused payment uses its code up all the same. */
    synchronized void refuse(JsonNode content) {
        book.useCode(content.path("auth_code").asString(""));
    }

    synchronized Reply query(JsonNode content) {
        return book.seen(content.path("out_trade_no").asString(""), time.now())
                .map(TradeDesk::queryReply)
                .orElseGet(TradeDesk::noSuchOrder);
    }

    synchronized Reply cancel(JsonNode content) {
        Instant now = time.now();
        String order = content.path("out_trade_no").asString("");
        Optional<Trade> seen = book.seen(order, now);
        if (seen.isPresent()) return cancel(seen.get(), now);
        book.underWay(order, now)
                .filter(trade -> !trade.survivesCancel())
                .ifPresent(trade -> book.write(trade.cancelled(now)));
        return nothingToCancel(order);
    }

    static Reply noSuchOrder() {
        return Reply.refused("ACQ.TRADE_NOT_EXIST", "交易不存在");
    }

    static Reply nothingToCancel(String order) {
        return Reply.success().put("out_trade_no", order).put("retry_flag", "N");
    }

    private Trade created(String order, long fen, JsonNode content, Instant now, Optional<Trouble.OfTrade> trouble) {
        Duration late = trouble.map(TradeDesk::arrival).orElse(Duration.ZERO);
        Instant arrives = now.plus(late);
        @Nullable Instant confirms = confirmation(arrives, trouble.orElse(null));
        boolean survives = trouble.orElse(null) instanceof Trouble.ArrivesLate held && held.evenAfterCancel();
        Trade trade = new Trade(
                order,
                book.nextTradeNumber(DAY.format(now.atZone(SHANGHAI))),
                fen,
                content.path("subject").asString(""),
                State.WAITING,
                !late.isZero(),
                arrives,
                confirms,
                arrives.plus(timeout(content)),
                survives,
                null,
                null);
        return trade.at(now);
    }

    private static Duration arrival(Trouble.OfTrade trouble) {
        return trouble instanceof Trouble.ArrivesLate late ? Duration.ofMillis(late.afterMs()) : Duration.ZERO;
    }

    private static @Nullable Instant confirmation(Instant arrives, Trouble.@Nullable OfTrade trouble) {
        return switch (trouble) {
            case Trouble.NeverConfirms _ -> null;
            case Trouble.ConfirmsLate late -> arrives.plusMillis(late.afterMs());
            case null, default -> arrives;
        };
    }

    private static Reply again(Trade trade, long fen) {
        if (trade.fen() != fen) return Reply.refused("ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改");
        return switch (trade.state()) {
            case WAITING -> payReply(trade);
            case PAID -> Reply.refused("ACQ.TRADE_HAS_SUCCESS", "交易已被支付");
            case CLOSED, RETURNED -> Reply.refused("ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
        };
    }

    private Reply cancel(Trade trade, Instant now) {
        boolean tooLate = trade.state() == State.PAID
                && trade.paidAt() != null
                && trade.paidAt().plus(CANCEL_WINDOW).isBefore(now);
        if (tooLate) return Reply.refused("ACQ.TRADE_CANCEL_TIME_OUT", "超过撤销时间范围");
        Trade cancelled = trade.cancelled(now);
        if (!cancelled.equals(trade)) book.write(cancelled);
        return nothingToCancel(trade.order())
                .put("trade_no", trade.tradeNumber())
                .put("action", cancelled.state() == State.RETURNED ? "refund" : "close");
    }

    private static Reply payReply(Trade trade) {
        if (trade.state() == State.PAID) return money(Reply.success(), trade).put("gmt_payment", paidAt(trade));
        return Reply.waiting().put("out_trade_no", trade.order()).put("trade_no", trade.tradeNumber());
    }

    private static Reply queryReply(Trade trade) {
        Reply reply = money(Reply.success(), trade).put("trade_status", status(trade.state()));
        return trade.paidAt() == null ? reply : reply.put("send_pay_date", paidAt(trade));
    }

    private static String status(State state) {
        return switch (state) {
            case WAITING -> "WAIT_BUYER_PAY";
            case PAID -> "TRADE_SUCCESS";
            case CLOSED, RETURNED -> "TRADE_CLOSED";
        };
    }

    private static Reply money(Reply reply, Trade trade) {
        String yuan = Money.ofFen(trade.fen()).yuan();
        return reply.put("out_trade_no", trade.order())
                .put("trade_no", trade.tradeNumber())
                .put("buyer_logon_id", "lia***@practice")
                .put("total_amount", yuan)
                .put("buyer_pay_amount", yuan)
                .put("receipt_amount", yuan);
    }

    private static String paidAt(Trade trade) {
        Instant paidAt = trade.paidAt() == null ? trade.arrivesAt() : trade.paidAt();
        return SECOND.format(LocalDateTime.ofInstant(paidAt, SHANGHAI));
    }

    private static Optional<Money> amount(JsonNode content) {
        String text = content.path("total_amount").asString("");
        if (!YUAN.matcher(text).matches()) return Optional.empty();
        return Optional.of(Money.parseYuan(text)).filter(money -> !money.isZero());
    }

    private static boolean isBarCode(JsonNode content) {
        return content.path("scene").asString("").equals("bar_code")
                && !content.path("subject").asString("").isEmpty();
    }

    private static Duration timeout(JsonNode content) {
        Matcher express = EXPRESS.matcher(content.path("timeout_express").asString(""));
        return express.matches() ? Duration.ofMinutes(Long.parseLong(express.group(1))) : TIMEOUT_UNLESS_SAID;
    }
}
