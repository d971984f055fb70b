package tillbook.payment.practice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in. Immutable.
 *
 * @param query the raw text behind the question mark, empty if none
 * @param headers by name in lower case
 */
record HttpAsk(String method, String path, String query, Map<String, String> headers, String body) {
    private static final int LINE_BYTES_MAX = 16 * 1024;
    private static final int HEADERS_MAX = 100;
    private static final int BODY_BYTES_MAX = 64 * 1024;

    /**
     * Reads the next request of a connection; empty if the other side has nothing more to say.
     *
     * @throws IOException if it is no HTTP, or goes beyond a bound
     */
    static Optional<HttpAsk> read(InputStream in) throws IOException {
        String start = line(in);
        if (start.isEmpty()) return Optional.empty();
        String[] words = start.split(" ", -1);
        if (words.length != 3) throw new IOException("no request line");
        Map<String, String> headers = headers(in);
        int mark = words[1].indexOf('?');
        String path = mark < 0 ? words[1] : words[1].substring(0, mark);
        String query = mark < 0 ? "" : words[1].substring(mark + 1);
        return Optional.of(new HttpAsk(words[0], path, query, headers, body(in, headers)));
    }

    /** The parameters of query and form together, decoded, as Alipay joins them. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : (query + "&" + body).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    boolean wantsClose() {
        return "close".equalsIgnoreCase(headers.getOrDefault("connection", ""));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < HEADERS_MAX; i++) {
            String line = line(in);
            if (line.isEmpty()) return headers;
            int colon = line.indexOf(':');
            if (colon < 1) throw new IOException("no header");
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.put(name, line.substring(colon + 1).strip());
        }
        throw new IOException("too many headers");
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("[0-9]{1,6}") || headers.containsKey("transfer-encoding")) {
            throw new IOException("the body needs a Content-Length");
        }
        int bytes = Integer.parseInt(length);
        if (bytes > BODY_BYTES_MAX) throw new IOException("the body is too long");
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) throw new EOFException("the body was cut off");
        return new String(body, UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < LINE_BYTES_MAX; i++) {
            int each = in.read();
            if (each < 0 || each == '\n') return line.toString().stripTrailing();
            line.append(new String(new byte[] {(byte) each}, ISO_8859_1));
        }
        throw new IOException("a line is too long");
    }
}
