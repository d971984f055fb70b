package tillbook.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tillbook.journal.EventCodec;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.register.RegisterStart.Outcome;
import tillbook.sale.Basket;
import tillbook.sale.Discount;
import tillbook.sale.HeldNumber;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

class RegisterStartTest {
    private static final Stamp STAMP = new Stamp(1, 2, "王芳", LocalDate.of(2026, 11, 22), 1_795_363_200_000L, 12);

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void aSnapshotBringsBackEveryStateOfAnAttempt(AttemptState state) {
        RegisterState before = stateWith(state);
        RegisterStart start = new RegisterStart();
        start.snapshot(7, RegisterStart.snapshot(STAMP, before));
        assertEquals(new Outcome.Folded(before), start.outcome());
    }

    @Test
    void aNewRegisterIsASnapshotToo() {
        RegisterStart start = new RegisterStart();
        start.snapshot(1, RegisterStart.snapshot(STAMP, RegisterState.NEW));
        assertEquals(new Outcome.Folded(RegisterState.NEW), start.outcome());
    }

    /** As the data binding of the first release wrote it. */
    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void aSnapshotOfTheFirstReleaseIsReadInEveryStateOfAnAttempt(AttemptState state) throws IOException {
        String first = new String(golden("snapshot-v1.json"), StandardCharsets.UTF_8);
        RegisterStart start = new RegisterStart();
        start.snapshot(7, bytes(first.replaceFirst("\"state\":\"CANCELLING\"", "\"state\":\"" + state + "\"")));
        assertEquals(new Outcome.Folded(stateWith(state, null, null)), start.outcome());
    }

    /** With discounts, a held basket and older vouchers; this file never changes. */
    @Test
    void aSnapshotOfTheSecondFormIsRead() throws IOException {
        RegisterStart start = new RegisterStart();
        start.snapshot(7, golden("snapshot-v2.json"));
        assertEquals(new Outcome.Folded(fullState(false)), start.outcome());
    }

    /** With a sheet that nobody knows of, and a copy under way; this file never changes. */
    @Test
    void aSnapshotOfTheThirdFormIsReadAndWrittenAsItWas() throws IOException {
        RegisterStart start = new RegisterStart();
        start.snapshot(7, golden("snapshot-v3.json"));
        RegisterState state =
                assertInstanceOf(Outcome.Folded.class, start.outcome()).state();
        assertEquals(fullState(true), state);
        assertEquals(
                new String(golden("snapshot-v3.json"), StandardCharsets.UTF_8),
                new String(RegisterStart.snapshot(STAMP, state), StandardCharsets.UTF_8));
    }

    @Test
    void recordsBehindASnapshotAreFoldedOntoIt() {
        RegisterState before = stateWith(AttemptState.PENDING);
        OrderNumber order = order(1);
        RegisterStart start = new RegisterStart();
        start.snapshot(7, RegisterStart.snapshot(STAMP, before));
        start.record(8, EventCodec.encode(STAMP, new JournalEvent.GoodsKept(order, "王芳")));
        start.record(9, EventCodec.encode(STAMP, new JournalEvent.RegisterStopped(1, 0)));
        Outcome.Folded folded = assertInstanceOf(Outcome.Folded.class, start.outcome());
        assertEquals(true, folded.state().attempt(order).orElseThrow().goodsKept());
        assertEquals(false, folded.state().open());
    }

    @Test
    void anUnknownKindOfRecordEndsTheFoldingAndIsNamed() {
        RegisterStart start = new RegisterStart();
        start.record(1, EventCodec.encode(STAMP, new JournalEvent.RegisterStarted("A1", "here", "1", true, false)));
        start.record(2, bytes("{\"type\":\"loyalty-points\",\"v\":1,\"stamp\":{},\"data\":{}}"));
        start.record(3, bytes("not read any more"));
        Outcome.TooNew newer = assertInstanceOf(Outcome.TooNew.class, start.outcome());
        assertEquals(2, newer.sequence());
        assertEquals("loyalty-points", newer.type());
        assertEquals(List.of("A1"), newer.before().epochs());
    }

    @Test
    void aRecordThatContradictsTheOnesBeforeIsDamage() {
        RegisterStart start = new RegisterStart();
        start.record(1, EventCodec.encode(STAMP, new JournalEvent.GoodsKept(order(1), "王芳")));
        assertEquals(1, assertInstanceOf(Outcome.Damaged.class, start.outcome()).sequence());
    }

    @Test
    void aSnapshotThatIsNoneIsDamage() {
        RegisterStart start = new RegisterStart();
        start.snapshot(
                4,
                bytes("{\"type\":\"snapshot\",\"v\":1,\"stamp\":{\"register\":1,\"shift\":1,\"cashier\":\"a\","
                        + "\"day\":\"2026-11-22\",\"at\":1,\"up\":1},\"data\":{\"epochs\":3}}"));
        assertInstanceOf(Outcome.Damaged.class, start.outcome());
    }

    private static byte[] golden(String file) throws IOException {
        try (InputStream in = RegisterStartTest.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static OrderNumber order(int attempt) {
        return receipt(5).order(attempt, "aZ09bQ");
    }

    private static ReceiptNumber receipt(long sequence) {
        return ReceiptNumber.of(1, "A1", sequence);
    }

    /** What came with the second form, on top of the first, and with the third. */
    private static RegisterState fullState(boolean third) {
        RegisterState first = stateWith(AttemptState.PENDING, null, null);
        Basket discounted = first.basket()
                .discounted(1, new Discount.Amount(Money.ofFen(30), "破损"))
                .discounted(new Discount.Percent(1_250, "会员"));
        SaleState sale = first.sales().getFirst();
        VouchersOwed owed =
                third ? sheets(first.owed()) : new VouchersOwed(first.owed().newest(), NAMED, 2);
        return new RegisterState(
                first.epochs(),
                first.place(),
                first.open(),
                first.shift(),
                first.cashier(),
                first.nextSale(),
                first.nextBasket(),
                discounted,
                first.atCounter(),
                List.of(new SaleState(sale.sale(), sale.attempts(), sale.paid(), sale.stage(), discounted.discounts())),
                List.of(new HeldBasket(HeldNumber.of(1, "ZZ", 2), discounted, "红衣服", 1_795_363_200_000L)),
                owed,
                first.lastAt());
    }

    private static final OlderVouchers NAMED = OlderVouchers.of(List.of("T001A1 1 3-5", "T001ZZ 7"));

    private static VouchersOwed sheets(VouchersOwed first) {
        Sheet unknown = new Sheet(1, PrintJobState.UNKNOWN, 7, PrinterFault.PAPER_OUT, "王芳");
        VouchersOwed.Owed last = first.newest().getLast();
        return new VouchersOwed(
                List.of(
                        first.newest().getFirst(),
                        new VouchersOwed.Owed(last.receipt(), last.amount(), last.since(), unknown, null)),
                NAMED,
                2,
                new Copies(
                        List.of(new Copies.Open(receipt(1), Sheet.ordered(3, 8, "王芳"))),
                        List.of(new Copies.Newest(receipt(1), 3), new Copies.Newest(receipt(4), 1))));
    }

    /** Everything a state can hold, with nothing left out, and everything that may be null once null. */
    private static RegisterState stateWith(AttemptState state) {
        return stateWith(state, "app", "王芳");
    }

    private static RegisterState stateWith(
            AttemptState state, @Nullable String merchant, @Nullable String anotherAllowedBy) {
        Sale sale = Sale.of(receipt(5), new Basket(3, List.of(line(1), line(2)), 3));
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(new Attempt(created(sale, 1, merchant), state, 0, false, null, null, null, false, 0, null));
        attempts.add(new Attempt(
                created(sale, 2, merchant),
                AttemptState.CANCELLING,
                1_795_363_200_123L,
                true,
                CancelCause.STOPPED,
                AnswerKind.CANCEL_SAW_NO_TRADE,
                anotherAllowedBy,
                true,
                4,
                new AttemptAnswered(
                        order(2),
                        ProviderCall.QUERY,
                        AnswerKind.DECLINED,
                        AttemptState.CANCELLING,
                        UnknownReason.TIMEOUT,
                        DeclineReason.PAYER,
                        new Exchange("40004", "ACQ.TRADE_NOT_EXIST", "交易不存在", "trace-1", 31, -2_000L))));
        return new RegisterState(
                List.of("A1", "ZZ"),
                "0f3c",
                true,
                2,
                "王芳",
                6,
                4,
                new Basket(4, List.of(line(1)), 2),
                receipt(5),
                List.of(new SaleState(sale, attempts, Money.ofFen(100), SaleState.Stage.FROZEN)),
                List.of(),
                new VouchersOwed(
                        List.of(
                                new VouchersOwed.Owed(
                                        receipt(3), Money.ofFen(1), 1, PrintJobState.HELD, HeldCause.LATE),
                                new VouchersOwed.Owed(receipt(4), Money.ofFen(2), 2, PrintJobState.QUEUED, null)),
                        9),
                1_795_363_200_456L);
    }

    private static AttemptCreated created(Sale sale, int number, @Nullable String merchant) {
        return new AttemptCreated(
                sale.number(),
                1,
                number,
                order(number),
                Provider.ALIPAY,
                sale.amount(),
                "28************1234",
                merchant);
    }

    private static Line line(int number) {
        return new Line(
                number,
                "6901234567892",
                "农夫山泉 550ml",
                "瓶",
                new Quantity(1_500),
                Money.ofFen(200),
                Money.ofFen(10),
                1_300,
                LineKind.SALE);
    }
}
