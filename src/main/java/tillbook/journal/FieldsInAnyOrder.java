package tillbook.journal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;

/** Gathers the JSON of every property first, and parses it when it is asked for. Owned by one thread. */
final class FieldsInAnyOrder extends FieldReader {
    private final Map<String, byte[]> unread = new HashMap<>();

    /** What the parser reads. */
    private byte[] json;

    FieldsInAnyOrder(JsonParser at, byte[] json) {
        super(at);
        this.json = json;
        while (at.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = at.currentName();
            at.nextToken();
            if (unread.put(name, jsonHere()) != null) throw new IllegalArgumentException("twice: " + name);
        }
        if (at.currentToken() != JsonToken.END_OBJECT) throw new IllegalArgumentException("an object without an end");
    }

    @Override
    boolean find(SerializedString name) {
        byte @Nullable [] value = unread.remove(name.getValue());
        if (value == null) return false;
        json = value;
        at = JsonStream.parser(value);
        at.nextToken();
        return true;
    }

    @Override
    FieldReader within() {
        return new FieldsInAnyOrder(at, json);
    }

    @Override
    byte[] jsonHere() {
        int from = (int) at.currentTokenLocation().getByteOffset();
        at.skipChildren();
        at.finishToken();
        return Arrays.copyOfRange(json, from, (int) at.currentLocation().getByteOffset());
    }

    @Override
    void end() {
        if (!unread.isEmpty()) throw new IllegalArgumentException("nobody knows: " + unread.keySet());
    }

    @Override
    void leaveTheRest() {
        unread.clear();
    }
}
