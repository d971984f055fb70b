package tillbook.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tillbook.journal.EventCodec;
import tillbook.journal.FieldReader;
import tillbook.journal.FieldWriter;
import tillbook.journal.JournalBrokenException;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.journal.JournalWriter;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentCode;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;
import tillbook.printing.PrintJobState;
import tillbook.sale.Basket;
import tillbook.sale.Discount;
import tillbook.sale.HeldNumber;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

class RegisterTest {
    private static final Exchange EXCHANGE = new Exchange("10000", null, null, null, 40, 0L);
    private static final String CODE = "281234567890123456";

    private final List<String> order = new ArrayList<>();
    private final List<Effect> sent = new ArrayList<>();
    private final List<JournalEntry> committed = new ArrayList<>();
    private final Paper paper = new Paper();
    private long now = 1_000_000;
    private long wallAhead;
    private String account = "app";
    private Register register = newRegister(RegisterState.NEW);

    /** A journal in memory that knows what is durable. */
    private final class Paper implements JournalWriter {
        private final List<byte[]> waiting = new ArrayList<>();
        private final List<byte[]> durable = new ArrayList<>();
        private long room = Register.BYTES_FOR_A_PAYMENT;
        private boolean broken;
        private int forces;

        @Override
        public long append(byte[] payload) {
            if (broken) throw new JournalBrokenException("test", new IOException("no disk"));
            waiting.add(payload);
            return (long) durable.size() + waiting.size();
        }

        @Override
        public void force() {
            if (broken) throw new JournalBrokenException("test", new IOException("no disk"));
            durable.addAll(waiting);
            waiting.clear();
            forces++;
            order.add("force");
        }

        @Override
        public long bytesSetAside() {
            return room;
        }

        @Override
        public boolean recover() {
            waiting.clear();
            return !broken;
        }
    }

    private Register newRegister(RegisterState start) {
        Clock wall = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.parse("2026-11-22T06:03:00Z").plusMillis(now + wallAhead);
            }
        };
        Shop shop = new Shop(
                1,
                "02",
                "tea",
                Money.ofFen(1),
                Money.ofFen(500_000),
                ZoneId.of("Asia/Shanghai"),
                LocalTime.of(4, 0),
                true,
                "test",
                "here",
                PrintRules.OFF,
                Map.of(Provider.ALIPAY, PaymentRules.ALIPAY),
                Map.of(Provider.ALIPAY, account));
        return new Register(shop, start, paper, new Times(wall, () -> now), () -> "abcdef", new Register.World() {
            @Override
            public void send(Effect effect) {
                order.add("send");
                sent.add(effect);
            }

            @Override
            public void print(PrintOrder order) {}

            @Override
            public void committed(List<JournalEntry> entries, RegisterState state) {
                order.add("show");
                committed.addAll(entries);
            }

            @Override
            public String fault(RuntimeException fault) {
                throw fault;
            }
        });
    }

    @BeforeEach
    void starts() {
        register.start("K7");
        order.clear();
    }

    private Reply want(Intent intent) {
        @Nullable Reply[] got = {null};
        register.turn(List.of(new Input.Wanted(intent, reply -> {
            order.add("reply");
            got[0] = reply;
        })));
        Reply reply = got[0];
        if (reply == null) throw new AssertionError("no reply to " + intent);
        return reply;
    }

    private Refusal refusal(Intent intent) {
        return assertInstanceOf(Reply.Refused.class, want(intent)).reason();
    }

    private void done(Intent intent) {
        assertInstanceOf(Reply.Done.class, want(intent));
    }

    private static Intent goods(String code, long fen) {
        return new Intent.AddGoods(code, "茶", "件", Quantity.ONE, Money.ofFen(fen), 1300, true);
    }

    private static Intent pay() {
        return new Intent.PayByCode(new PaymentCode(CODE), Provider.ALIPAY);
    }

    private void answer(PaymentAnswer answer) {
        Effect last = sent.getLast();
        ProviderCall call = last instanceof Effect.Pay ? ProviderCall.PAY : ProviderCall.QUERY;
        register.turn(List.of(new Input.PaymentAnswered(last.callId(), last.order(), call, answer)));
    }

    private static PaymentAnswer paid(long fen) {
        return new PaymentAnswer.Paid("2026112222001", Money.ofFen(fen), null, null, null, EXCHANGE);
    }

    private static PaymentAnswer silence() {
        return new PaymentAnswer.Unknown(UnknownReason.TIMEOUT, EXCHANGE);
    }

    private static PaymentAnswer declined() {
        return new PaymentAnswer.Declined(DeclineReason.PAYER, EXCHANGE);
    }

    private JournalEvent newest() {
        return committed.getLast().event();
    }

    private JournalEvent.Completion completion() {
        JournalEvent.TenderPaid paid = assertInstanceOf(JournalEvent.TenderPaid.class, newest());
        JournalEvent.Completion completion = paid.completion();
        if (completion == null) throw new AssertionError("the sale is not complete: " + paid);
        return completion;
    }

    private ReceiptNumber atCounter() {
        ReceiptNumber receipt = register.state().atCounter();
        if (receipt == null) throw new AssertionError("nobody stands at the counter");
        return receipt;
    }

    @Test
    void nothingIsShownAnsweredOrSentBeforeItIsDurable() {
        done(goods("2000000000015", 1280));
        assertEquals(List.of("force", "show", "reply"), order);
        order.clear();
        done(pay());
        assertEquals(List.of("force", "show", "send", "reply"), order);
    }

    @Test
    void allRecordsOfOneTurnShareOneForce() {
        int before = paper.forces;
        List<Input> three = List.of(
                new Input.Wanted(goods("2000000000015", 1280), _ -> {}),
                new Input.Wanted(goods("2000000000022", 350), _ -> {}),
                new Input.Wanted(pay(), _ -> {}));
        register.turn(three);
        assertEquals(before + 1, paper.forces);
        assertEquals(1, sent.size());
        assertEquals(
                Money.ofFen(1630),
                register.state().saleAtCounter().orElseThrow().due());
    }

    @Test
    void aScanOfTheSameGoodsCountsUpAndWeighedGoodsDoNot() {
        done(goods("2000000000015", 1280));
        done(goods("2000000000015", 1280));
        Intent apple =
                new Intent.AddGoods("2100003008640", "苹果", "kg", new Quantity(864), Money.ofFen(996), 900, false);
        done(apple);
        done(apple);
        assertEquals(3, register.state().basket().lines().size());
        assertEquals(Money.ofFen(2560 + 861 + 861), register.state().basket().total());
    }

    @Test
    void paidCompletionAndTheReceiptJobAreOneRecord() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(paid(1280));
        assertEquals(PrintJobState.QUEUED, completion().job());
        assertTrue(register.state().sales().isEmpty());
        assertEquals(1, register.state().owed().count());
    }

    @Test
    void theOrderOfAnotherAccountIsAskedOfNobodyAndEndedByAPerson() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(silence());
        OrderNumber order = sent.getLast().order();
        account = "another";
        register = newRegister(register.state());
        register.start("K8");
        sent.clear();
        now += 3_600_000;
        register.turn(List.of());
        assertEquals(List.of(), sent);
        assertEquals(
                AttemptState.UNKNOWN,
                register.state().attempt(order).orElseThrow().state());
        done(new Intent.SettleAttempt(order, JournalEvent.Settlement.MONEY_NOT_TAKEN, "looked up at the old account"));
        assertTrue(register.state().saleAtCounter().orElseThrow().mayTenderAgain());
    }

    @Test
    void theSameAccountIsAskedOnAfterAStart() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(silence());
        register = newRegister(register.state());
        register.start("K8");
        sent.clear();
        now += 3_600_000;
        register.turn(List.of());
        assertInstanceOf(Effect.Query.class, sent.getLast());
    }

    @Test
    void aPersonHasTheProviderAskedNowAndNotTwice() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(silence());
        register.turn(List.of());
        sent.clear();
        int records = committed.size();
        done(new Intent.AskAgain());
        assertInstanceOf(Effect.Query.class, sent.getLast());
        done(new Intent.AskAgain());
        assertEquals(1, sent.size(), "one question at a time: " + sent);
        assertEquals(records, committed.size(), "asking is no record; its answer is");
        answer(paid(1280));
        assertEquals(1, register.state().owed().count());
    }

    @Test
    void askingAgainNeverSendsAPaymentAnew() {
        done(goods("2000000000015", 1280));
        done(pay());
        sent.clear();
        done(new Intent.AskAgain());
        assertEquals(List.of(), sent);
        done(new Intent.AskAgain());
        assertEquals(
                AttemptState.SENDING,
                register.state().openAttempts().findFirst().orElseThrow().state());
    }

    @Test
    void aFindingIsDurableWhenItIsAnsweredAndMovesNoMoney() {
        done(goods("2000000000015", 1280));
        RegisterState before = register.state();
        order.clear();
        Intent.KeepFinding finding = new Intent.KeepFinding(
                "no-receipt",
                JournalEvent.FindingVerdict.NEEDS_PERSON,
                List.of("PRN-PAPER-OUT", "OPR-NO-VOUCHER"),
                List.of(new JournalEvent.Mended("TRY_PRINTER_AGAIN", JournalEvent.MendEnd.DONE)),
                412);
        done(finding);
        assertEquals(List.of("force", "show", "reply"), order);
        assertEquals(
                new JournalEvent.FindingKept(
                        finding.symptom(), finding.verdict(), finding.causes(), finding.mends(), 412, "02"),
                newest());
        RegisterState after = register.state();
        assertEquals(before.basket(), after.basket());
        assertEquals(before.sales(), after.sales());
        assertEquals(before.owed(), after.owed());
    }

    @Test
    void aFindingOfAnythingButCodesIsRefused() {
        String payCode = CODE;
        for (List<String> causes : List.of(List.of(payCode), List.of("PRN"), Collections.nCopies(11, "PAY-DOWN"))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Intent.KeepFinding("everything", JournalEvent.FindingVerdict.FINE, causes, List.of(), 0));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Intent.KeepFinding(payCode, JournalEvent.FindingVerdict.FINE, List.of(), List.of(), 0));
    }

    @Test
    void aSupervisorLetsAnotherTenderThroughBesideACancelThatNobodyAnswers() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(silence());
        OrderNumber order = sent.getLast().order();
        assertEquals(Refusal.NOTHING_IN_THE_WAY, refusal(new Intent.AllowAnother(order)));
        done(new Intent.Stop(order, false));
        assertEquals(Refusal.OUTCOME_FIRST, refusal(new Intent.PayCash(Money.ofFen(1280))));
        done(new Intent.AllowAnother(null));
        done(new Intent.PayCash(Money.ofFen(1280)));
        assertEquals(
                AttemptState.CANCELLING,
                register.state().attempt(order).orElseThrow().state());
        assertEquals(Refusal.NOTHING_IN_THE_WAY, refusal(new Intent.AllowAnother(order)));
    }

    @Test
    void aSecondScanJoinsThePaymentUnderWay() {
        done(goods("2000000000015", 1280));
        done(pay());
        assertEquals(Refusal.ALREADY_BEING_PAID, refusal(pay()));
        assertEquals(Refusal.ALREADY_BEING_PAID, refusal(new Intent.PayCash(Money.ofFen(2000))));
        assertEquals(1, sent.size());
    }

    @Test
    void afterARefusalTheSameSaleIsPaidAgainUnderANewOrderNumber() {
        done(goods("2000000000015", 1280));
        done(pay());
        String first = sent.getLast().order().text();
        answer(declined());
        done(pay());
        String second = sent.getLast().order().text();
        assertEquals(first.substring(0, 14), second.substring(0, 14));
        assertEquals("01", first.substring(14, 16));
        assertEquals("02", second.substring(14, 16));
    }

    @Test
    void afterARefusalMoreGoodsMayBeAddedAndTheNumberStays() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(declined());
        done(goods("2000000000022", 350));
        done(new Intent.PayCash(Money.ofFen(2000)));
        JournalEvent.CashTaken cash = assertInstanceOf(JournalEvent.CashTaken.class, newest());
        assertEquals(Money.ofFen(1630), cash.amount());
        assertEquals(Money.ofFen(370), cash.change());
        assertEquals("T001K700000001", cash.receipt().text());
    }

    @Test
    void lessCashThanDueIsRefusedAndNothingIsFrozen() {
        done(goods("2000000000015", 1280));
        assertEquals(Refusal.CASH_SHORT, refusal(new Intent.PayCash(Money.ofFen(1279))));
        assertFalse(register.state().basket().isEmpty());
        assertNull(register.state().atCounter());
    }

    @Test
    void whileAnOutcomeIsAwaitedTheNextCustomerIsServedAndTheReceiptIsHeldForAPerson() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(silence());
        done(goods("2000000000022", 350));
        assertNull(register.state().atCounter());
        now += 3_000;
        register.turn(List.of());
        answer(paid(1280));
        assertEquals(PrintJobState.HELD, completion().job());
        assertEquals(HeldCause.NEXT_CUSTOMER, completion().held());
        assertEquals(Money.ofFen(350), register.state().basket().total());
    }

    @Test
    void aSuccessAfterThreeMinutesIsHeldForAPerson() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(silence());
        now += 180_001;
        register.turn(List.of());
        answer(paid(1280));
        assertEquals(HeldCause.LATE, completion().held());
    }

    @Test
    void aClockThatWentBackHoldsTheReceipt() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(silence());
        now += 3_000;
        wallAhead = -3_600_000;
        register.turn(List.of());
        answer(paid(1280));
        assertEquals(HeldCause.CLOCK, completion().held());
    }

    @Test
    void aPaymentIsRefusedWhenItsOutcomeMightNotFitOnTheDisk() {
        done(goods("2000000000015", 1280));
        paper.room = Register.BYTES_FOR_A_PAYMENT - 1;
        assertEquals(Refusal.DISK_FULL, refusal(pay()));
        assertTrue(sent.isEmpty());
        assertFalse(register.state().basket().isEmpty());
    }

    @Test
    void aJournalThatCannotBeWrittenSellsNothingAndGoesOnWhereItWas() {
        done(goods("2000000000015", 1280));
        paper.broken = true;
        assertEquals(Refusal.JOURNAL_BROKEN, refusal(pay()));
        assertTrue(register.isBroken());
        assertTrue(sent.isEmpty(), "a request left although its intent is not durable");
        assertEquals(Refusal.JOURNAL_BROKEN, refusal(goods("2000000000022", 350)));
        paper.broken = false;
        done(goods("2000000000022", 350));
        assertEquals(Money.ofFen(1630), register.state().basket().total());
    }

    @Test
    void anAnswerThatCouldNotBeWrittenIsAskedForAgain() {
        done(goods("2000000000015", 1280));
        done(pay());
        paper.broken = true;
        answer(paid(1280));
        paper.broken = false;
        now += 2_000;
        register.turn(List.of());
        assertInstanceOf(Effect.Query.class, sent.getLast());
        answer(paid(1280));
        assertEquals(PrintJobState.QUEUED, completion().job());
    }

    @Test
    void aStartAfterACrashAsksAboutWhatWasSentAndNeverSendsItAgain() {
        done(goods("2000000000015", 1280));
        done(pay());
        RegisterState onTape = FieldReader.read(snapshot(), RegisterStateCodec::read);
        assertEquals(register.state(), onTape);
        register = newRegister(onTape);
        register.start("ZZ");
        assertInstanceOf(Effect.Query.class, sent.getLast());
        assertEquals(
                AttemptState.UNKNOWN,
                register.state().openAttempts().findFirst().orElseThrow().state());
        assertEquals("K7", register.state().epoch());
    }

    @Test
    void stoppingAsksWhereTheGoodsAre() {
        done(goods("2000000000015", 1280));
        done(pay());
        assertEquals(Refusal.SAY_WHERE_THE_GOODS_ARE, refusal(new Intent.Stop(null, null)));
        done(new Intent.Stop(null, true));
        assertEquals(Refusal.GOODS_ARE_GONE, refusal(new Intent.Stop(null, false)));
        answer(paid(1280));
        assertEquals(PrintJobState.QUEUED, completion().job());
    }

    @Test
    void whatIsStoppedIsCancelledAtOnceAndALateSuccessOfItIsOnlyEvidence() {
        done(goods("2000000000015", 1280));
        done(pay());
        Effect payment = sent.getLast();
        done(new Intent.Stop(null, false));
        assertInstanceOf(Effect.Cancel.class, sent.getLast());
        register.turn(
                List.of(new Input.PaymentAnswered(payment.callId(), payment.order(), ProviderCall.PAY, paid(1280))));
        assertEquals(
                AttemptState.CANCELLING,
                register.state().openAttempts().findFirst().orElseThrow().state());
        assertEquals(0, register.state().owed().count());
    }

    @Test
    void closingSaysWhatIsOpenAndThenNothingIsTaken() {
        done(goods("2000000000015", 1280));
        done(pay());
        done(new Intent.CloseRegister());
        assertEquals(new JournalEvent.RegisterStopped(1, 0), newest());
        assertEquals(Refusal.CLOSED, refusal(goods("2000000000022", 350)));
    }

    @Test
    void aSuspendBeginsTheWaitAnewButDoesNotSendTwice() {
        done(goods("2000000000015", 1280));
        done(pay());
        wallAhead += 3_600_000;
        register.turn(List.of());
        assertEquals(1, sent.size());
        answer(paid(1280));
        assertEquals(1, register.state().owed().count());
    }

    @Test
    void everyRecordBearsRegisterShiftCashierDayAndBothTimes() {
        done(goods("2000000000015", 1280));
        JournalEntry entry = committed.getLast();
        assertEquals(1, entry.stamp().register());
        assertEquals(1, entry.stamp().shift());
        assertEquals("02", entry.stamp().cashier());
        assertEquals("2026-11-22", entry.stamp().day().toString());
        assertEquals(0, entry.stamp().up());
        byte[] payload = paper.durable.getLast();
        assertEquals(new EventCodec.Decoded.Event(entry.stamp(), entry.event()), EventCodec.decode(payload));
    }

    @Test
    void aSaleFetchedBackSendsTheOneAtTheCounterToTheTrayAndNeitherIsLost() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(declined());
        ReceiptNumber first = atCounter();
        done(new Intent.Recall(first));
        done(pay());
        answer(silence());
        done(goods("2000000000022", 350));
        done(pay());
        answer(declined());
        ReceiptNumber second = atCounter();
        Effect query = sent.stream()
                .filter(effect -> effect.order().text().startsWith(first.text()))
                .toList()
                .getLast();
        now += 3_000;
        register.turn(List.of());
        register.turn(List.of(new Input.PaymentAnswered(
                query.callId(), query.order(), ProviderCall.QUERY, new PaymentAnswer.Closed(null, EXCHANGE))));
        done(new Intent.Recall(first));
        assertNull(register.state().atCounter());
        done(goods("2000000000046", 490));
        assertEquals(Money.ofFen(1770), register.state().basket().total());
        assertEquals(
                SaleState.Stage.FROZEN,
                register.state().sale(second).orElseThrow().stage());
    }

    @Test
    void aPaymentThatMayStillComeIsNotSettledByWord() {
        done(goods("2000000000015", 1280));
        done(pay());
        OrderNumber number = sent.getLast().order();
        done(new Intent.Stop(null, true));
        Intent settle = new Intent.SettleAttempt(number, JournalEvent.Settlement.MONEY_NOT_TAKEN, "console");
        assertEquals(Refusal.NOT_FOR_A_PERSON, refusal(settle));
        answer(silence());
        assertEquals(Refusal.NOT_FOR_A_PERSON, refusal(settle));
        now += 3_000;
        register.turn(List.of());
        answer(new PaymentAnswer.NoSuchOrder(EXCHANGE));
        assertEquals(Refusal.NOT_FOR_A_PERSON, refusal(settle), "the request may still be on its way");
        now += 300_001;
        register.turn(List.of());
        answer(new PaymentAnswer.NoSuchOrder(EXCHANGE));
        done(settle);
    }

    @Test
    void aPersonMayVouchForMoneyThatAClockMadeSuspicious() {
        done(goods("2000000000015", 1280));
        done(pay());
        PaymentAnswer old = new PaymentAnswer.Paid(
                "2026112222001", Money.ofFen(1280), Instant.parse("2026-11-22T05:00:00Z"), null, null, EXCHANGE);
        answer(old);
        OrderNumber number = sent.getLast().order();
        assertEquals(
                AttemptState.ANOMALY,
                register.state().attempt(number).orElseThrow().state());
        assertEquals(Refusal.NOTHING_TO_STOP, refusal(new Intent.Stop(number, false)));
        done(new Intent.Stop(number, true));
        answer(old);
        assertEquals(1, register.state().owed().count());
    }

    @Test
    void anExchangeWhoseAnswerWasLostInsideIsGivenUpAndAskedAgain() {
        done(goods("2000000000015", 1280));
        done(pay());
        now += 120_000;
        register.turn(List.of());
        assertInstanceOf(Effect.Query.class, sent.getLast());
        int asked = sent.size();
        now += 120_000;
        register.turn(List.of());
        assertEquals(asked + 1, sent.size());
    }

    @Test
    void aCancelThatNobodyAnsweredIsAskedAboutFirstAfterABrokenJournalAndASuspend() {
        done(goods("2000000000015", 1280));
        done(pay());
        answer(new PaymentAnswer.Pending(EXCHANGE));
        done(new Intent.Stop(null, false));
        paper.broken = true;
        refusal(goods("2000000000022", 350));
        paper.broken = false;
        now += 2_000;
        register.turn(List.of());
        assertInstanceOf(Effect.Query.class, sent.getLast());
    }

    // Price and discount.

    @Test
    void aPriceChangedByHandIsOfThatLineAloneAndSaysWhoAndWhy() {
        done(goods("2000000000015", 1280));
        done(new Intent.ChangePrice(Intent.NEWEST_LINE, Money.ofFen(1000), "label"));
        assertEquals(new JournalEvent.LinePriceChanged(1, 1, Money.ofFen(1000), "label", "02"), newest());
        done(goods("2000000000015", 1280));
        assertEquals(2, register.state().basket().lines().size(), "a scan at the list price is a line of its own");
        assertEquals(Money.ofFen(2280), register.state().basket().total());
        assertEquals(Refusal.NO_SUCH_LINE, refusal(new Intent.ChangePrice(7, Money.ofFen(1), null)));
        done(new Intent.ChangeQuantity(1, new Quantity(Quantity.THOUSANDTHS_MAX)));
        assertEquals(Refusal.LINE_TOO_LARGE, refusal(new Intent.ChangePrice(1, Money.ofFen(Money.FEN_MAX), null)));
    }

    @Test
    void aFrozenSalesLinesAddUpToItsAmountWhateverWasDiscounted() {
        done(goods("2000000000015", 1000));
        done(goods("2000000000022", 999));
        done(new Intent.DiscountLine(1, new Discount.Amount(Money.ofFen(101), "damaged")));
        done(new Intent.DiscountBasket(new Discount.Percent(1_000, "member")));
        assertEquals(Money.ofFen(1708), register.state().basket().total());
        done(pay());
        Sale sale = register.state().saleAtCounter().orElseThrow().sale();
        assertEquals(Money.ofFen(1708), sale.amount());
        assertEquals(
                List.of(191L, 100L),
                sale.lines().stream().map(line -> line.discount().fen()).toList());
        answer(paid(1708));
        assertEquals(1, register.state().owed().count());
    }

    @Test
    void aSecondScanCountsUpUnderADiscountOnEverything() {
        done(goods("2000000000015", 1000));
        done(new Intent.DiscountBasket(new Discount.Percent(1_000, "member")));
        done(goods("2000000000015", 1000));
        assertEquals(1, register.state().basket().lines().size());
        assertEquals(Money.ofFen(1800), register.state().basket().total());
        done(new Intent.DiscountLine(Intent.NEWEST_LINE, new Discount.Percent(5_000, "damaged")));
        done(goods("2000000000015", 1000));
        assertEquals(2, register.state().basket().lines().size(), "the damaged ones are a line of their own");
    }

    @Test
    void moreThanThereIsCannotBeTakenOff() {
        Discount thirteen = new Discount.Amount(Money.ofFen(1300), "member");
        assertEquals(Refusal.NO_SUCH_LINE, refusal(new Intent.DiscountBasket(thirteen)));
        assertEquals(Refusal.NO_SUCH_LINE, refusal(new Intent.DiscountLine(Intent.NEWEST_LINE, thirteen)));
        done(goods("2000000000015", 1280));
        Reply.Refused refused = assertInstanceOf(Reply.Refused.class, want(new Intent.DiscountBasket(thirteen)));
        assertEquals(new Reply.Refused(Refusal.DISCOUNT_TOO_LARGE, "12.80"), refused);
        assertEquals(Refusal.DISCOUNT_TOO_LARGE, refusal(new Intent.DiscountLine(1, thirteen)));
    }

    @Test
    void discountsComeBackWithASaleThatWasNotPaid() {
        done(goods("2000000000015", 1000));
        done(new Intent.DiscountBasket(new Discount.Percent(1_000, "member")));
        done(pay());
        answer(declined());
        done(goods("2000000000022", 500));
        assertEquals(Money.ofFen(1350), register.state().basket().total());
        done(new Intent.DiscountBasket(Discount.NOTHING));
        assertEquals(Money.ofFen(1500), register.state().basket().total());
        crashes();
        assertEquals(Money.ofFen(1500), register.state().basket().total());
    }

    @Test
    void discountsSurviveACrash() {
        done(goods("2000000000015", 1000));
        done(new Intent.DiscountLine(1, new Discount.Percent(1_250, "member")));
        done(new Intent.DiscountBasket(new Discount.Amount(Money.ofFen(75), "rounded")));
        Basket before = register.state().basket();
        crashes();
        assertEquals(before, register.state().basket());
        done(new Intent.ChangeQuantity(1, Quantity.ofPieces(2)));
        assertEquals(Money.ofFen(1675), register.state().basket().total());
    }

    // Held baskets.

    @Test
    void aBasketStepsAsideAndComesBackAsItWasOverACrash() {
        done(goods("2000000000015", 1280));
        done(new Intent.DiscountBasket(new Discount.Percent(1_000, "member")));
        Basket first = register.state().basket();
        done(new Intent.HoldBasket("red coat"));
        HeldNumber number = HeldNumber.of(1, "K7", 1);
        assertEquals(new JournalEvent.BasketHeld(1, number, "red coat", "02"), newest());
        assertTrue(register.state().basket().isEmpty());
        done(goods("2000000000022", 350));
        assertEquals(Refusal.BASKET_NOT_EMPTY, refusal(new Intent.RecallHeld(number)));
        done(new Intent.PayCash(Money.ofFen(350)));
        crashes();
        assertEquals(first, register.state().held(number).orElseThrow().basket());
        done(new Intent.RecallHeld(number));
        assertEquals(first, register.state().basket());
        assertTrue(register.state().held().isEmpty());
        assertEquals(Refusal.NO_SUCH_HELD, refusal(new Intent.RecallHeld(number)));
        done(new Intent.PayCash(Money.ofFen(2000)));
        assertEquals(2, register.state().owed().count());
    }

    @Test
    void severalBasketsAreHeldAndEachHasANumberOfItsOwn() {
        for (int customer = 0; customer < HeldBasket.BASKETS_MAX; customer++) {
            done(goods("2000000000015", 100 + customer));
            done(new Intent.HoldBasket(""));
        }
        done(goods("2000000000015", 1280));
        assertEquals(Refusal.HELD_FULL, refusal(new Intent.HoldBasket("")));
        done(new Intent.DropBasket());
        assertEquals(
                HeldBasket.BASKETS_MAX,
                register.state().held().stream()
                        .map(HeldBasket::number)
                        .distinct()
                        .count());
        done(new Intent.RecallHeld(register.state().held().get(7).number()));
        assertEquals(Money.ofFen(107), register.state().basket().total());
        crashes();
        assertEquals(Money.ofFen(107), register.state().basket().total());
    }

    @Test
    void aSaleThatWasNotPaidMayBeHeldAndKeepsItsReceiptNumber() {
        done(goods("2000000000015", 1280));
        assertEquals(0, register.state().held().size());
        done(pay());
        assertEquals(Refusal.ALREADY_BEING_PAID, refusal(new Intent.HoldBasket("")));
        answer(declined());
        done(new Intent.HoldBasket("fetches cash"));
        done(goods("2000000000022", 350));
        done(new Intent.PayCash(Money.ofFen(350)));
        assertEquals("T001K700000002", atCounter().text());
        crashes();
        done(new Intent.RecallHeld(register.state().held().getFirst().number()));
        done(new Intent.PayCash(Money.ofFen(2000)));
        assertEquals("T001K700000001", atCounter().text());
        assertTrue(register.state().sales().isEmpty());
    }

    @Test
    void withNothingOnTheCounterNothingIsHeld() {
        assertEquals(Refusal.NOTHING_TO_HOLD, refusal(new Intent.HoldBasket("")));
        done(goods("2000000000015", 1280));
        done(new Intent.PayCash(Money.ofFen(2000)));
        assertEquals(Refusal.NOTHING_TO_HOLD, refusal(new Intent.HoldBasket("")));
    }

    @Test
    void anUnpaidSaleWhoseLinesWereAllTakenOffEndsWhenAnotherBasketComes() {
        done(goods("2000000000015", 1280));
        done(new Intent.HoldBasket(""));
        done(goods("2000000000022", 350));
        done(pay());
        answer(declined());
        done(new Intent.Recall(atCounter()));
        done(new Intent.VoidLine(Intent.NEWEST_LINE));
        done(new Intent.RecallHeld(register.state().held().getFirst().number()));
        assertTrue(register.state().sales().isEmpty(), "it is not open for ever");
        assertEquals(Money.ofFen(1280), register.state().basket().total());
    }

    @Test
    void theReceiptOfWhoeverIsStillAwaitedIsHeldWhenAHeldBasketComesBack() {
        done(goods("2000000000015", 1280));
        done(new Intent.HoldBasket(""));
        done(goods("2000000000022", 350));
        done(pay());
        answer(silence());
        done(new Intent.RecallHeld(register.state().held().getFirst().number()));
        now += 3_000;
        register.turn(List.of());
        answer(paid(350));
        assertEquals(HeldCause.NEXT_CUSTOMER, completion().held());
    }

    @Test
    void heldLinesCountAmongThoseASegmentsHeadCanHold() {
        for (int basket = 0; basket < 4; basket++) {
            for (int line = 0; line < 500; line++) done(weighed(line));
            done(new Intent.HoldBasket("n".repeat(40)));
        }
        done(weighed(1));
        assertEquals(Refusal.TRAY_FULL, refusal(new Intent.HoldBasket("")));
        assertEquals(Refusal.TRAY_FULL, refusal(pay()));
        assertTrue(snapshot().length < 1 << 20, "a snapshot of " + snapshot().length + " bytes");
    }

    @Test
    void discountsOfManyLinesFitIntoASegmentsHeadToo() {
        for (int basket = 0; basket < 2; basket++) {
            for (int line = 0; line < 500; line++) {
                done(weighed(line));
                done(new Intent.DiscountLine(0, new Discount.Percent(100 + line, "理".repeat(40))));
            }
            done(new Intent.HoldBasket(""));
        }
        for (int line = 0; line < 500; line++) {
            done(weighed(line));
            done(new Intent.DiscountLine(0, new Discount.Percent(100 + line, "理".repeat(40))));
        }
        assertEquals(Refusal.TRAY_FULL, refusal(new Intent.HoldBasket("")));
        assertTrue(snapshot().length < 1 << 20, "a snapshot of " + snapshot().length + " bytes");
    }

    // Vouchers.

    @Test
    void anyVoucherOwedCanBeEndedHoweverManyThereAre() {
        for (int sale = 0; sale < VouchersOwed.NEWEST_MAX + 5; sale++) {
            done(goods("2000000000015", 100));
            done(new Intent.PayCash(Money.ofFen(100)));
        }
        Intent first = new Intent.SettleVoucher(ReceiptNumber.of(1, "K7", 1), JournalEvent.VoucherEnd.GIVEN);
        crashes();
        done(first);
        assertEquals(VouchersOwed.NEWEST_MAX + 4, register.state().owed().count());
        assertEquals(Refusal.NO_VOUCHER_OWED, refusal(first));
        assertEquals(
                Refusal.NO_VOUCHER_OWED,
                refusal(new Intent.SettleVoucher(ReceiptNumber.of(1, "K7", 99_999), JournalEvent.VoucherEnd.GIVEN)));
    }

    /** The state as a snapshot and the state as the fold of the tape are one; the next process goes on from it. */
    private void crashes() {
        RegisterStart fold = new RegisterStart();
        for (int i = 0; i < paper.durable.size(); i++) fold.record(i + 1, paper.durable.get(i));
        RegisterState folded = assertInstanceOf(RegisterStart.Outcome.Folded.class, fold.outcome())
                .state();
        assertEquals(register.state(), folded);
        RegisterState read = FieldReader.read(snapshot(), RegisterStateCodec::read);
        assertEquals(folded, read);
        register = newRegister(read);
        register.start("ZZ");
    }

    @Test
    void moreUnpaidLinesThanASegmentsHeadCanHoldAreRefused() {
        for (int sale = 0; sale < 4; sale++) {
            for (int line = 0; line < 500; line++) done(weighed(line));
            done(pay());
            answer(silence());
        }
        done(weighed(1));
        assertEquals(Refusal.TRAY_FULL, refusal(pay()));
        byte[] snapshot = snapshot();
        assertTrue(snapshot.length < 1 << 20, "a snapshot of " + snapshot.length + " bytes");
    }

    private byte[] snapshot() {
        return FieldWriter.bytes(register.state(), RegisterStateCodec::write);
    }

    private static Intent weighed(int line) {
        String name = "一种名字很长的散装商品，连同产地、等级和包装说明都写在名字里".repeat(2);
        return new Intent.AddGoods("21000" + line, name, "kg", new Quantity(864 + line), Money.ofFen(96), 900, false);
    }
}
