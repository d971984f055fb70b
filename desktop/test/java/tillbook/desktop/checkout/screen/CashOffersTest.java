package tillbook.desktop.checkout.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.money.Money;

class CashOffersTest {
    @ParameterizedTest
    @CsvSource({
        "50.21, 50.21 60.00 100.00",
        "7.30, 7.30 10.00 20.00 50.00 100.00",
        "100.00, 100.00",
        "0.00, 0.00",
        "119.99, 119.99 120.00 150.00 200.00",
        "100000000.00, 100000000.00"
    })
    void theAmountAndWhatTheNextNotesMakeOfIt(String due, String offers) {
        String made = String.join(
                " ",
                CashOffers.of(Money.parseYuan(due)).stream().map(Money::yuan).toList());
        assertEquals(offers, made);
    }
}
