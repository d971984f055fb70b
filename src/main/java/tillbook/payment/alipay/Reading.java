package tillbook.payment.alipay;

import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.payment.UnknownReason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a body turns out to be: the provider's signed word, or nothing that proves anything. Stateless. */
sealed interface Reading {
    /**
     * The signature fits these very fields.
     *
     * @param general true if it came as {@code error_response}, which speaks of no method
     */
    record Signed(Fields fields, boolean general) implements Reading {}

    /**
     * Not proven.
     *
     * @param fields what an unsigned answer claims, as a hint for the hotline; null if nothing could be read
     */
    record Unproven(UnknownReason reason, @Nullable Fields fields) implements Reading {}

    /** The name of the member for errors that were found before the method was looked at. */
    String GENERAL_ERROR = "error_response";

    /** Strict: a name twice, or anything after the end, makes the text unreadable. */
    JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads the answer to {@code method}, such as {@code alipay.trade.pay}. */
    static Reading of(String body, String method, PublicKey key) {
        Optional<Map<String, String>> members = RawMembers.of(body);
        if (members.isEmpty()) return unreadable();
        String node = method.replace('.', '_') + "_response";
        boolean general = members.get().containsKey(GENERAL_ERROR);
        if (general == members.get().containsKey(node)) return unreadable();
        String raw = members.get().getOrDefault(general ? GENERAL_ERROR : node, "");
        return read(raw, members.get().get("sign"), key, general);
    }

    private static Reading read(String raw, @Nullable String rawSign, PublicKey key, boolean general) {
        Optional<Fields> fields = fields(raw);
        if (fields.isEmpty()) return unreadable();
        String sign = rawSign == null ? "" : string(rawSign).orElse("");
        if (sign.isEmpty()) return new Unproven(UnknownReason.UNSIGNED, fields.get());
        if (Rsa2.fits(raw, sign, key)) return new Signed(fields.get(), general);
        return slashesUnescaped(raw, sign, key)
                .<Reading>map(signed -> new Signed(signed, general))
                .orElseGet(() -> new Unproven(UnknownReason.BAD_SIGNATURE, null));
    }

    /**
     * Some of the provider's hosts sign {@code /} and send {@code \/}; its own SDK tries this second text as well. What is
     * read is the text that the signature fits, never the one that was sent.
     */
    private static Optional<Fields> slashesUnescaped(String raw, String sign, PublicKey key) {
        String signed = raw.replace("\\/", "/");
        return Rsa2.fits(signed, sign, key) ? fields(signed) : Optional.empty();
    }

    private static Optional<Fields> fields(String raw) {
        try {
            JsonNode node = STRICT.readTree(raw);
            return node.isObject() ? Optional.of(new Fields(node)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> string(String raw) {
        try {
            return STRICT.readTree(raw).stringValueOpt();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Unproven unreadable() {
        return new Unproven(UnknownReason.UNREADABLE, null);
    }
}
