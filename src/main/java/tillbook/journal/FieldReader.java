package tillbook.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;

/**
 * Reads the properties of one JSON object by name, and refuses what is missing, of another kind, or left unread at the
 * end: a word nobody reads is a word lost. The twin of {@link FieldWriter}. What is refused is an
 * {@link IllegalArgumentException} or a {@link JacksonException}.
 *
 * <p>An object is read in the order in which it was written, without looking back. One whose properties stand in another
 * order is as good, and is read again in a slower way.
 *
 * <p>Owned by one thread.
 */
public abstract class FieldReader {
    /** Stands at the value that was found last. */
    JsonParser at;

    FieldReader(JsonParser at) {
        if (at.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("no object: " + at.currentToken());
        }
        this.at = at;
    }

    /** Makes a value of its properties. */
    public interface Reading<T> {
        T read(FieldReader in);
    }

    /**
     * Reads one JSON object and nothing behind it.
     *
     * @throws IllegalArgumentException if a property is missing, unknown, or has a value that cannot be
     * @throws JacksonException if it is no JSON
     */
    public static <T> T read(byte[] json, Reading<T> how) {
        try (JsonParser in = JsonStream.parser(json)) {
            in.nextToken();
            return whole(in, new FieldsInOrder(in, json), how);
        } catch (JacksonException | IllegalArgumentException e) {
            return readInAnyOrder(json, how);
        }
    }

    /** As {@link #read(byte[], Reading)}. */
    public static <T> T read(String json, Reading<T> how) {
        return read(json.getBytes(StandardCharsets.UTF_8), how);
    }

    private static <T> T readInAnyOrder(byte[] json, Reading<T> how) {
        try (JsonParser in = JsonStream.parser(json)) {
            in.nextToken();
            return whole(in, new FieldsInAnyOrder(in, json), how);
        }
    }

    private static <T> T whole(JsonParser in, FieldReader fields, Reading<T> how) {
        T value = how.read(fields);
        fields.end();
        if (in.nextToken() != null) throw new IllegalArgumentException("something stands behind the end");
        return value;
    }

    /** Goes to the value of a property; false if there is none. */
    abstract boolean find(SerializedString name);

    /** A reader of the object at whose beginning the parser stands, in the value that was found last. */
    abstract FieldReader within();

    /** The JSON of the object that was found last. */
    abstract byte[] jsonHere();

    /** Refuses what was not read. */
    abstract void end();

    /** Passes over what was not read: it is for another to understand. */
    abstract void leaveTheRest();

    public String text(SerializedString name) {
        return required(name, JsonToken.VALUE_STRING).getString();
    }

    public @Nullable String textIfAny(SerializedString name) {
        return has(name, JsonToken.VALUE_STRING) ? at.getString() : null;
    }

    public long number(SerializedString name) {
        return required(name, JsonToken.VALUE_NUMBER_INT).getLongValue();
    }

    public @Nullable Long numberIfAny(SerializedString name) {
        return has(name, JsonToken.VALUE_NUMBER_INT) ? (Long) at.getLongValue() : null;
    }

    /** A number that fits an {@code int}. */
    public int count(SerializedString name) {
        return required(name, JsonToken.VALUE_NUMBER_INT).getIntValue();
    }

    public boolean flag(SerializedString name) {
        require(name);
        return at.getBooleanValue();
    }

    /** A word of a fixed list. */
    public <E extends Enum<E>> E word(SerializedString name, Class<E> list) {
        return Enum.valueOf(list, text(name));
    }

    public <E extends Enum<E>> @Nullable E wordIfAny(SerializedString name, Class<E> list) {
        return has(name, JsonToken.VALUE_STRING) ? Enum.valueOf(list, at.getString()) : null;
    }

    public Money money(SerializedString name) {
        return Money.ofFen(number(name));
    }

    public @Nullable Money moneyIfAny(SerializedString name) {
        return has(name, JsonToken.VALUE_NUMBER_INT) ? Money.ofFen(at.getLongValue()) : null;
    }

    public Quantity quantity(SerializedString name) {
        return new Quantity(number(name));
    }

    public ReceiptNumber receipt(SerializedString name) {
        return new ReceiptNumber(text(name));
    }

    public @Nullable ReceiptNumber receiptIfAny(SerializedString name) {
        return has(name, JsonToken.VALUE_STRING) ? new ReceiptNumber(at.getString()) : null;
    }

    public OrderNumber order(SerializedString name) {
        return new OrderNumber(text(name));
    }

    public LocalDate day(SerializedString name) {
        try {
            return DayText.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date at " + name + ": " + e.getMessage(), e);
        }
    }

    public @Nullable Instant instantIfAny(SerializedString name) {
        try {
            return has(name, JsonToken.VALUE_STRING) ? Instant.parse(at.getString()) : null;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no moment at " + name + ": " + e.getMessage(), e);
        }
    }

    public <T> T object(SerializedString name, Reading<T> how) {
        require(name);
        return objectHere(how);
    }

    public <T> @Nullable T objectIfAny(SerializedString name, Reading<T> how) {
        return has(name, JsonToken.START_OBJECT) ? objectHere(how) : null;
    }

    public <T> List<T> list(SerializedString name, Reading<T> how) {
        required(name, JsonToken.START_ARRAY);
        return objectsHere(how);
    }

    /** As {@link #list}; empty if there is no such property. */
    public <T> List<T> listIfAny(SerializedString name, Reading<T> how) {
        return has(name, JsonToken.START_ARRAY) ? objectsHere(how) : List.of();
    }

    private <T> List<T> objectsHere(Reading<T> how) {
        List<T> all = new ArrayList<>();
        while (at.nextToken() != JsonToken.END_ARRAY) all.add(objectHere(how));
        return all;
    }

    public List<String> texts(SerializedString name) {
        required(name, JsonToken.START_ARRAY);
        return textsHere(name);
    }

    /** As {@link #texts}; empty if there is no such property. */
    public List<String> textsIfAny(SerializedString name) {
        return has(name, JsonToken.START_ARRAY) ? textsHere(name) : List.of();
    }

    private List<String> textsHere(SerializedString name) {
        List<String> all = new ArrayList<>();
        while (at.nextToken() != JsonToken.END_ARRAY) {
            if (at.currentToken() != JsonToken.VALUE_STRING) throw wrong(name);
            all.add(at.getString());
        }
        return all;
    }

    /** The JSON of an object that is for another to read. */
    String json(SerializedString name) {
        required(name, JsonToken.START_OBJECT);
        return new String(jsonHere(), StandardCharsets.UTF_8);
    }

    private <T> T objectHere(Reading<T> how) {
        FieldReader fields = within();
        T value = how.read(fields);
        fields.end();
        return value;
    }

    private void require(SerializedString name) {
        if (!find(name)) throw new IllegalArgumentException("missing: " + name);
    }

    private JsonParser required(SerializedString name, JsonToken kind) {
        require(name);
        if (at.currentToken() != kind) throw wrong(name);
        return at;
    }

    /** Whether a property that may be left out is there; {@code null} is the same as nothing. */
    private boolean has(SerializedString name, JsonToken kind) {
        if (!find(name) || at.currentToken() == JsonToken.VALUE_NULL) return false;
        if (at.currentToken() != kind) throw wrong(name);
        return true;
    }

    private IllegalArgumentException wrong(SerializedString name) {
        return new IllegalArgumentException("not what belongs at " + name + ": " + at.currentToken());
    }
}
