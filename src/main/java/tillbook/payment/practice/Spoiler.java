package tillbook.payment.practice;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tillbook.payment.alipay.Rsa2;
import tillbook.payment.practice.LoopbackHttp.Reaction;

/** Signs an answer and sends it on its way, spoilt as asked. One instance serves one answer on one thread. */
record Spoiler(PrivateKey key, PracticeTime time, String traceId) {
    private static final int HUGE_BYTES_MAX = 16 * 1024 * 1024;

    Reaction give(String name, Reply reply, Optional<Trouble.OfWire> trouble) throws InterruptedException {
        if (trouble.orElse(null) instanceof Trouble.Slow slow) time.pause(Duration.ofMillis(slow.afterMs()));
        Instant date = time.now();
        if (trouble.orElse(null) instanceof Trouble.WrongDate wrong) date = date.plusMillis(wrong.aheadMs());
        return new Reaction(say(name, reply, trouble), date);
    }

    private HttpSay say(String name, Reply reply, Optional<Trouble.OfWire> trouble) {
        return switch (trouble.orElse(null)) {
            case Trouble.Silence _ -> HttpSay.nothing(new HttpSay.Silent());
            case Trouble.HangUp _ -> HttpSay.nothing(new HttpSay.Gone());
            case Trouble.HttpStatus status -> HttpSay.html(status.status(), "<html>" + status.status() + "</html>");
            case Trouble.Trickle trickle ->
                signed(name, reply).in(new HttpSay.Drops(Duration.ofMillis(trickle.gapMs())));
            case Trouble.Forged _ -> json(name, reply, Rsa2.sign(reply.json() + " ", key));
            case Trouble.Unsigned _ -> traced("{\"" + name + "\":" + reply.json() + "}");
            case Trouble.CutOff cutOff -> cutOff(signed(name, reply), cutOff);
            case Trouble.Huge huge -> signed(name, padded(reply, huge));
            case null, default -> signed(name, reply);
        };
    }

    private static HttpSay cutOff(HttpSay whole, Trouble.CutOff cutOff) {
        if (cutOff.connection()) return whole.in(new HttpSay.Half());
        String half = whole.body().substring(0, whole.body().length() / 2);
        return new HttpSay(whole.status(), whole.headers(), half, whole.manner());
    }

    private static Reply padded(Reply reply, Trouble.Huge huge) {
        return reply.put("padding", "x".repeat(Math.clamp(huge.bytes(), 0, HUGE_BYTES_MAX)));
    }

    private HttpSay signed(String name, Reply reply) {
        return json(name, reply, Rsa2.sign(reply.json(), key));
    }

    private HttpSay json(String name, Reply reply, String sign) {
        return traced("{\"" + name + "\":" + reply.json() + ",\"sign\":\"" + sign + "\"}");
    }

    private HttpSay traced(String body) {
        HttpSay plain = HttpSay.json(200, body);
        Map<String, String> headers = new HashMap<>(plain.headers());
        headers.put("trace_id", traceId);
        return new HttpSay(plain.status(), Map.copyOf(headers), body, plain.manner());
    }

    @Override
    public String toString() {
        return "Spoiler";
    }
}
