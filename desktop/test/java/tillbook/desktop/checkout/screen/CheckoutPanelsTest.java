package tillbook.desktop.checkout.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.reflect.Proxy;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.Provider;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.register.PaymentRules;
import tillbook.register.PrintRules;
import tillbook.register.Shop;

/** Which choices a panel offers, and in which order they stand. */
class CheckoutPanelsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Hands NOBODY = (Hands)
            Proxy.newProxyInstance(Hands.class.getClassLoader(), new Class<?>[] {Hands.class}, (_, _, _) -> null);

    private static final Shop SHOP = new Shop(
            1,
            "02",
            "tea",
            Money.ofFen(1),
            Money.ofFen(500_000),
            ZONE,
            LocalTime.of(4, 0),
            true,
            "test",
            "here",
            PrintRules.ON,
            Map.of(Provider.ALIPAY, PaymentRules.ALIPAY),
            Map.of());

    /** The checkout in a language, while this is asked of two lines of goods and the tray is not empty. */
    static CheckoutView view(Locale language, Asking asking) {
        Words words = new Words(language, ZONE);
        Sight sight = new Sight(
                Pictures.aside(AttemptState.UNKNOWN), words, SHOP, 7_000, Pictures.WALL_MS, false, null, List.of());
        CheckoutPicture picture =
                new CheckoutPicture(sight, Standing.START.at(1).asking(asking), List.of(), NOBODY);
        CheckoutModel model = new CheckoutModel();
        model.language.set(language);
        model.rows.setAll(picture.rows());
        model.trayLeft.set(picture.tray());
        model.panel.set(picture.asked().orElseThrow());
        return new CheckoutView(model, NOBODY, null, words, Checkout.scanField());
    }

    private static Sight sight(Snapshot snapshot, long laterMs) {
        Words words = new Words(Locale.ENGLISH, ZONE);
        return new Sight(snapshot, words, SHOP, 7_000, Pictures.WALL_MS + laterMs, false, null, List.of());
    }

    private static List<String> stands(Snapshot snapshot, long laterMs) {
        Panel panel = new CheckoutPicture(sight(snapshot, laterMs), Standing.START, List.of(), NOBODY).stands();
        return assertInstanceOf(Panel.Notice.class, panel).choices().stream()
                .map(Choice::id)
                .toList();
    }

    @Test
    void aReceiptThatComesByItselfInAMomentIsNeitherGivenNorWaived() {
        assertEquals(List.of("next"), stands(Pictures.paper(), 500));
        assertEquals(List.of("next"), stands(Pictures.paper(Pictures.sending()), 500));
        assertEquals(
                List.of("print", "voucher-GIVEN", "voucher-WAIVED", "next"),
                stands(Pictures.paper(), SHOP.printing().askAfterMs() + 1));
    }

    @Test
    void theNextCustomerStandsLowestWhateverBecomesOfThePaper() {
        assertEquals(
                "next",
                stands(Pictures.paper(Pictures.moved(PrintJobState.CONFIRMED, null)), 500)
                        .getLast());
        assertEquals(
                "next",
                stands(Pictures.paper(Pictures.moved(PrintJobState.UNKNOWN, null)), 500)
                        .getLast());
        assertEquals(
                "next",
                stands(Pictures.paper(Pictures.moved(PrintJobState.QUEUED, PrinterFault.PAPER_OUT)), 500)
                        .getLast());
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDING", "PENDING", "UNKNOWN", "CANCELLING", "ANOMALY", "NEEDS_PERSON"})
    void theNextCustomerStandsLowestWhileThePaymentMovesOn(AttemptState state) {
        assertEquals("next", stands(Pictures.paying(state), 500).getLast());
    }
}
