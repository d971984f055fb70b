package tillbook.payment.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.UnknownReason;
import tillbook.payment.alipay.Hearing.Heard;
import tillbook.payment.alipay.Hearing.Unheard;
import tillbook.sale.OrderNumber;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says one of three things to {@code gateway.do} and hears the answer. As in Alipay's own SDK the system parameters and
 * the signature stand in the URL's query and {@code biz_content}, the only place with the payment code, in the form.
 * Safe from any thread.
 */
final class AlipayGateway implements AutoCloseable {
    private final AlipayConfig config;
    private final ProviderClock clock;
    private final HttpPost http;

    AlipayGateway(AlipayConfig config, InstantSource wall, LongSupplier nanoTime) {
        this.config = config;
        this.clock = new ProviderClock(wall);
        this.http = new HttpPost(config.connectTimeout(), config.answerTimeout(), nanoTime);
    }

    Optional<Duration> clockOffset() {
        return clock.offset();
    }

    @Override
    public void close() {
        http.close();
    }

    Hearing pay(PaymentRequest request) {
        ObjectNode content = orderOf(request.order());
        content.put("scene", "bar_code");
        content.put("auth_code", request.code().digits());
        content.put("product_code", "FACE_TO_FACE_PAYMENT");
        content.put("subject", AllowedText.subject(request.subject()));
        content.put("total_amount", request.amount().yuan());
        content.put("timeout_express", config.tradeTimeoutMinutes() + "m");
        AllowedText.operator(request.operator()).ifPresent(operator -> content.put("operator_id", operator));
        return ask("alipay.trade.pay", content, Notes.striking(request.code().digits()));
    }

    Hearing query(OrderNumber order) {
        return ask("alipay.trade.query", orderOf(order), Notes.withoutSecret());
    }

    Hearing cancel(OrderNumber order) {
        return ask("alipay.trade.cancel", orderOf(order), Notes.withoutSecret());
    }

    private Hearing ask(String method, ObjectNode content, Notes notes) {
        String form = encoded("biz_content", content.toString());
        URI uri = URI.create(config.gateway() + "?" + query(signed(method, content.toString())));
        return switch (http.send(uri, form.getBytes(UTF_8))) {
            case Delivery.Failed failed -> new Unheard(failed.reason(), failed.nothingLeft(), notes.ofFailure(failed));
            case Delivery.Answered answered -> {
                Reading reading = Reading.of(answered.body(), method, config.alipayPublicKey());
                learnTime(answered, reading);
                yield hear(reading, answered, notes.knowing(clock.offset()));
            }
        };
    }

    private static Hearing hear(Reading reading, Delivery.Answered answered, Notes notes) {
        return switch (reading) {
            case Reading.Signed signed -> hear(signed, answered, notes);
            case Reading.Unproven unproven ->
                new Unheard(unproven.reason(), false, notes.ofUnproven(unproven, answered));
        };
    }

    private static Hearing hear(Reading.Signed signed, Delivery.Answered answered, Notes notes) {
        String code = signed.fields().text("code");
        if (code == null) {
            Reading.Unproven codeless = new Reading.Unproven(UnknownReason.UNREADABLE, signed.fields());
            return new Unheard(UnknownReason.UNREADABLE, false, notes.ofUnproven(codeless, answered));
        }
        return new Heard(code, signed.fields(), signed.general(), notes.ofSigned(code, signed.fields(), answered));
    }

    /**
     * An unsigned answer in the provider's language counts here: a wrong clock is refused before anything is signed. A
     * forged one does not, nor does a captive portal's page.
     */
    private void learnTime(Delivery.Answered answered, Reading reading) {
        boolean fromProvider = switch (reading) {
            case Reading.Signed _ -> true;
            case Reading.Unproven unproven -> unproven.reason() == UnknownReason.UNSIGNED;
        };
        if (fromProvider && answered.date() != null) clock.learn(answered.date(), answered.latencyMs());
    }

    /** The parameters of the URL's query; their signature covers the form as well. */
    private Map<String, String> signed(String method, String content) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("app_id", config.appId());
        parameters.put("method", method);
        parameters.put("format", "JSON");
        parameters.put("charset", "UTF-8");
        parameters.put("sign_type", "RSA2");
        parameters.put("timestamp", Fields.TIME.format(clock.now().atZone(Fields.SHANGHAI)));
        parameters.put("version", "1.0");
        config.appAuthToken().ifPresent(token -> parameters.put("app_auth_token", token));
        Map<String, String> covered = new LinkedHashMap<>(parameters);
        covered.put("biz_content", content);
        parameters.put("sign", Rsa2.sign(Rsa2.content(covered), config.appKey()));
        return parameters;
    }

    private static ObjectNode orderOf(OrderNumber order) {
        return JsonNodeFactory.instance.objectNode().put("out_trade_no", order.text());
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey(), each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String name, String value) {
        return name + "=" + URLEncoder.encode(value, UTF_8);
    }
}
