package tillbook.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import tillbook.money.Money;
import tillbook.sale.HeldNumber;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How the product's values look in JSON: money is a whole number of fen, a quantity a whole number of thousandths, a
 * number of ours a string. Reading refuses a property it does not know: a word nobody reads is a word lost.
 *
 * <p>The mapper is immutable and safe from any thread.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, writing((value, out) -> out.writeNumber(value.fen())))
                    .addDeserializer(Money.class, reading(in -> Money.ofFen(in.getLongValue())))
                    .addSerializer(Quantity.class, writing((value, out) -> out.writeNumber(value.thousandths())))
                    .addDeserializer(Quantity.class, reading(in -> new Quantity(in.getLongValue())))
                    .addSerializer(ReceiptNumber.class, writing((value, out) -> out.writeString(value.text())))
                    .addDeserializer(ReceiptNumber.class, reading(in -> new ReceiptNumber(in.getString())))
                    .addSerializer(HeldNumber.class, writing((value, out) -> out.writeString(value.text())))
                    .addDeserializer(HeldNumber.class, reading(in -> new HeldNumber(in.getString())))
                    .addSerializer(OrderNumber.class, writing((value, out) -> out.writeString(value.text())))
                    .addDeserializer(OrderNumber.class, reading(in -> new OrderNumber(in.getString()))))
            // The components of a record and nothing else: a question such as isEmpty() is no part of a fact.
            .changeDefaultVisibility(visibility -> visibility
                    .withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                    .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                    .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator out);
    }

    private interface Reading<T> {
        T read(JsonParser in);
    }

    private static <T> ValueSerializer<T> writing(Writing<T> how) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                how.write(value, out);
            }
        };
    }

    private static <T> ValueDeserializer<T> reading(Reading<T> how) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return how.read(in);
            }
        };
    }
}
