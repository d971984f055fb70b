package tillbook.desktop.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tillbook.desktop.terminal.TestTerminal.ALIPAY_CODE;
import static tillbook.desktop.terminal.TestTerminal.APPLES;
import static tillbook.desktop.terminal.TestTerminal.GONE;
import static tillbook.desktop.terminal.TestTerminal.MILK;
import static tillbook.desktop.terminal.TestTerminal.PIANO;
import static tillbook.desktop.terminal.TestTerminal.SECOND_CODE;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.desktop.checkout.FaultCode;
import tillbook.journal.JournalEvent;
import tillbook.money.Money;
import tillbook.payment.CancelAnswer;
import tillbook.payment.DeclineReason;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.UnknownReason;
import tillbook.sale.HeldNumber;
import tools.jackson.databind.JsonNode;

class TerminalFaceTest {
    private static final String FIRST_RECEIPT = "T001K700000001";
    private static final String FIRST_ORDER = "T001K70000000101100001";

    private final TestTerminal terminal = new TestTerminal();
    private static final String APPLES_OF_ONE_KILO = "add " + APPLES + " 1";

    private boolean faultExpected;

    @AfterEach
    void noFaultOfTheProgramWasNoted() {
        if (!faultExpected) terminal.hadNoFault();
    }

    // A sale.

    @Test
    void aSaleInCashShowsLinesTotalChangeReceiptAndTheVoucherOwed() {
        assertEquals(TerminalExit.CLOSED, terminal.types(MILK, MILK, "cash 20", "quit"));
        assertSaid(
                "1  Milk  1 件 × ￥5.50 = ￥5.50  Total ￥5.50",
                "1  Milk  2 件 × ￥5.50 = ￥11.00  Total ￥11.00",
                "To pay ￥11.00",
                "PAID  ￥11.00 in cash  given ￥20.00  change ￥9.00  receipt number " + FIRST_RECEIPT,
                "TOTAL (1 lines)          ￥11.00",
                "*** END ***",
                "Money: paid. Voucher: owed, waiting for the printer.",
                "PRN-GONE Not printed: no printer yet.",
                "Vouchers owed: 1, together ￥11.00.",
                "Closed in good order.");
    }

    @Test
    void aSaleByCodeShowsTradeNumberAndReceipt() {
        terminal.provider.pays(ScriptedProvider.paid(TestTerminal.NOW));
        assertEquals(TerminalExit.CLOSED, terminal.types(MILK, ALIPAY_CODE, "wait", "quit"));
        assertSaid(
                "Alipay: asking for ￥5.50  payment code 28************3947  order " + FIRST_ORDER,
                "PAID  ￥5.50  Alipay  trade number " + ScriptedProvider.TRADE,
                ScriptedProvider.TRADE,
                "Order " + FIRST_ORDER,
                "Paid at 2026-03-02 14:03:22");
    }

    @Test
    void theCustomerConfirmsOnThePhoneUnderACountdown() {
        terminal.provider
                .pays(ScriptedProvider.pending())
                .queries(ScriptedProvider.pending())
                .queries(ScriptedProvider.paid(null));
        terminal.types(MILK, ALIPAY_CODE, "wait", "quit");
        assertSaid("PAY-WAIT The customer confirms ￥5.50 on the phone (Alipay);", "PAID  ￥5.50");
        assertEquals(
                1,
                terminal.out.stream()
                        .filter(line -> line.startsWith("PAY-WAIT"))
                        .count(),
                "told once, asked twice");
    }

    @ParameterizedTest
    @EnumSource(UnknownReason.class)
    void aSilenceIsBeingCheckedWhateverItsReason(UnknownReason reason) {
        terminal.json().provider.pays(ScriptedProvider.unknown(reason)).queries(ScriptedProvider.paid(null));
        assertEquals(TerminalExit.CLOSED, terminal.types(MILK, ALIPAY_CODE, "wait", "quit"));
        JsonNode checking = terminal.only("checking");
        assertEquals("being-checked", checking.path("money").asString());
        assertEquals("after-the-outcome", checking.path("voucher").asString());
        assertEquals(FaultCode.of(reason), checking.path("code").asString());
        assertTrue(checking.path("text").asString().startsWith("Money: not known yet"));
        assertTrue(checking.path("text").asString().contains("Do not let the customer pay again"));
        assertEquals(550, terminal.only("paid").path("amountFen").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "NEW_CODE,PAY-CODE-BAD",
        "PAYER,PAY-NOFUNDS",
        "LIMIT,PAY-LIMIT-HIGH",
        "MERCHANT,PAY-MERCHANT",
        "CONFIG,PAY-KEY"
    })
    void aRefusalOfTheProviderTellsWhyAndTheNextStep(DeclineReason reason, String code) {
        terminal.json().provider.pays(ScriptedProvider.declined(reason));
        terminal.types(MILK, ALIPAY_CODE, "wait", "quit");
        JsonNode notPaid = terminal.only("not-paid");
        assertEquals(code, notPaid.path("code").asString());
        assertEquals("not-paid", notPaid.path("money").asString());
        assertEquals("ACQ.EXAMPLE", notPaid.path("providerSubCode").asString());
        assertTrue(notPaid.path("text").asString().contains("scan another payment code, or take cash"));
    }

    @Test
    void afterARefusalTheSameSaleIsPaidInCash() {
        terminal.provider.pays(ScriptedProvider.declined(DeclineReason.NEW_CODE));
        terminal.types(MILK, ALIPAY_CODE, "wait", "cash 5.5", "quit");
        assertSaid("PAY-CODE-BAD The payment code is expired", "change ￥0.00  receipt number " + FIRST_RECEIPT);
    }

    @Test
    void aConnectionThatNeverCameAboutIsNotPaid() {
        PaymentAnswer notSent = new PaymentAnswer.NotSent(UnknownReason.NO_CONNECTION, ScriptedProvider.OK);
        terminal.json().provider.pays(_ -> notSent).pays(_ -> notSent);
        terminal.types(MILK, ALIPAY_CODE, "wait", "quit");
        assertEquals(
                2, terminal.typesSaid().stream().filter("sending-again"::equals).count());
        assertTrue(terminal.said().contains("Money: nothing was charged."));
        assertEquals("NO_CONNECTION", terminal.only("not-paid").path("reason").asString());
    }

    @Test
    void aTradeClosedByTheProviderIsNotPaid() {
        terminal.provider.pays(ScriptedProvider.pending()).queries(ScriptedProvider.closed());
        terminal.types(MILK, ALIPAY_CODE, "wait", "quit");
        assertSaid("Money: not paid. Voucher: none is due.", "Alipay closed the trade; it was not paid.");
    }

    @Test
    void anAnswerThatDoesNotFitIsForASupervisorWhoSettlesIt() {
        terminal.provider.pays(_ ->
                new PaymentAnswer.Paid(ScriptedProvider.TRADE, Money.ofFen(1), null, null, null, ScriptedProvider.OK));
        terminal.types(
                MILK,
                ALIPAY_CODE,
                "wait",
                ALIPAY_CODE,
                "settle " + FIRST_ORDER + " returned seen at the counter, code " + SECOND_CODE,
                "cash 6",
                "quit");
        assertSaid(
                "Money: only a person can tell, with the provider. Voucher: comes with the outcome.",
                "PAY-RECON The provider's word does not fit",
                "PAY-UNFINISHED An earlier payment has no outcome yet",
                "Noted for order " + FIRST_ORDER + ": the customer got the money back.",
                "change ￥0.50");
        assertTrue(terminal.journal.text().contains("28…0001"), "the note is kept, the code in it masked");
    }

    // Cancelling.

    @Test
    void stopAsksWhereTheGoodsAreThenCancelsAndSaysWhereTheMoneyIs() {
        terminal.provider
                .pays(ScriptedProvider.pending())
                .alwaysQueries(ScriptedProvider.pending())
                .alwaysCancels(ScriptedProvider.cancelled(CancelAnswer.Action.CLOSE));
        terminal.onLine(line -> {
            if (line.contains("is being cancelled")) terminal.provider.alwaysQueries(ScriptedProvider.closed());
        });
        assertEquals(TerminalExit.CLOSED, terminal.types(MILK, ALIPAY_CODE, "stop", "stop back", "wait", "quit"));
        assertSaid(
                "Does the customer keep the goods (order " + FIRST_ORDER + ")?",
                "Money: being cancelled; whatever was taken or still comes goes back by itself.",
                "PAY-CANCELLED Stopped: ￥5.50 is being cancelled.",
                "PAY-CANCELLED Cancelled: ￥5.50 is not paid, or went back");
    }

    @Test
    void aCancelThatGaveMoneyBackSaysSo() {
        terminal.json()
                .rules(TestTerminal.IMPATIENT)
                .provider
                .pays(ScriptedProvider.pending())
                .queries(ScriptedProvider.pending())
                .cancels(ScriptedProvider.cancelled(CancelAnswer.Action.REFUND))
                .queries(ScriptedProvider.closed());
        terminal.types(MILK, ALIPAY_CODE, "wait", "quit");
        assertEquals("DEADLINE", terminal.only("cancelling").path("cause").asString());
        JsonNode cancelled = terminal.only("cancelled");
        assertTrue(cancelled.path("moneyReturned").asBoolean());
        assertTrue(cancelled.path("final").asBoolean());
        assertEquals("back", cancelled.path("money").asString());
    }

    @Test
    void lateMoneyOfACancelledPaymentGoesBackByItselfAndIsTold() {
        terminal.json()
                .rules(TestTerminal.IMPATIENT)
                .provider
                .pays(ScriptedProvider.unknown(UnknownReason.TIMEOUT))
                .queries(ScriptedProvider.noSuchOrder())
                .cancels(ScriptedProvider.cancelled(CancelAnswer.Action.NONE))
                .queries(ScriptedProvider.paid(null))
                .cancels(ScriptedProvider.cancelled(CancelAnswer.Action.REFUND))
                .queries(ScriptedProvider.closed());
        ScriptReader script = new ScriptReader(MILK, ALIPAY_CODE, "~\"moneyReturned\":true", "cash 5.50");
        assertEquals(TerminalExit.CLOSED, terminal.onLine(script::said).reads(script));
        List<String> causes = terminal.objects().stream()
                .filter(object -> object.path("type").asString().equals("cancelling"))
                .map(object -> object.path("cause").asString())
                .toList();
        assertEquals(List.of("DEADLINE", "LATE_MONEY"), causes);
    }

    @Test
    void goodsThatTheCustomerKeepsAreNotedAndNothingIsCancelled() {
        terminal.provider
                .pays(ScriptedProvider.unknown(UnknownReason.TIMEOUT))
                .alwaysQueries(ScriptedProvider.noSuchOrder());
        assertEquals(
                TerminalExit.OPEN_ATTEMPT,
                terminal.closesAtOnce().types(MILK, ALIPAY_CODE, "stop kept", "open", "quit"));
        assertSaid("Noted: the customer keeps the goods, ￥5.50", "Open: ￥5.50, order " + FIRST_ORDER);
        assertTrue(terminal.journal.events().stream().noneMatch(JournalEvent.CancelDecided.class::isInstance));
    }

    // Being asked twice.

    @Test
    void aSecondScanJoinsThePaymentThatIsUnderWay() {
        terminal.json().provider.pays(ScriptedProvider.pending()).alwaysQueries(ScriptedProvider.pending());
        terminal.closesAtOnce().types(MILK, ALIPAY_CODE, SECOND_CODE, "quit");
        JsonNode refused = terminal.only("refused");
        assertEquals("ALREADY_BEING_PAID", refused.path("reason").asString());
        assertEquals("PAY-TWICE", refused.path("code").asString());
        assertEquals("being-checked", refused.path("money").asString());
        assertEquals(1, terminal.typesSaid().stream().filter("paying"::equals).count());
    }

    @Test
    void aPaymentCodeAfterAPaidSaleSaysWhenItWasPaid() {
        terminal.types(MILK, "cash 6", ALIPAY_CODE, "quit");
        assertSaid(
                "Money: paid. Voucher: owed, waiting for the printer.",
                "PAY-TWICE Already paid at 14:03:22: ￥5.50, receipt number " + FIRST_RECEIPT);
    }

    @Test
    void aPaymentCodeBeforeAnyGoodsIsNotSent() {
        terminal.types(ALIPAY_CODE, "quit");
        assertSaid("Money: nothing was charged. Voucher: none is due.", "OPR-NOT-SUBMITTED A payment code was scanned");
    }

    @Test
    void aLargeAmountIsSentOnlyAfterAYes() {
        terminal.provider.pays(ScriptedProvider.paid(null));
        terminal.types(PIANO, ALIPAY_CODE, "no", "yes", ALIPAY_CODE, "yes", "wait", "quit");
        assertSaid(
                "SET-AMOUNT ￥800.00 is more than ￥500.00. Is the amount right?",
                "Not sent.",
                "There is no question that this could answer.",
                "PAID  ￥800.00");
    }

    // Going on.

    @Test
    void theNextCustomerIsServedWhileTheOutcomeIsAwaited() {
        terminal.json()
                .provider
                .pays(ScriptedProvider.unknown(UnknownReason.TIMEOUT))
                .alwaysQueries(ScriptedProvider.noSuchOrder());
        terminal.closesAtOnce().types(MILK, ALIPAY_CODE, MILK, "cash 10", "open", "quit");
        assertEquals("OPR-NOT-CHECKED", terminal.only("tray").path("code").asString());
        JsonNode open = terminal.only("open");
        assertEquals(FIRST_ORDER, open.path("attempts").path(0).path("order").asString());
        assertEquals(
                "being-checked", open.path("attempts").path(0).path("money").asString());
        assertEquals(
                "T001K700000002", open.path("vouchers").path(0).path("receipt").asString());
        assertEquals("T001K700000002", terminal.only("paid").path("receipt").asString());
    }

    // Price, discount, holding.

    @Test
    void aPriceIsChangedByHand() {
        terminal.types(MILK, "price 5", "price 4.50 1 label says so", "price 1 7", "cash 5", "quit");
        assertSaid(
                "1  Milk  1 件 × ￥5.00 = ￥5.00  Total ￥5.00",
                "1  Milk  1 件 × ￥4.50 = ￥4.50  Total ￥4.50",
                "There is no such line in the basket.",
                "PAID  ￥4.50 in cash");
        assertTrue(terminal.journal.text().contains("label says so"));
    }

    @Test
    void aDiscountOnALineAndOnEverythingSaysWhatIsTakenOff() {
        terminal.types(
                MILK,
                APPLES_OF_ONE_KILO,
                "discount line 1 0.50 dented",
                "discount 10% member",
                "discount line 1 0",
                "discount 0",
                "discount 99 too much",
                "cash 20",
                "quit");
        assertSaid(
                "1  Milk  1 件 × ￥5.50 − ￥0.50 = ￥5.00  Total ￥17.80",
                "10% off everything (member); ￥2.28 off in all. Total ￥16.02",
                "1  Milk  1 件 × ￥5.50 − ￥0.55 = ￥4.95  Total ￥16.47",
                "Nothing is taken off everything any more. Total ￥18.30",
                "That is more than there is to be taken off: 18.30 yuan.",
                "PAID  ￥18.30 in cash");
    }

    @Test
    void aDiscountIsTypedAsTheTradeSpeaks() {
        terminal.chinese().types(MILK, MILK, "折扣 9折 会员", "折扣 行 1 85折 破损", "现金 20", "退出");
        assertSaid("全单优惠 10%（会员），共优惠 ￥1.10。合计 ￥9.90", "1  纯牛奶  2 件 × ￥5.50 − ￥2.59 = ￥8.41  合计 ￥8.41", "已到账  现金 ￥8.41");
    }

    @Test
    void aBasketIsHeldForTheNextCustomerAndRecalledByItsSlipOrItsNumber() {
        String slip = HeldNumber.of(1, "K7", 1).text();
        terminal.types(
                MILK, MILK, "hold red coat", MILK, "open", slip, "cash 6", slip, slip, "hold", "recall 1", "quit");
        assertSaid(
                "Held as " + slip + ": 1 lines, ￥11.00. To have it back, scan its slip or type: recall 1",
                "Held " + slip + "  1 lines  ￥11.00  since 14:03:22  \"red coat\". To have it back: recall 1",
                "Something lies on the counter already. Take the money for it, hold it or drop it first.",
                "PAID  ￥5.50",
                "Held basket " + slip + " is back on the counter: 1 lines. Total ￥11.00",
                "No basket is held here under " + slip,
                "The basket of 1 lines, ￥11.00, is kept for the next start.");
    }

    @Test
    void recallAloneTakesTheOnlyOneAndAsksAmongSeveral() {
        terminal.json()
                .types(
                        "recall",
                        MILK,
                        "hold a",
                        "recall",
                        "hold a",
                        MILK,
                        MILK,
                        "hold b",
                        "recall",
                        "recall 9",
                        "quit");
        assertEquals(List.of("NO_SUCH_HELD"), refusals());
        assertEquals(
                List.of(0, 2),
                terminal.objects().stream()
                        .filter(object -> object.path("type").asString().equals("held-baskets"))
                        .map(object -> object.path("held").size())
                        .toList());
        JsonNode closed = terminal.only("closed");
        assertEquals(2, closed.path("heldBaskets").asInt());
        assertEquals(1650, closed.path("heldFen").asInt());
        assertTrue(closed.path("text").asString().contains("Baskets held: 2, together ￥16.50."));
    }

    @Test
    void aHeldNumberWithAWrongCharacterIsMisreadAndNothingElse() {
        terminal.json().types(MILK, "hold", "H001K700000002A", "recall H001K700000002A", "quit");
        List<String> reasons = terminal.objects().stream()
                .filter(object -> object.path("type").asString().equals("error"))
                .map(object -> object.path("reason").asString())
                .toList();
        assertEquals(List.of("BAD_CHECK_DIGIT", "BAD_CHECK_DIGIT"), reasons);
    }

    @Test
    void heldBasketsAreThereAfterAStart() {
        terminal.types(MILK, "hold", "quit");
        TestTerminal next = new TestTerminal().from(terminal.end());
        next.types("status", "recall", "cash 6", "quit");
        assertTrue(next.said().contains("Baskets held: 1."), next.said());
        assertTrue(next.said().contains("PAID  ￥5.50 in cash"), next.said());
        next.hadNoFault();
    }

    // Goods that nobody knows.

    @Test
    void unknownGoodsAreAddedInOneStep() {
        terminal.types("8888", "add 8888 6.60 新到 的茶", "8888", "add 8888 1 别的", "cash 20", "quit");
        assertSaid(
                "add them now: add 8888 PRICE NAME",
                "1  新到 的茶  1 件 × ￥6.60 = ￥6.60  Total ￥6.60",
                "1  新到 的茶  2 件 × ￥6.60 = ￥13.20  Total ￥13.20",
                "The code 8888 is in the catalogue already: 新到 的茶, ￥6.60. Nothing was changed.",
                "PAID  ￥13.20");
    }

    @Test
    void whatCannotBeAddedIsExplainedAndNeverShowsAPaymentCode() {
        terminal.types("add 6901234567890 5 茶", "add " + ALIPAY_CODE + " 5 茶", "add 8889 5 " + "茶".repeat(81), "quit");
        assertSaid(
                "SCN-BAD The code 6901234567890 was misread",
                "28************3947",
                "Not added. The name has 81 characters");
    }

    @Test
    void anUnpaidSaleIsTakenUpAgainChangedAndAbandoned() {
        terminal.provider.pays(ScriptedProvider.declined(DeclineReason.PAYER));
        terminal.types(
                MILK,
                ALIPAY_CODE,
                "wait",
                "resume " + FIRST_RECEIPT,
                "qty 3",
                "status",
                "drop",
                "abandon " + FIRST_RECEIPT,
                "quit");
        assertSaid(
                "Sale " + FIRST_RECEIPT + " is back on the counter. Total ￥5.50",
                "× ￥5.50 = ￥16.50",
                "The basket is empty again.");
    }

    @Test
    void anUnpaidSaleIsAbandonedByItsNumber() {
        terminal.provider.pays(ScriptedProvider.declined(DeclineReason.PAYER));
        terminal.types(MILK, ALIPAY_CODE, "wait", "abandon " + FIRST_RECEIPT, "quit");
        assertSaid("Sale " + FIRST_RECEIPT + " ended without money.");
    }

    @Test
    void aVoucherIsGivenOrWaivedOnce() {
        terminal.types(
                MILK,
                "cash 6",
                "given " + FIRST_RECEIPT,
                "waive " + FIRST_RECEIPT,
                MILK,
                "cash 6",
                "waive T001K700000002",
                "quit");
        assertSaid(
                "Voucher of " + FIRST_RECEIPT + ": given.",
                "No voucher is owed under that number.",
                "Voucher of T001K700000002: the customer did not want it.");
        assertFalse(terminal.said().contains("Vouchers owed: 1, together"));
    }

    @Test
    void theLastReceiptAndAnyOtherAreShownAgain() {
        terminal.json()
                .types(
                        MILK,
                        "cash 6",
                        MILK,
                        MILK,
                        "cash 20",
                        "receipt",
                        "receipt " + FIRST_RECEIPT,
                        FIRST_RECEIPT,
                        "quit");
        List<String> shown = terminal.objects().stream()
                .filter(object -> object.path("type").asString().equals("receipt"))
                .map(object -> object.path("receipt").asString())
                .toList();
        assertEquals(List.of(FIRST_RECEIPT, "T001K700000002", "T001K700000002", FIRST_RECEIPT, FIRST_RECEIPT), shown);
    }

    @Test
    void theReceiptOfAPaymentBeingCheckedProvesNothing() {
        terminal.provider
                .pays(ScriptedProvider.unknown(UnknownReason.TIMEOUT))
                .alwaysQueries(ScriptedProvider.noSuchOrder());
        terminal.closesAtOnce().types(MILK, ALIPAY_CODE, FIRST_RECEIPT, "quit");
        assertSaid("Sale " + FIRST_RECEIPT + ": ￥5.50 to pay", "Result being checked");
    }

    @Test
    void anUnknownReceiptIsSaidToBeUnknown() {
        terminal.types("receipt", "receipt T001K700000099", "quit");
        assertSaid("No sale was paid since the start.", "There is no receipt of T001K700000099");
    }

    @Test
    void statusTellsBasketJournalAndProviders() {
        terminal.json().provider.pays(ScriptedProvider.paid(null));
        terminal.types(MILK, ALIPAY_CODE, "wait", MILK, "cashier B02", "status", "quit");
        JsonNode status = terminal.only("status");
        assertEquals("ok", status.path("journal").asString());
        assertEquals(550, status.path("totalFen").asInt());
        assertEquals("B02", status.path("cashier").asString());
        assertEquals("Milk", status.path("basket").path(0).path("name").asString());
        assertEquals("alipay", status.path("providers").path(0).path("provider").asString());
        assertTrue(status.path("providers").path(0).path("proved").asBoolean());
        assertEquals(1, status.path("vouchersOwed").asInt());
    }

    @Test
    void goodsAreFoundByNameAndInitials() {
        terminal.types("find 牛奶", "find hfs", "find nothing-like-it", "quit");
        assertSaid("1001  Milk  ￥5.50 / 件", "20015  Apples  ￥12.80 / kg", "No goods found.");
    }

    // Goods.

    @Test
    void aLabelOfTheScaleSellsItsWeight() {
        terminal.types(label("21" + APPLES + "00864"), "cash 20", "quit");
        assertSaid("1  Apples  0.864 kg × ￥12.80 = ￥11.06  Total ￥11.06");
    }

    @Test
    void weighedGoodsWithoutAWeightAskForIt() {
        terminal.types(APPLES, "add " + APPLES + " 0.5", "drop", "quit");
        assertSaid("Apples is sold by weight", "1  Apples  0.5 kg × ￥12.80 = ￥6.40");
    }

    @Test
    void aLabelThatIsAlsoAPaymentCodeIsAskedAbout() {
        String label = label("26" + APPLES + "0100001280");
        terminal.provider.pays(ScriptedProvider.paid(null));
        terminal.types(label, "1", label, "2", "wait", "quit");
        assertSaid(
                "This scan may mean several things.",
                "1 = label of the scale, goods 20015",
                "2 = payment code of Alipay");
        assertSaid("1  Apples  1 kg × ￥12.80 = ￥12.80", "PAID  ￥12.80");
        assertFalse(terminal.said().contains(label), "most of it is a payment code");
    }

    @Test
    void whatCannotBeSoldSaysWhy() {
        terminal.types("9999", GONE, "6901234567890", "milk please", "Mxyz", "quit");
        assertSaid(
                "No goods have the code 9999.",
                "Gone is no longer sold.",
                "SCN-BAD The code 6901234567890 was misread",
                "SCN-BAD \"milk please\" is no code",
                "No goods have the code MXYZ.");
        assertEquals(
                terminal.out.stream()
                        .filter(line -> line.contains("no code")
                                || line.contains("No goods")
                                || line.contains("misread")
                                || line.contains("no longer"))
                        .count(),
                terminal.out.stream()
                        .filter("Money: nothing was charged. Voucher: none is due."::equals)
                        .count(),
                "every trouble answers the two questions first");
    }

    // Refusals of the register.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cash 5 | NOTHING_TO_PAY",
                "void | NO_SUCH_LINE",
                "qty 2 | NO_SUCH_LINE",
                "drop | NO_SUCH_LINE",
                "1001;cash 1 | CASH_SHORT",
                "1001;qty 7 8 | NO_SUCH_LINE",
                "1003;qty 99999;add 1003 99999 | LINE_TOO_LARGE",
                "1003;qty 5;287634438256643947 | AMOUNT_TOO_HIGH",
                "1001;134567890123456789 | PROVIDER_NOT_READY",
                "1005;287634438256643947 | AMOUNT_IS_ZERO",
                "add 20015 0.001;287634438256643947 | AMOUNT_TOO_LOW",
                "stop | NOTHING_TO_STOP",
                "stop back T001K70000000101100009 | NO_SUCH_ORDER",
                "recall T001K700000009 | NO_SUCH_SALE",
                "abandon T001K700000009 | NO_SUCH_SALE",
                "given T001K700000009 | NO_VOUCHER_OWED",
                "settle T001K70000000101100009 returned why | NO_SUCH_ORDER"
            })
    void theRegistersRefusalsHaveSentences(String script, String reason) {
        String lines =
                script.replace(";", "\n").replace(" \n ", "\n") + (script.contains("287") ? "\nyes" : "") + "\nquit\n";
        terminal.json().reads(new java.io.StringReader(lines));
        List<String> reasons = terminal.objects().stream()
                .filter(object -> object.path("type").asString().equals("refused"))
                .map(object -> object.path("reason").asString())
                .toList();
        assertEquals(List.of(reason), reasons, terminal::said);
        for (JsonNode object : terminal.objects()) {
            if (!object.path("type").asString().equals("refused")) continue;
            assertTrue(object.path("text").asString().startsWith("Money: "), terminal::said);
            assertTrue(object.path("text").asString().contains("Voucher: "), terminal::said);
        }
    }

    @Test
    void whileAPaymentIsUnderWayItsSaleIsNeitherRecalledNorAbandonedNorSettled() {
        terminal.json().provider.pays(ScriptedProvider.pending()).alwaysQueries(ScriptedProvider.pending());
        terminal.closesAtOnce()
                .types(
                        MILK,
                        ALIPAY_CODE,
                        "abandon " + FIRST_RECEIPT,
                        "settle " + FIRST_ORDER + " returned why",
                        MILK,
                        "recall " + FIRST_RECEIPT,
                        "quit");
        assertEquals(List.of("OUTCOME_FIRST", "NOT_FOR_A_PERSON", "BASKET_NOT_EMPTY"), refusals());
    }

    @Test
    void aCancelIsNotDecidedTwice() {
        terminal.json()
                .provider
                .pays(ScriptedProvider.pending())
                .alwaysQueries(ScriptedProvider.pending())
                .alwaysCancels(new CancelAnswer.Retry(ScriptedProvider.OK));
        terminal.closesAtOnce().types(MILK, ALIPAY_CODE, "stop back", "stop back", "cash 6", "quit");
        assertEquals(List.of("ALREADY_CANCELLING", "OUTCOME_FIRST"), refusals());
        assertEquals(
                "going-back",
                terminal.only("closed").path("attempts").path(0).path("money").asString());
    }

    private List<String> refusals() {
        return terminal.objects().stream()
                .filter(object -> object.path("type").asString().equals("refused"))
                .map(object -> object.path("reason").asString())
                .toList();
    }

    @Test
    void moneyThatCannotBeCancelledIsLeftToTheWordOfAPerson() {
        terminal.json()
                .provider
                .pays(ScriptedProvider.pending())
                .alwaysQueries(ScriptedProvider.pending())
                .alwaysCancels(new CancelAnswer.Refused(ScriptedProvider.OK));
        ScriptReader script = new ScriptReader(
                MILK,
                ALIPAY_CODE,
                "stop back",
                "~\"type\":\"needs-person\"",
                "stop kept " + FIRST_ORDER,
                "~\"type\":\"voucher-owed\"");
        terminal.onLine(line -> {
            if (line.contains("\"type\":\"cancelling\"")) terminal.provider.alwaysQueries(ScriptedProvider.paid(null));
            script.said(line);
        });
        assertEquals(TerminalExit.CLOSED, terminal.reads(script));
        assertEquals("for-a-person", terminal.only("needs-person").path("money").asString());
        assertEquals(550, terminal.only("paid").path("amountFen").asInt());
    }

    @Test
    void aFullDiskStopsPaymentByCodeButNotCash() {
        terminal.journal.bytesSetAside(1_000);
        terminal.types(MILK, ALIPAY_CODE, "cash 10", "quit");
        assertSaid("SYS-DISK Too little disk space", "PAID  ￥5.50 in cash");
    }

    @Test
    void aBrokenJournalSellsNothingAndIsNotClosedInGoodOrder() {
        terminal.onLine(line -> {
            if (line.contains("Milk")) terminal.journal.breaks();
        });
        assertEquals(TerminalExit.NOT_CLOSED, terminal.types(MILK, "cash 10", "status", "quit"));
        assertSaid(
                "SYS-JOURNAL The journal cannot be written, so nothing may be sold.",
                "SYS-JOURNAL Journal: cannot be written",
                "Not closed in good order.");
        assertFalse(terminal.said().contains("PAID"));
    }

    // Robust input.

    @Test
    void scansInQuickSuccessionAreEachAnswered() {
        assertEquals(
                TerminalExit.CLOSED,
                terminal.scanned(MILK, MILK, TestTerminal.PIANO).types("cash 1000"));
        assertSaid("Milk", "Piano", "PAID");
        assertFalse(terminal.said().contains("NO_REPLY"), terminal::said);
    }

    @Test
    void aRefusalOfAScanIsToldAlthoughTheNextScanWaits() {
        terminal.onLine(line -> terminal.journal.breaks());
        terminal.scanned(MILK, MILK).types("help");
        String beforeHelp = terminal.said().substring(0, terminal.said().indexOf("A line is"));
        assertEquals(2, beforeHelp.split("nothing may be sold", -1).length - 1, terminal::said);
    }

    @Test
    void aLineOfTenThousandCharactersIsRefusedAndTheNextOneWorks() {
        terminal.types("7".repeat(10_000), MILK, "drop", "quit");
        assertSaid("SCN-BAD The line is longer than 1000 characters", "1  Milk");
        assertTrue(terminal.out.stream().allMatch(line -> line.length() < 1_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"１００１", "\t 1001 \t", "\u00021001\u0003\r", "]C01001", "\uFEFF1001", "　1001　", "10\u200b01"})
    void whatInputMethodsAndScannersAddIsTakenAway(String scan) {
        terminal.types(scan, "drop", "quit");
        assertSaid("1  Milk  1 件");
    }

    @Test
    void aScannersPrefixTellsThatDigitsAreNoPaymentCode() {
        terminal.types("]E0" + "6901234567890", "]E0" + ALIPAY_CODE, "quit");
        assertSaid("SCN-BAD The code 6901234567890 was misread");
        assertFalse(terminal.said().contains("OPR-NOT-SUBMITTED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cash",
                "cash x",
                "cash -1",
                "cash 1.005",
                "cash 287634438256643947",
                "qty",
                "qty 0",
                "qty 1 2 3",
                "void x",
                "void 0",
                "stop maybe",
                "recall x",
                "recall 123456789",
                "resume",
                "resume 12",
                "price",
                "price x",
                "price 1 0",
                "discount",
                "discount 10%",
                "discount 101% why",
                "discount 1.005 why",
                "discount line",
                "discount line 1 2",
                "discount line x 2 why",
                "add 8888 5.00x 茶",
                "add 8888 5.00 2876344382566439",
                "given",
                "waive x",
                "settle",
                "settle x y",
                "settle x y z",
                "find",
                "cashier 2876344382566439",
                "wait x",
                "lang fr",
                "cashier",
                "cashier a b",
                "drop now",
                "status all",
                "add",
                "receipt x"
            })
    void aMisusedWordShowsItsUsageAndNothingOfWhatWasTyped(String line) {
        terminal.json().types(line, "quit");
        assertEquals("MISUSED", terminal.only("error").path("reason").asString());
    }

    @Test
    void aPaymentCodeBehindAnyWordIsNeverRepeated() {
        for (Word word : Word.values()) {
            if (word == Word.QUIT) continue;
            TestTerminal fresh = new TestTerminal();
            for (String name : word.names()) {
                fresh.types(MILK, name + " " + ALIPAY_CODE, name + " " + ALIPAY_CODE + " 1", "quit");
            }
            fresh.hadNoFault();
        }
    }

    @Test
    void anOutputThatIsGoneStillClosesInGoodOrder() {
        terminal.onLine(line -> {
            if (line.contains("Milk")) throw new java.io.UncheckedIOException(new java.io.IOException("broken pipe"));
        });
        assertEquals(TerminalExit.CLOSED, terminal.types(MILK, "cash 6"));
        assertTrue(terminal.journal.events().getLast() instanceof JournalEvent.RegisterStopped);
        assertTrue(terminal.journal.events().stream().anyMatch(JournalEvent.CashTaken.class::isInstance));
    }

    @Test
    void randomCharactersNeverMakeItFail() {
        long seed = 20260302;
        java.util.Random random = new java.util.Random(seed);
        StringBuilder lines = new StringBuilder();
        String alphabet = "0123456789 \t\u0000\u001b\r]{}\"\\%\uD83DT￥１现金qty.-";
        for (int i = 0; i < 2_000; i++) {
            int length = random.nextInt(30);
            for (int c = 0; c < length; c++) lines.append(alphabet.charAt(random.nextInt(alphabet.length())));
            lines.append('\n');
        }
        int exit = terminal.json().reads(new java.io.StringReader(lines.toString()));
        assertEquals(TerminalExit.CLOSED, exit, "seed " + seed);
        assertFalse(terminal.said().contains("PROGRAM_FAULT"), "seed " + seed);
    }

    // Languages.

    @Test
    void chineseWordsAndSentences() {
        terminal.chinese().types(MILK, "数量 ２", "现金 20", "小票", "查找 牛奶", "未完", "状态", "帮助", "退出");
        assertSaid(
                "1  纯牛奶  2 件 × ￥5.50 = ￥11.00  合计 ￥11.00",
                "已到账  现金 ￥11.00  实收 ￥20.00  找零 ￥9.00  票号 " + FIRST_RECEIPT,
                "钱：已到账。 票：待出小票，等打印机。",
                "小票未打印：还没有接打印机。",
                "已正常关闭。");
    }

    @Test
    void theLanguageChangesOnTheWay() {
        terminal.types("lang zh-CN", "停止", "语言 英文", "stop", "quit");
        assertSaid("没有可以停止的付款。", "No payment is under way that could be stopped.");
    }

    // The end.

    @Test
    void theEndOfInputClosesInGoodOrder() {
        assertEquals(TerminalExit.CLOSED, terminal.reads(new java.io.StringReader(MILK)));
        assertSaid("1  Milk", "The basket of 1 lines, ￥5.50, is kept for the next start.", "Closed in good order.");
        assertTrue(terminal.journal.events().getLast() instanceof JournalEvent.RegisterStopped);
    }

    @Test
    void closingWaitsForAPaymentThatIsUnderWay() {
        CountDownLatch awaited = new CountDownLatch(1);
        terminal.onLine(line -> {
            if (line.contains("A payment is under way")) awaited.countDown();
        });
        terminal.provider
                .pays(ScriptedProvider.pending())
                .queries(ScriptedProvider.after(awaited, ScriptedProvider.paid(null)));
        assertEquals(TerminalExit.CLOSED, terminal.types(MILK, ALIPAY_CODE));
        assertSaid("A payment is under way; its outcome is awaited", "PAID  ￥5.50", "Closed in good order.");
    }

    @Test
    void closingWithAnOpenAttemptSaysSoWithTheAmount() {
        terminal.json().provider.pays(ScriptedProvider.pending()).alwaysQueries(ScriptedProvider.pending());
        assertEquals(TerminalExit.OPEN_ATTEMPT, terminal.closesAtOnce().types(MILK, ALIPAY_CODE));
        JsonNode closed = terminal.only("closed");
        assertEquals(1, closed.path("openAttempts").asInt());
        assertEquals(550, closed.path("openAmountFen").asInt());
        assertTrue(closed.path("text").asString().contains("Open: ￥5.50, order " + FIRST_ORDER));
    }

    @Test
    void anInputThatBreaksClosesInGoodOrderToo() {
        java.io.Reader broken = new java.io.Reader() {
            @Override
            public int read(char[] buffer, int from, int length) throws java.io.IOException {
                throw new java.io.IOException("the pipe is gone");
            }

            @Override
            public void close() {}
        };
        assertEquals(TerminalExit.CLOSED, terminal.reads(broken));
        assertSaid("Closed in good order.");
    }

    @Test
    void theNextStartGoesOnAskingAndTellsTheOutcome() {
        terminal.provider.pays(ScriptedProvider.pending()).alwaysQueries(ScriptedProvider.pending());
        terminal.closesAtOnce().types(MILK, ALIPAY_CODE);
        TestTerminal next = new TestTerminal().from(terminal.end());
        next.provider.alwaysQueries(_ -> new PaymentAnswer.Paid(
                ScriptedProvider.TRADE, Money.parseYuan("5.50"), null, null, null, ScriptedProvider.OK));
        assertEquals(TerminalExit.CLOSED, next.types("wait", "quit"));
        assertTrue(next.said().contains("PAID  ￥5.50"), next::said);
        assertTrue(next.said().contains("TOTAL (1 lines)           ￥5.50"), next::said);
        next.hadNoFault();
    }

    // JSON.

    @Test
    void jsonIsOneObjectALineWithTypesInTheOrderOfWhatHappened() {
        terminal.json().provider.pays(ScriptedProvider.paid(TestTerminal.NOW));
        terminal.types(MILK, ALIPAY_CODE, "wait", "quit");
        List<String> types = terminal.typesSaid();
        assertEquals(
                List.of("ready", "line", "total", "paying", "paid", "receipt", "voucher-owed", "waited", "closed"),
                types);
        JsonNode paid = terminal.only("paid");
        assertEquals("scan", paid.path("tender").asString());
        assertEquals("2026-03-02T06:03:22Z", paid.path("paidAt").asString());
        assertEquals("paid", paid.path("money").asString());
        assertEquals("queued", paid.path("voucher").asString());
        assertFalse(terminal.only("voucher-owed").path("printed").asBoolean());
    }

    private static String label(String withoutCheckDigit) {
        int sum = 0;
        for (int i = 0; i < withoutCheckDigit.length(); i++) {
            int fromRight = withoutCheckDigit.length() - i;
            sum += (withoutCheckDigit.charAt(i) - '0') * (fromRight % 2 == 1 ? 3 : 1);
        }
        return withoutCheckDigit + (10 - sum % 10) % 10;
    }

    private void assertSaid(String... parts) {
        for (String part : parts)
            assertTrue(terminal.said().contains(part), () -> part + "\n is not in:\n" + terminal.said());
    }
}
