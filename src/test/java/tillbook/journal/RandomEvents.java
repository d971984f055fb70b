package tillbook.journal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.sale.Basket;
import tillbook.sale.Discount;
import tillbook.sale.HeldNumber;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/** Any event of any kind, made of whatever its components allow; a new kind needs no word here. Used by one thread. */
final class RandomEvents {
    private static final String[] TEXTS = {
        "", "01", "王芳", "农夫山泉 550ml", "a \"b\" \\ / c", "line\nbreak\tand \u0001", "🍵 tea", "é", "28************1234"
    };
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final RandomGenerator dice;
    private final Empty empty;

    /** How often what may be left out is left out. */
    enum Empty {
        ALWAYS,
        SOMETIMES,
        NEVER
    }

    RandomEvents(RandomGenerator dice, Empty empty) {
        this.dice = dice;
        this.empty = empty;
    }

    /** Every kind of event there is. */
    static List<Class<? extends JournalEvent>> kinds() {
        return kindsOf(JournalEvent.class).toList();
    }

    private static Stream<Class<? extends JournalEvent>> kindsOf(Class<?> type) {
        if (type.isRecord()) return Stream.of(type.asSubclass(JournalEvent.class));
        return Arrays.stream(type.getPermittedSubclasses()).flatMap(RandomEvents::kindsOf);
    }

    Stamp stamp() {
        return (Stamp) record(Stamp.class);
    }

    JournalEvent event(Class<? extends JournalEvent> kind) {
        return kind.cast(record(kind));
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components).map(this::component).toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + type.getSimpleName() + " of " + Arrays.toString(values), e);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        boolean mayBeEmpty = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (mayBeEmpty && leftOut()) return null;
        return component.getType() == List.class ? several(component) : value(component.getType());
    }

    /** One or two of what the list is of. */
    private List<Object> several(RecordComponent component) {
        Class<?> of = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        List<Object> all = new ArrayList<>();
        for (int number = dice.nextInt(1, 3); number > 0; number--) all.add(value(of));
        return all;
    }

    private boolean leftOut() {
        return switch (empty) {
            case ALWAYS -> true;
            case SOMETIMES -> dice.nextBoolean();
            case NEVER -> false;
        };
    }

    private Object value(Class<?> type) {
        if (type.isEnum()) return oneOf(type.getEnumConstants());
        if (type == int.class) return dice.nextInt(4) == 0 ? oneOf(0, -1, Integer.MAX_VALUE) : dice.nextInt(1, 1000);
        if (type == long.class || type == Long.class) {
            return dice.nextInt(4) == 0
                    ? oneOf(0L, Long.MIN_VALUE, Long.MAX_VALUE)
                    : dice.nextLong(-5, 2_000_000_000_000L);
        }
        if (type == boolean.class) return dice.nextBoolean();
        if (type == String.class) return oneOf((Object[]) TEXTS);
        if (type == LocalDate.class) return LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(9));
        if (type == Instant.class)
            return Instant.ofEpochSecond(dice.nextLong(4_000_000_000L), dice.nextInt(2) * 1_500_000L);
        if (type == Money.class) return Money.ofFen(dice.nextLong(Money.FEN_MAX + 1));
        if (type == Quantity.class) return new Quantity(dice.nextLong(1, Quantity.THOUSANDTHS_MAX));
        if (type == ReceiptNumber.class) return receipt();
        if (type == OrderNumber.class) return receipt().order(dice.nextInt(1, 100), "aZ_09b");
        if (type == HeldNumber.class) return HeldNumber.of(dice.nextInt(1, 1000), "K7", dice.nextLong(1, 100_000_000));
        if (type == Discount.class) return discount();
        if (type == Line.class) return line(dice.nextInt(1, 500));
        if (type == Sale.class) return sale();
        return record(type);
    }

    private Discount discount() {
        boolean amount = dice.nextBoolean();
        return amount
                ? new Discount.Amount(Money.ofFen(dice.nextLong(1, 1_000)), "会员 \"a\"")
                : new Discount.Percent(dice.nextInt(1, 10_001), "damaged");
    }

    private ReceiptNumber receipt() {
        String epoch = "" + ALPHABET.charAt(dice.nextInt(36)) + ALPHABET.charAt(dice.nextInt(36));
        return ReceiptNumber.of(dice.nextInt(1, 1000), epoch, dice.nextLong(1, 100_000_000));
    }

    private Line line(int number) {
        Quantity quantity = new Quantity(dice.nextLong(1, 9_000));
        Money price = Money.ofFen(dice.nextLong(100_000));
        Line full = new Line(number, text(), text(), text(), quantity, price, Money.ZERO, 1300, LineKind.SALE);
        Money discount = Money.ofFen(dice.nextLong(full.amount().fen() + 1));
        return new Line(
                number,
                full.code(),
                full.name(),
                full.unit(),
                quantity,
                price,
                discount,
                1300,
                anyOf(LineKind.values()));
    }

    private Sale sale() {
        List<Line> lines = new ArrayList<>();
        for (int number = dice.nextInt(1, 4); number > 0; number--) lines.add(line(number));
        return Sale.of(receipt(), new Basket(dice.nextLong(1, 1_000_000), lines, 9));
    }

    private String text() {
        return anyOf(TEXTS);
    }

    private Object oneOf(Object... all) {
        return anyOf(all);
    }

    private <T> T anyOf(T[] all) {
        return all[dice.nextInt(all.length)];
    }
}
