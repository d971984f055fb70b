package tillbook.payment.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of an answer, before they are signed. One thread builds one reply. */
final class Reply {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Reply(String code, String message) {
        fields.put("code", code);
        fields.put("msg", message);
    }

    static Reply success() {
        return new Reply("10000", "Success");
    }

    static Reply waiting() {
        return new Reply("10003", "order success pay inprocess");
    }

    static Reply refused(String subCode, String message) {
        return says("40004", subCode).put("sub_msg", message);
    }

    static Reply says(String code, @Nullable String subCode) {
        Reply reply = new Reply(code, messageOf(code));
        return subCode == null ? reply : reply.put("sub_code", subCode).put("sub_msg", subCode);
    }

    Reply put(String name, String value) {
        fields.put(name, value);
        return this;
    }

    @Nullable
    String get(String name) {
        return fields.get(name);
    }

    /** The raw text, which is what gets signed. */
    String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        fields.forEach(node::put);
        return node.toString();
    }

    private static String messageOf(String code) {
        return switch (code) {
            case "10000" -> "Success";
            case "20000" -> "Service Currently Unavailable";
            case "40002" -> "Invalid Arguments";
            default -> "Business Failed";
        };
    }
}
