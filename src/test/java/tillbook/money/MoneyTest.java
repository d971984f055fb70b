package tillbook.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"0,0.00", "5,0.05", "10,0.10", "1205,12.05", "10000000000,100000000.00"})
    void isWrittenInYuanWithTwoDecimalsAndReadBackToTheFen(long fen, String yuan) {
        assertEquals(yuan, Money.ofFen(fen).yuan());
        assertEquals(Money.ofFen(fen), Money.parseYuan(yuan));
    }

    @ParameterizedTest
    @CsvSource({"12,1200", "12.5,1250", "0.1,10"})
    void readsTheShortFormsPeopleType(String text, long fen) {
        assertEquals(fen, Money.parseYuan(text).fen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".5", "20.001", "-1", "+1", "1,000", " 1", "1e3", "１２", "￥1", "1234567890"})
    void refusesWhateverIsNotPlainYuanInsteadOfRoundingIt(String text) {
        assertThrows(IllegalArgumentException.class, () -> Money.parseYuan(text));
    }

    @Test
    void isNeverNegativeAndNeverBeyondItsLimit() {
        assertThrows(IllegalArgumentException.class, () -> Money.ofFen(-1));
        assertThrows(IllegalArgumentException.class, () -> Money.ofFen(1).minus(Money.ofFen(2)));
        assertThrows(
                IllegalArgumentException.class, () -> Money.ofFen(Money.FEN_MAX).plus(Money.ofFen(1)));
        assertThrows(IllegalArgumentException.class, () -> Money.parseYuan("999999999.99"));
    }
}
