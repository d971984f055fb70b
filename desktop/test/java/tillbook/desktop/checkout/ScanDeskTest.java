package tillbook.desktop.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tillbook.catalog.Catalog;
import tillbook.catalog.Good;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.JournalEvent.LineAdded;
import tillbook.journal.JournalEvent.SaleFrozen;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.payment.Provider;
import tillbook.printing.PrintJobState;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.sale.Discount;
import tillbook.sale.HeldNumber;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;
import tillbook.scan.ScaleRule;
import tillbook.scan.ScanReader;

class ScanDeskTest {
    private static final String CODE = "287634438256643947";
    private static final String OTHER_CODE = "287634438256640001";
    private static final ReceiptNumber RECEIPT = new ReceiptNumber("T001K700000001");

    private final Catalog catalog = Catalog.inMemory();
    private long nowMs = 1_000_000;
    private long sequence;
    private RegisterState state = RegisterState.NEW;
    private final ScanDesk desk = new ScanDesk(
            new ScanReader(List.of(new ScaleRule("23IIIIIPPPPPC"), new ScaleRule("26IIIIIWWWWWPPPPPC"))),
            catalog,
            Money.parseYuan("500"),
            Locale.SIMPLIFIED_CHINESE,
            () -> nowMs);

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aHeldSlipBringsItsBasketBack() {
        HeldNumber number = HeldNumber.of(1, "K7", 3);
        assertEquals(new Step.Wants(new Intent.RecallHeld(number)), desk.scanned(number.text(), state));
        assertEquals(new Trouble.BadCheckDigit("H001K700000004E"), trouble(desk.scanned("H001K700000004E", state)));
    }

    @Test
    void unknownGoodsAreAddedAndPutOnTheCounter() {
        Step.Wants wants = assertInstanceOf(Step.Wants.class, desk.addNew("8888", "6.60", "茶"));
        assertEquals(new Intent.AddGoods("8888", "茶", "件", Quantity.ONE, Money.ofFen(660), 0, true), wants.intent());
        assertInstanceOf(Trouble.KnownAlready.class, trouble(desk.addNew("8888", "1", "别的")));
        assertInstanceOf(Trouble.NoGood.class, trouble(desk.addNew("8889", "x", "别的")));
        assertFalse(desk.addNew(CODE, "1", "茶").toString().contains(CODE));
    }

    @Test
    void aDiscountIsReadAsPeopleTypeIt() {
        assertEquals(Optional.of(new Discount.Amount(Money.ofFen(250), "会员")), DiscountEntry.read("￥2.5", "会员"));
        assertEquals(Optional.of(new Discount.Percent(1_250, "会员")), DiscountEntry.read("12.5%", " 会员 "));
        assertEquals(Optional.of(new Discount.Percent(1_000, "会员")), DiscountEntry.read("9折", "会员"));
        assertEquals(Optional.of(new Discount.Percent(1_200, "会员")), DiscountEntry.read("88折", "会员"));
        assertEquals(Optional.of(new Discount.Percent(1_500, "会员")), DiscountEntry.read("8.5折", "会员"));
        assertTrue(DiscountEntry.read("0", "").orElseThrow().isNothing());
        for (String bad : List.of("", "x", "101%", "-1", "0折", "10折", "1.005", "1%%")) {
            assertEquals(Optional.empty(), DiscountEntry.read(bad, "会员"), bad);
        }
        assertEquals(Optional.empty(), DiscountEntry.read("5", " "));
    }

    @Test
    void aLargeAmountIsAskedAboutAndASecondScanIsTheYes() {
        basketOf(600_00);
        assertInstanceOf(Step.AsksAmount.class, desk.scanned(CODE, state));
        nowMs += ScanDesk.BOUNCE_MS;
        assertPays(OTHER_CODE, desk.scanned(OTHER_CODE, state));
    }

    @Test
    void theBounceOfAScannerIsNoYes() {
        basketOf(600_00);
        desk.scanned(CODE, state);
        nowMs += 50;
        assertInstanceOf(Step.AsksAmount.class, desk.scanned(CODE, state));
        nowMs += ScanDesk.BOUNCE_MS;
        assertPays(CODE, desk.scanned(CODE, state));
    }

    @Test
    void aYesSendsTheCodeThatWasScannedLast() {
        basketOf(600_00);
        desk.scanned(CODE, state);
        desk.scanned(OTHER_CODE, state);
        assertPays(OTHER_CODE, desk.confirmed(state));
        assertEquals(new Trouble.NothingAsked(), trouble(desk.confirmed(state)));
    }

    @Test
    void aYesForAnotherAmountThanWasAskedAboutIsNone() {
        basketOf(600_00);
        desk.scanned(CODE, state);
        basketOf(100_00);
        assertEquals(new Trouble.NothingAsked(), trouble(desk.confirmed(state)));
    }

    @Test
    void aQuestionIsForgottenWhenTheCodeIsDead() {
        basketOf(600_00);
        desk.scanned(CODE, state);
        nowMs += ScanDesk.QUESTION_MS + 1;
        assertEquals(new Trouble.NothingAsked(), trouble(desk.confirmed(state)));
        assertInstanceOf(Step.AsksAmount.class, desk.scanned(CODE, state), "asked anew");
    }

    @Test
    void anotherScanEndsTheQuestion() {
        basketOf(600_00);
        desk.scanned(CODE, state);
        desk.scanned("9999", state);
        assertFalse(desk.denied());
    }

    @Test
    void anAmountUpToTheLimitIsNotAskedAbout() {
        basketOf(500_00);
        assertPays(CODE, desk.scanned(CODE, state));
    }

    @Test
    void noQuestionShowsTheWholeCode() {
        basketOf(600_00);
        assertFalse(desk.scanned(CODE, state).toString().contains(CODE));
        assertFalse(desk.confirmed(state).toString().contains(CODE));
    }

    @Test
    void everyWalletGoesToItsProvider() {
        basketOf(1_00);
        assertEquals(Provider.ALIPAY, pay(desk.scanned(CODE, state)).provider());
        assertEquals(
                Provider.WECHAT_PAY,
                pay(desk.scanned("134567890123456789", state)).provider());
        assertEquals(
                Provider.UNION_PAY,
                pay(desk.scanned("6212345678901234567", state)).provider());
    }

    @Test
    void aPaidSaleAtTheCounterIsToldWithItsTime() {
        basketOf(10_00);
        pay(10_00);
        Trouble.AlreadyPaid paid = assertInstanceOf(Trouble.AlreadyPaid.class, trouble(desk.scanned(CODE, state)));
        assertEquals(new Trouble.AlreadyPaid(RECEIPT, Money.ofFen(10_00), java.time.Instant.ofEpochMilli(3)), paid);
    }

    @Test
    void aPaidSaleIsToldEvenIfItsVoucherIsSettled() {
        basketOf(10_00);
        pay(10_00);
        write(new JournalEvent.VoucherSettled(RECEIPT, JournalEvent.VoucherEnd.GIVEN, "A01"));
        assertInstanceOf(Trouble.AlreadyPaid.class, trouble(desk.scanned(CODE, state)));
    }

    @Test
    void withNothingOnTheCounterNothingIsDue() {
        assertEquals(new Trouble.NothingDue(), trouble(desk.scanned(CODE, state)));
    }

    @Test
    void aLabelWithAPriceSellsAPortionAtThatPrice() {
        catalog.put(Good.ofWeight("20015", "苹果", Money.parseYuan("12.80")));
        Intent.AddGoods added = added(desk.scanned(label("232001500990"), state));
        assertEquals(Money.parseYuan("9.90"), added.unitPrice());
        assertEquals("份", added.unit());
        assertFalse(added.countsUp());
    }

    @Test
    void aLabelWhosePriceFitsSellsTheWeight() {
        catalog.put(Good.ofWeight("20015", "苹果", Money.parseYuan("12.80")));
        Intent.AddGoods added = added(chosen("26200150050000640"));
        assertEquals(new Quantity(500), added.quantity());
        assertEquals(Money.parseYuan("12.80"), added.unitPrice());
    }

    @Test
    void aLabelWhosePriceDiffersSellsWhatTheCustomerHasRead() {
        catalog.put(Good.ofWeight("20015", "苹果", Money.parseYuan("12.80")));
        Intent.AddGoods added = added(chosen("26200150050000599"));
        assertEquals(Money.parseYuan("5.99"), added.unitPrice());
        assertEquals("苹果 0.5kg", added.name());
    }

    @Test
    void anEmptyLabelAndALabelOfPiecesAreExplained() {
        catalog.put(Good.ofWeight("20015", "苹果", Money.parseYuan("12.80")));
        catalog.put(Good.ofPiece("20016", "碗", Money.parseYuan("5")));
        assertEquals(new Trouble.EmptyLabel("20015"), trouble(desk.scanned(label("232001500000"), state)));
        assertInstanceOf(Trouble.SoldByThePiece.class, trouble(chosen("26200160050000640")));
    }

    @Test
    void ourReceiptOpensItsSale() {
        assertEquals(new Step.Opens(RECEIPT), desk.scanned("t001k700000001", state));
    }

    @Test
    void aCodeTypedAsInitialsNamesWhatIsNear() {
        catalog.put(Good.ofPiece("1001", "纯牛奶", Money.parseYuan("5.50")));
        Trouble.UnknownGoods unknown =
                assertInstanceOf(Trouble.UnknownGoods.class, trouble(desk.scanned("cnn", state)));
        assertEquals("纯牛奶", unknown.near().getFirst().name());
    }

    @Test
    void aBrokenCatalogueIsExplainedAndPaymentGoesOn() {
        basketOf(1_00);
        catalog.close();
        assertEquals(new Trouble.CatalogueBroken(), trouble(desk.scanned("1001", state)));
        assertPays(CODE, desk.scanned(CODE, state));
    }

    // Small parts.

    private Step chosen(String labelWithoutCheckDigit) {
        Step asked = desk.scanned(label(labelWithoutCheckDigit), state);
        assertInstanceOf(Step.AsksMeaning.class, asked, "it looks like a payment code, too");
        assertTrue(desk.awaitsChoice());
        return desk.chosen(1, state);
    }

    private void basketOf(long fen) {
        if (!state.basket().isEmpty())
            write(new JournalEvent.BasketDropped(state.basket().number(), "A01"));
        Line line = new Line(1, "1001", "x", "件", Quantity.ONE, Money.ofFen(fen), Money.ZERO, 0, LineKind.SALE);
        write(new LineAdded(state.basket().number(), line));
    }

    private void pay(long fen) {
        write(new SaleFrozen(Sale.of(RECEIPT, state.basket())));
        Completion done = new Completion(PrintJobState.QUEUED, null);
        write(new CashTaken(RECEIPT, 1, Money.ofFen(fen), Money.ofFen(fen), Money.ZERO, done));
    }

    private void write(JournalEvent event) {
        sequence++;
        JournalEntry entry =
                new JournalEntry(sequence, new Stamp(1, 1, "A01", LocalDate.of(2026, 3, 2), sequence, sequence), event);
        state = state.after(entry);
        desk.saw(entry, state);
    }

    private static void assertPays(String code, Step step) {
        assertEquals(code, pay(step).code().digits());
    }

    private static Intent.PayByCode pay(Step step) {
        return assertInstanceOf(Intent.PayByCode.class, intent(step));
    }

    private static Intent.AddGoods added(Step step) {
        return assertInstanceOf(Intent.AddGoods.class, intent(step));
    }

    private static Intent intent(Step step) {
        return assertInstanceOf(Step.Wants.class, step).intent();
    }

    private static Trouble trouble(Step step) {
        return assertInstanceOf(Step.Explains.class, step).trouble();
    }

    private static String label(String withoutCheckDigit) {
        int sum = 0;
        for (int i = 0; i < withoutCheckDigit.length(); i++) {
            int fromRight = withoutCheckDigit.length() - i;
            sum += (withoutCheckDigit.charAt(i) - '0') * (fromRight % 2 == 1 ? 3 : 1);
        }
        return withoutCheckDigit + (10 - sum % 10) % 10;
    }
}
