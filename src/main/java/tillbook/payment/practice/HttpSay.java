package tillbook.payment.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;

/**
 * An answer and the manner in which it is given. Immutable.
 *
 * @param headers besides Date, Content-Length and Connection
 */
record HttpSay(int status, Map<String, String> headers, String body, Manner manner) {
    /** How the bytes go out. */
    sealed interface Manner {}

    /** At once and whole. */
    record Whole() implements Manner {}

    /** Not at all, and the connection stays until the other side leaves. */
    record Silent() implements Manner {}

    /** Not at all, and the connection is closed. */
    record Gone() implements Manner {}

    /** Half of the body, and the connection is closed. */
    record Half() implements Manner {}

    /** Byte by byte. */
    record Drops(Duration gap) implements Manner {}

    static HttpSay json(int status, String body) {
        return new HttpSay(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body, new Whole());
    }

    static HttpSay html(int status, String body) {
        return new HttpSay(status, Map.of("Content-Type", "text/html;charset=UTF-8"), body, new Whole());
    }

    static HttpSay nothing(Manner manner) {
        return new HttpSay(200, Map.of(), "", manner);
    }

    HttpSay in(Manner other) {
        return new HttpSay(status, headers, body, other);
    }

    byte[] bytes() {
        return body.getBytes(UTF_8);
    }
}
