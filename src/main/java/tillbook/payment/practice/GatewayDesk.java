package tillbook.payment.practice;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tillbook.money.Money;
import tillbook.payment.alipay.Rsa2;
import tillbook.payment.practice.LoopbackHttp.Reaction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code gateway.do}: checks who asks, lets the {@link TradeDesk} act, signs the answer, and lets the troubles that are
 * switched on spoil each of these. As with the real one, a request that is refused before it is understood gets an
 * {@code error_response} without a signature. Safe from any thread.
 */
final class GatewayDesk {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** How far a request's timestamp may be off. */
    private static final Duration SKEW_MAX = Duration.ofMinutes(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PORTAL_PAGE =
            "<html><body><h1>Welcome to the Wi-Fi</h1>Please log in first.</body></html>";

    private final TradeDesk trades;
    private final TroubleBoard troubles;
    private final PublicKey registerKey;
    private final PrivateKey providerKey;
    private final PracticeTime time;
    private final AtomicLong exchanges = new AtomicLong();

    GatewayDesk(
            TradeDesk trades, TroubleBoard troubles, PublicKey registerKey, PrivateKey providerKey, PracticeTime time) {
        this.trades = trades;
        this.troubles = troubles;
        this.registerKey = registerKey;
        this.providerKey = providerKey;
        this.time = time;
    }

    Reaction answer(HttpAsk ask) throws InterruptedException {
        Map<String, String> parameters = ask.parameters();
        Optional<Call> call = call(parameters.getOrDefault("method", ""));
        if (call.isEmpty()) return refuse("40002", "isv.invalid-method");
        Optional<String> fault = fault(parameters);
        if (fault.isPresent()) return refuse("40002", fault.get());
        try {
            return react(call.get(), JSON.readTree(parameters.getOrDefault("biz_content", "")));
        } catch (JacksonException e) {
            return refuse("40002", "isv.invalid-parameter");
        }
    }

    private Reaction react(Call call, JsonNode content) throws InterruptedException {
        Optional<Trouble.OfTrade> ofTrade = trouble(call, content, Trouble.OfTrade.class);
        Optional<Trouble.OfWire> ofWire = trouble(call, content, Trouble.OfWire.class);
        if (isLostOnTheWay(ofWire)) return lost(ofWire.get());
        Reply reply = act(call, content, ofTrade);
        if (ofTrade.orElse(null) instanceof Trouble.ArrivesLate && call == Call.PAY) {
            return now(HttpSay.nothing(new HttpSay.Gone()));
        }
        boolean general = ofTrade.orElse(null) instanceof Trouble.Says says && says.general();
        String name = general ? "error_response" : call.answerName();
        return new Spoiler(providerKey, time, traceId()).give(name, reply, ofWire);
    }

    /** A trouble that was switched on comes before the one that the payment code asks for. */
    private <T extends Trouble> Optional<T> trouble(Call call, JsonNode content, Class<T> kind) {
        Optional<T> switchedOn = troubles.take(call, kind);
        if (switchedOn.isPresent() || call != Call.PAY) return switchedOn;
        return CodeEndings.of(content.path("auth_code").asString(""))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static boolean isLostOnTheWay(Optional<Trouble.OfWire> trouble) {
        return switch (trouble.orElse(null)) {
            case Trouble.Silence silence -> !silence.done();
            case Trouble.HangUp hangUp -> !hangUp.done();
            case Trouble.HttpStatus status -> !status.done();
            case Trouble.CaptivePortal _ -> true;
            case null, default -> false;
        };
    }

    private Reaction lost(Trouble.OfWire trouble) throws InterruptedException {
        if (!(trouble instanceof Trouble.CaptivePortal portal)) {
            return new Spoiler(providerKey, time, traceId()).give("", Reply.success(), Optional.of(trouble));
        }
        return now(
                portal.redirect()
                        ? new HttpSay(302, Map.of("Location", "/portal"), "", new HttpSay.Whole())
                        : HttpSay.html(200, PORTAL_PAGE));
    }

    private Reply act(Call call, JsonNode content, Optional<Trouble.OfTrade> trouble) {
        String order = content.path("out_trade_no").asString("");
        return switch (trouble.orElse(null)) {
            case Trouble.Says says -> {
                if (says.done()) carryOut(call, content, Optional.empty());
                else if (call == Call.PAY) trades.refuse(content);
                yield Reply.says(says.code(), says.subCode());
            }
            case Trouble.RetryFlag _ ->
                Reply.success().put("out_trade_no", order).put("retry_flag", "Y");
            case Trouble.Blind _ when call == Call.QUERY -> TradeDesk.noSuchOrder();
            case Trouble.Blind _ when call == Call.CANCEL -> TradeDesk.nothingToCancel(order);
            case Trouble.WrongAmount wrong -> wrongAmount(carryOut(call, content, Optional.empty()), wrong);
            case Trouble.OtherOrder _ ->
                carryOut(call, content, Optional.empty()).put("out_trade_no", "OTHER_ORDER");
            case null, default -> carryOut(call, content, trouble);
        };
    }

    private Reply carryOut(Call call, JsonNode content, Optional<Trouble.OfTrade> trouble) {
        return switch (call) {
            case PAY -> trades.pay(content, trouble);
            case QUERY -> trades.query(content);
            case CANCEL -> trades.cancel(content);
        };
    }

    private static Reply wrongAmount(Reply reply, Trouble.WrongAmount wrong) {
        String yuan = reply.get("total_amount");
        if (yuan == null) return reply;
        long fen = Money.parseYuan(yuan).fen() + wrong.fenMore();
        return reply.put("total_amount", Money.ofFen(fen).yuan());
    }

    private Optional<String> fault(Map<String, String> parameters) {
        if (parameters.getOrDefault("app_id", "").isEmpty()) return Optional.of("isv.missing-app-id");
        String sign = parameters.getOrDefault("sign", "");
        if (sign.isEmpty()) return Optional.of("isv.missing-signature");
        if (!parameters.getOrDefault("sign_type", "").equals("RSA2")) return Optional.of("isv.invalid-signature-type");
        if (!Rsa2.fits(Rsa2.content(parameters), sign, registerKey)) return Optional.of("isv.invalid-signature");
        return isTimely(parameters.getOrDefault("timestamp", ""))
                ? Optional.empty()
                : Optional.of("isv.invalid-timestamp");
    }

    private boolean isTimely(String timestamp) {
        try {
            Instant sent =
                    LocalDateTime.parse(timestamp, SECOND).atZone(SHANGHAI).toInstant();
            return Duration.between(sent, time.now()).abs().compareTo(SKEW_MAX) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<Call> call(String method) {
        for (Call each : Call.values()) {
            if (each.method().equals(method)) return Optional.of(each);
        }
        return Optional.empty();
    }

    private Reaction refuse(String code, String subCode) {
        String body = "{\"error_response\":" + Reply.says(code, subCode).json() + "}";
        return now(HttpSay.json(200, body));
    }

    private Reaction now(HttpSay say) {
        return new Reaction(say, time.now());
    }

    private String traceId() {
        return "practice" + exchanges.incrementAndGet();
    }
}
