package tillbook.journal;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * Writes the properties of one JSON object after the other, each value as {@link Json} says it looks. A property that has
 * no value is left out. The twin of {@link FieldReader}: a shape is written and read in the same order.
 *
 * <p>Owned by one thread.
 */
public final class FieldWriter {
    private static final int BYTES_AT_FIRST = 512;

    private final JsonGenerator out;

    private FieldWriter(JsonGenerator out) {
        this.out = out;
    }

    /** Writes the properties of a value. */
    public interface Writing<T> {
        void write(FieldWriter out, T value);
    }

    /** A value as one JSON object in UTF-8. */
    public static <T> byte[] bytes(T value, Writing<T> how) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES_AT_FIRST);
        try (JsonGenerator out = JsonStream.generator(bytes)) {
            new FieldWriter(out).whole(value, how);
        }
        return bytes.toByteArray();
    }

    public FieldWriter text(SerializedString name, String value) {
        out.writeName(name);
        out.writeString(value);
        return this;
    }

    public FieldWriter textIfAny(SerializedString name, @Nullable String value) {
        return value == null ? this : text(name, value);
    }

    public FieldWriter number(SerializedString name, long value) {
        out.writeName(name);
        out.writeNumber(value);
        return this;
    }

    public FieldWriter numberIfAny(SerializedString name, @Nullable Long value) {
        return value == null ? this : number(name, value);
    }

    public FieldWriter flag(SerializedString name, boolean value) {
        out.writeName(name);
        out.writeBoolean(value);
        return this;
    }

    /** A word of a fixed list, by its name in the program. */
    public FieldWriter word(SerializedString name, Enum<?> value) {
        return text(name, value.name());
    }

    public FieldWriter wordIfAny(SerializedString name, @Nullable Enum<?> value) {
        return value == null ? this : word(name, value);
    }

    public FieldWriter money(SerializedString name, Money value) {
        return number(name, value.fen());
    }

    public FieldWriter moneyIfAny(SerializedString name, @Nullable Money value) {
        return value == null ? this : money(name, value);
    }

    public FieldWriter quantity(SerializedString name, Quantity value) {
        return number(name, value.thousandths());
    }

    public FieldWriter receipt(SerializedString name, ReceiptNumber value) {
        return text(name, value.text());
    }

    public FieldWriter receiptIfAny(SerializedString name, @Nullable ReceiptNumber value) {
        return value == null ? this : receipt(name, value);
    }

    public FieldWriter order(SerializedString name, OrderNumber value) {
        return text(name, value.text());
    }

    public FieldWriter day(SerializedString name, LocalDate value) {
        return text(name, DayText.of(value));
    }

    public FieldWriter instantIfAny(SerializedString name, @Nullable Instant value) {
        return value == null ? this : text(name, value.toString());
    }

    public <T> FieldWriter object(SerializedString name, T value, Writing<T> how) {
        out.writeName(name);
        whole(value, how);
        return this;
    }

    public <T> FieldWriter objectIfAny(SerializedString name, @Nullable T value, Writing<T> how) {
        return value == null ? this : object(name, value, how);
    }

    public <T> FieldWriter list(SerializedString name, List<T> values, Writing<T> how) {
        out.writeName(name);
        out.writeStartArray();
        for (T value : values) whole(value, how);
        out.writeEndArray();
        return this;
    }

    public FieldWriter texts(SerializedString name, List<String> values) {
        out.writeName(name);
        out.writeStartArray();
        for (String value : values) out.writeString(value);
        out.writeEndArray();
        return this;
    }

    private <T> void whole(T value, Writing<T> how) {
        out.writeStartObject();
        how.write(this, value);
        out.writeEndObject();
    }
}
