package tillbook.journal;

import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;

/**
 * Walks through an object once. What is asked for must stand next or not at all; that it was left out is believed, and
 * found out at the end if it was not. Owned by one thread.
 */
final class FieldsInOrder extends FieldReader {
    private final byte[] json;

    /** The parser stands at a name, or at the end, that nobody has asked for yet. */
    private boolean waits;

    FieldsInOrder(JsonParser at, byte[] json) {
        super(at);
        this.json = json;
    }

    @Override
    boolean find(SerializedString name) {
        boolean here = waits ? isHere(name) : at.nextName(name);
        waits = !here;
        if (here) at.nextToken();
        return here;
    }

    private boolean isHere(SerializedString name) {
        return at.currentToken() == JsonToken.PROPERTY_NAME && name.getValue().equals(at.currentName());
    }

    @Override
    FieldReader within() {
        return new FieldsInOrder(at, json);
    }

    @Override
    byte[] jsonHere() {
        int from = (int) at.currentTokenLocation().getByteOffset();
        at.skipChildren();
        return Arrays.copyOfRange(json, from, (int) at.currentLocation().getByteOffset());
    }

    @Override
    void end() {
        JsonToken last = waits ? at.currentToken() : at.nextToken();
        if (last != JsonToken.END_OBJECT) throw new IllegalArgumentException("not expected here: " + at.currentName());
    }

    @Override
    void leaveTheRest() {
        if (!waits) at.nextToken();
        while (at.currentToken() != JsonToken.END_OBJECT) {
            at.skipChildren();
            at.nextToken();
        }
        waits = true;
    }
}
