package tillbook.desktop.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.desktop.checkout.screen.Pictures;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.payment.AttemptState;

class CustomerInteractorTest {
    private final CustomerModel model = new CustomerModel();
    private final AtomicLong worldMs = new AtomicLong(1_000);
    private final CustomerInteractor interactor =
            new CustomerInteractor(model, "和平路便利店", Locale.SIMPLIFIED_CHINESE, worldMs::get, Pictures.empty());

    private String shows(Snapshot picture) {
        interactor.sees(picture);
        return model.state.get().id();
    }

    @Test
    void anEmptyCounterWelcomes() {
        assertEquals(new CustomerModel.Both("欢迎光临", "Welcome"), model.welcome.get());
        assertTrue(model.items.get().isEmpty());
    }

    @Test
    void goodsStandWithNumberPriceAndSum() {
        assertEquals("", shows(Pictures.selling()));
        assertEquals(
                new CustomerModel.Item("纯牛奶 250ml", "2 × 3.50", "7.00"),
                model.items.get().getLast());
        assertEquals("￥19.80", model.sum.get().amount());
        assertEquals("共 3 件", model.sum.get().count().first());
        assertEquals("Items: 3", model.sum.get().count().second());
        assertEquals("", model.welcome.get().first());
    }

    @ParameterizedTest
    @CsvSource({
        "SENDING,asking",
        "PENDING,waiting",
        "UNKNOWN,checking",
        "CANCELLING,cancelling",
        "ANOMALY,person",
        "NEEDS_PERSON,person",
        "DECLINED,not-paid",
        "CLOSED,not-paid",
        "WATCH,not-paid"
    })
    void everyStateOfThePaymentIsSaid(AttemptState state, String id) {
        assertEquals(id, shows(Pictures.paying(state)));
        assertEquals("￥19.80", model.sum.get().amount());
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN", "CANCELLING", "ANOMALY", "NEEDS_PERSON"})
    void whileTheOutcomeIsOpenTheCustomerIsToldNotToPayAgain(AttemptState state) {
        interactor.sees(Pictures.paying(state));
        assertTrue(model.state.get().title().first().contains("请不要再次付款"));
        assertTrue(model.state.get().title().second().contains("do not pay again"));
    }

    @Test
    void theNextCustomerSeesNothingOfTheOneWhoseSaleTheCashierHasDoneWith() {
        assertEquals("checking", shows(Pictures.paying(AttemptState.UNKNOWN)));
        interactor.dismisses(Pictures.RECEIPT);
        assertEquals("", model.state.get().id());
        assertTrue(model.items.get().isEmpty());
        assertEquals("欢迎光临", model.welcome.get().first());
        assertEquals("", shows(Pictures.paidCash()), "the thanks are not hers either");
        interactor.dismisses(null);
        assertEquals("checking", shows(Pictures.paying(AttemptState.UNKNOWN)), "the sale came back, recalled");
    }

    @Test
    void paidIsSaidOnlyWhenItIsAndForHalfAMinute() {
        assertEquals("paid", shows(Pictures.paidByScan()));
        assertEquals("￥19.80", model.state.get().amount());
        worldMs.addAndGet(CustomerInteractor.THANKS_MS - 1);
        interactor.tick();
        assertEquals("paid", model.state.get().id());
        worldMs.addAndGet(1);
        interactor.tick();
        assertEquals("欢迎光临", model.welcome.get().first());
        assertTrue(model.items.get().isEmpty(), "the next customer does not see what the last one bought");
    }

    @Test
    void theNextBasketEndsTheThanks() {
        shows(Pictures.paidByScan());
        assertEquals("", shows(Pictures.selling()));
        assertFalse(model.items.get().isEmpty());
    }

    @Test
    void cashTellsTheChange() {
        assertEquals("change", shows(Pictures.paidCash()));
        assertEquals("￥30.20", model.state.get().amount());
        assertTrue(model.state.get().sentence().first().contains("￥50.00"));
    }

    @Test
    void anotherLanguageStandsFirstAtOnce() {
        shows(Pictures.paying(AttemptState.PENDING));
        interactor.speak(Locale.ENGLISH);
        assertEquals("Please confirm on your phone", model.state.get().title().first());
        assertEquals("请在手机上确认付款", model.state.get().title().second());
    }

    @Test
    void aPaymentInTheTrayIsNotTheNextCustomersMatter() {
        assertEquals("", shows(Pictures.aside(AttemptState.UNKNOWN)));
    }
}
