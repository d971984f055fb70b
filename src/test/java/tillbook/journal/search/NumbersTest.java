package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.sale.ReceiptNumber;

class NumbersTest {
    private static final int MANY = 100_000;

    private final Numbers numbers = new Numbers(MANY);

    private static String receipt(int number) {
        return ReceiptNumber.of(1, "K7", number).text();
    }

    @Test
    void everyNumberThatWasPutLeadsToItsRow() {
        for (int i = 1; i <= MANY; i++) numbers.put(receipt(i), 7L * i);
        for (int i = 1; i <= MANY; i++) {
            assertTrue(numbers.find(receipt(i)).contains(7L * i), receipt(i));
        }
    }

    @Test
    void whatWasNeverPutLeadsHardlyEverAnywhere() {
        for (int i = 1; i <= MANY; i++) numbers.put(receipt(i), i);
        int astray = 0;
        for (int i = MANY + 1; i <= 2 * MANY; i++)
            astray += numbers.find(receipt(i)).size();
        // By chance two or three of these share the 32 bits with one that was put.
        assertTrue(astray < 50, "the numbers are badly mixed");
    }

    @Test
    void aNumberThatTwoRowsBearLeadsToBoth() {
        numbers.put(receipt(1), 3);
        numbers.put(receipt(1), 5);
        assertEquals(List.of(3L, 5L), numbers.find(receipt(1)));
    }

    @Test
    void itSaysWhenItIsFull() {
        Numbers few = new Numbers(2);
        few.put(receipt(1), 1);
        assertFalse(few.isFull());
        few.put(receipt(2), 2);
        assertTrue(few.isFull());
    }
}
