package tillbook.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The numbers' own checks against the patterns that define them. */
class NumberFormsTest {
    private static final Pattern ORDER = Pattern.compile("[0-9A-Za-z_]{6,32}");
    private static final String NEAR = "T/019:@AZ[_`az{é０Ａ \n-";

    @Test
    void aReceiptNumberIsWhatItsFormSays() {
        agree(
                ReceiptNumber.FORM,
                ReceiptNumber::new,
                "T001K700000042",
                List.of("", "T", "T001K70000004", "T001K7000000421"));
    }

    @Test
    void anOrderNumberHasSixToThirtyTwoLettersDigitsOrUnderscores() {
        agree(
                ORDER,
                OrderNumber::new,
                "T001K70000004201aZ09bQ",
                List.of("", "a1_B2", "a1_B2c", "x".repeat(32), "x".repeat(33)));
    }

    @Test
    void numbersOfTheSameTextAreTheSame() {
        assertEquals(new OrderNumber("abcdef"), new OrderNumber("xabcdef".substring(1)));
        assertEquals(new OrderNumber("abcdef").hashCode(), new OrderNumber("abcdef").hashCode());
        assertNotEquals(new OrderNumber("abcdef"), new OrderNumber("abcdeF"));
        assertEquals(new ReceiptNumber("T001K700000042"), ReceiptNumber.of(1, "K7", 42));
        assertEquals(
                new ReceiptNumber("T001K700000042").hashCode(),
                ReceiptNumber.of(1, "K7", 42).hashCode());
        assertNotEquals(new ReceiptNumber("T001K700000042"), ReceiptNumber.of(1, "K7", 43));
        assertNotEquals((Object) new ReceiptNumber("T001K700000042"), new OrderNumber("T001K700000042"));
    }

    /** Spoils a good number at every place with every character near the borders of what is allowed. */
    private static void agree(Pattern form, Function<String, Object> number, String good, List<String> others) {
        agree(form, number, good);
        others.forEach(other -> agree(form, number, other));
        for (int at = 0; at < good.length(); at++) {
            for (int i = 0; i < NEAR.length(); i++) {
                agree(form, number, good.substring(0, at) + NEAR.charAt(i) + good.substring(at + 1));
            }
        }
        Random dice = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int left = dice.nextInt(36); left > 0; left--) text.append(NEAR.charAt(dice.nextInt(NEAR.length())));
            agree(form, number, text.toString());
        }
    }

    private static void agree(Pattern form, Function<String, Object> number, String text) {
        if (form.matcher(text).matches()) assertEquals(text, number.apply(text).toString());
        else assertThrows(IllegalArgumentException.class, () -> number.apply(text), text);
    }
}
