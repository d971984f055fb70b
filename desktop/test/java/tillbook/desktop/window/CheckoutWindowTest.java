package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.catalog.Good;
import tillbook.catalog.PracticeGoods;
import tillbook.payment.AttemptState;
import tillbook.register.Reply;
import tillbook.register.SaleState;

/** Every way through the checkout by keyboard alone: real till, real provider over its wire. */
class CheckoutWindowTest extends AtTheWindow {
    @Test
    void aPaymentCodePaysWhatWasScannedAndEnterServesTheNext() {
        cashier.scans(EGGS);
        cashier.scans(MILK);
        cashier.scans(code(1, "8888"));
        cashier.seesText("state-title", "已到账");
        cashier.seesText("state-amount", "￥16.30");
        cashier.seesText("state-checks", "已打印并确认");
        assertEquals(0, shop.state().owed().count());
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥0.00");
        assertTrue(cashier.hasFocus("scan"));
    }

    @Test
    void cashIsTakenExactByEnterAlone() {
        cashier.scans(EGGS);
        lines(1);
        cashier.presses(KeyCode.F11);
        cashier.seesText("preview", "正好");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("state-title", "不用找零");
    }

    @Test
    void theCashThatWasTypedWhileTheScreenStoodStillIsTheCashThatWasGiven() {
        cashier.scans(EGGS);
        lines(1);
        cashier.pressesAtOnce(KeyCode.F11, KeyCode.DIGIT2, KeyCode.DIGIT0, KeyCode.ENTER);
        cashier.seesText("state-title", "找零");
        cashier.seesText("state-amount", "￥7.20");
    }

    @Test
    void theChangeIsLargeAndTooLittleCashIsNotTaken() {
        cashier.scans(EGGS);
        lines(1);
        cashier.presses(KeyCode.F11);
        cashier.types("10");
        cashier.seesText("preview", "还差 ￥2.80");
        cashier.presses(KeyCode.ENTER);
        assertEquals("10", cashier.reads("entry"));
        cashier.types("0");
        cashier.seesText("preview", "找零 ￥87.20");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("state-title", "找零");
        cashier.seesText("state-amount", "￥87.20");
    }

    @Test
    void aQuantityIsChangedForTheLineThatWasChosen() {
        cashier.scans(EGGS);
        cashier.scans(MILK);
        lines(2);
        cashier.presses(KeyCode.UP);
        cashier.presses(KeyCode.F3);
        cashier.seesText("entry-title", "数量");
        cashier.types("3");
        cashier.seesText("preview", "￥38.40");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥41.90");
        assertTrue(cashier.hasFocus("scan"));
    }

    @Test
    void deleteVoidsTheNewestLineAndSparesWhatIsTyped() {
        cashier.scans(EGGS);
        cashier.scans(MILK);
        lines(2);
        cashier.presses(KeyCode.DELETE);
        lines(1);
        cashier.seesText("total", "￥12.80");
        cashier.types("99");
        cashier.presses(KeyCode.DELETE);
        assertEquals("99", cashier.reads("scan"));
        assertEquals(1, shop.state().basket().lines().size());
    }

    @Test
    void goodsAreFoundByInitials() {
        cashier.presses(KeyCode.F2);
        cashier.seesThing("found");
        cashier.types("cnn");
        // The answer to the first letter begins with other goods.
        Cashier.waits(
                () -> Cashier.onFx(() -> cashier.node("found") instanceof ListView<?> found
                        && found.getItems().size() == 1
                        && found.getItems().getFirst() instanceof Good only
                        && only.name().contains("纯牛奶")),
                () -> "milk alone");
        cashier.presses(KeyCode.ENTER);
        lines(1);
        cashier.seesText("last-scan", "纯牛奶");
    }

    @Test
    void aLabelOfTheScaleIsALineAndBareWeighedGoodsAskForTheirWeight() {
        cashier.scans(PracticeGoods.scaleLabel("00003", 864));
        lines(1);
        cashier.seesText("total", "￥8.61");
        cashier.types("00003");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("entry-title", "重量");
        cashier.types("0.5");
        cashier.presses(KeyCode.ENTER);
        lines(2);
        cashier.seesText("total", "￥13.59");
    }

    @Test
    void aCodeThatWasMisreadSaysWhyAndTheNextScanTakesThatAway() {
        cashier.scans("6920507111001");
        Cashier.waits(() -> cashier.lastRow().contains("SCN-BAD"), () -> "SCN-BAD, not " + cashier.lastRow());
        cashier.scans(EGGS);
        Cashier.waits(() -> cashier.lastRow().contains("鸡蛋"), () -> "eggs, not " + cashier.lastRow());
    }

    @Test
    void aPaymentCodeWithNothingToPayIsNotSent() {
        cashier.scans(code(1, "8888"));
        Cashier.waits(() -> cashier.lastRow().contains("OPR-NOT-SUBMITTED"), () -> "a reason: " + cashier.lastRow());
        assertTrue(shop.state().sales().isEmpty());
        assertFalse(cashier.lastRow().contains(code(1, "8888")));
    }

    @Test
    void stoppingAsksWhereTheGoodsAreAndCancels() {
        cashier.scans(EGGS);
        shop.time.holds();
        cashier.scans(code(1, "0005"));
        attempt(AttemptState.PENDING);
        cashier.seesText("state-title", "请顾客在手机上确认");
        cashier.seesThing("countdown");
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesThing("goods-stay");
        cashier.types("1");
        cashier.presses(KeyCode.ENTER);
        shop.time.goesOn();
        Cashier.waits(() -> sale().filter(sale -> sale.living().isEmpty()).isPresent(), () -> "cancelled: " + sale());
        cashier.seesThing("recall");
        cashier.presses(KeyCode.F11);
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("state-title", "不用找零");
    }

    @Test
    void aScanWhileItIsAskedWhereTheGoodsAreIsNoAnswer() {
        cashier.scans(EGGS);
        shop.time.holds();
        cashier.scans(code(1, "0005"));
        attempt(AttemptState.PENDING);
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesThing("goods-stay");
        // It begins with the number of an answer.
        cashier.scans("10000007");
        Cashier.waits(() -> cashier.lastRow().contains("10000007"), () -> "a reason: " + cashier.lastRow());
        assertEquals(
                AttemptState.PENDING,
                shop.state().openAttempts().findFirst().orElseThrow().state());
        assertTrue(cashier.sees("goods-stay"));
    }

    @Test
    void aRefusalSaysWhyAndCashIsTheNextButton() {
        cashier.scans(EGGS);
        cashier.scans(code(1, "0002"));
        cashier.seesText("state-title", "未付款");
        cashier.seesThing("recall");
        cashier.scans(code(2, "8888"));
        cashier.seesText("state-title", "已到账");
    }

    @Test
    void goodsOfAnUnpaidSaleAreChangedAndPaid() {
        cashier.scans(EGGS);
        cashier.scans(code(1, "0004"));
        cashier.seesThing("recall");
        cashier.touches("recall");
        lines(1);
        cashier.scans(MILK);
        lines(2);
        cashier.scans(code(2, "8888"));
        cashier.seesText("state-amount", "￥16.30");
    }

    @Test
    void anAnswerThatIsLostIsCheckedInTheTrayWhileTheNextIsServed() {
        cashier.scans(EGGS);
        shop.time.holds();
        cashier.scans(code(1, "0010"));
        cashier.seesText("state-title", "正在核实，请勿重复付款");
        cashier.presses(KeyCode.ENTER);
        cashier.scans(MILK);
        lines(1);
        cashier.seesText("total", "￥3.50");
        cashier.seesText("tray-attempts", "￥12.80");
        shop.time.goesOn();
        cashier.scans(code(2, "8888"));
        cashier.seesText("state-title", "已到账");
        cashier.seesText("state-amount", "￥3.50");
    }

    @Test
    void whatWasPutAsideAndPaidIsTold() {
        cashier.scans(EGGS);
        shop.time.holds();
        cashier.scans(code(1, "0005"));
        attempt(AttemptState.PENDING);
        cashier.touches("next");
        cashier.scans(MILK);
        lines(1);
        shop.till.practiceProvider().orElseThrow().confirm();
        shop.time.goesOn();
        Cashier.waits(() -> cashier.lastRow().contains("已到账"), () -> "the outcome: " + cashier.lastRow());
        assertEquals(0, shop.state().openAttempts().count());
    }

    @Test
    void aLargeAmountIsAskedAboutOnce() {
        cashier.scans(BIG_MILK);
        lines(1);
        cashier.presses(KeyCode.F3);
        cashier.types("100");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥1350.00");
        cashier.scans(code(1, "8888"));
        cashier.seesThing("yes");
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesText("total", "￥1350.00");
        assertTrue(shop.state().sales().isEmpty());
        cashier.scans(code(1, "8888"));
        cashier.seesThing("yes");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("state-title", "已到账");
    }

    @Test
    void whatOnlyAPersonCanTellIsSettledWithANote() {
        cashier.scans(EGGS);
        cashier.scans(code(1, "0014"));
        attempt(AttemptState.ANOMALY);
        cashier.seesText("state-title", "请主管处理");
        cashier.touches("settle-MONEY_RETURNED");
        cashier.seesThing("take-settle");
        cashier.presses(KeyCode.ENTER);
        assertEquals(
                AttemptState.ANOMALY,
                shop.state().openAttempts().findFirst().orElseThrow().state());
        cashier.types("wang 286666666666666666");
        cashier.presses(KeyCode.ENTER);
        Cashier.waits(() -> shop.state().openAttempts().findAny().isEmpty(), () -> "settled");
        cashier.seesThing("recall");
    }

    @Test
    void theLanguageAndTheLookChangeWhileASaleIsUnderWay() {
        cashier.scans(EGGS);
        lines(1);
        cashier.presses(KeyCode.F9);
        cashier.touches("language");
        cashier.seesText("who", "Register");
        cashier.touches("look");
        assertEquals(tillbook.desktop.fx.Look.DARK, theme.look().get());
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesText("total", "￥12.80");
        cashier.scans(MILK);
        lines(2);
        assertTrue(cashier.hasFocus("scan"));
    }

    @Test
    void whoTypesWhileAButtonHasTheFocusMeansTheScanField() {
        Cashier.onFx(() -> {
            cashier.node("cash").requestFocus();
            cashier.node("more").requestFocus();
            return true;
        });
        cashier.types("20");
        assertEquals("20", cashier.reads("scan"));
        assertTrue(cashier.hasFocus("scan"));
    }

    @Test
    void closingSaysWhatIsOpenAndClosesInGoodOrder() throws Exception {
        cashier.scans(EGGS);
        cashier.scans(code(1, "8888"));
        cashier.seesText("state-title", "已到账");
        cashier.closesTheWindow();
        cashier.seesText("state-title", "关闭收银台");
        cashier.seesThing("close-now");
        cashier.touches("close-now");
        Reply.Done done = shop.closed.get(20, TimeUnit.SECONDS);
        assertFalse(done.state().open());
    }

    @Test
    void aReceiptsCodeOpensTheUnpaidSaleItNames() {
        cashier.scans(EGGS);
        cashier.scans(code(1, "0002"));
        cashier.seesThing("recall");
        SaleState unpaid = sale().orElseThrow();
        cashier.scans(unpaid.sale().number().text());
        cashier.seesThing("recall-" + unpaid.sale().number());
    }
}
