package tillbook.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.journal.FieldReader;
import tillbook.journal.FieldWriter;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.money.Money;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;
import tillbook.printing.PrintJobState;
import tillbook.sale.Basket;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

class RegisterStateCodecTest {
    private static final ReceiptNumber RECEIPT = new ReceiptNumber("T001K700000042");
    private static final OrderNumber ORDER = RECEIPT.order(2, "aZ09bQ");
    private static final Line LINE = new Line(
            3,
            "6901234567892",
            "农夫山泉 550ml",
            "瓶",
            new Quantity(1500),
            Money.ofFen(200),
            Money.ofFen(10),
            1300,
            LineKind.SALE);

    @Test
    void aStateReadsBackAsItWasWritten() {
        for (RegisterState state : List.of(RegisterState.NEW, full(true), full(false))) {
            byte[] json = FieldWriter.bytes(state, RegisterStateCodec::write);
            assertEquals(state, FieldReader.read(json, RegisterStateCodec::read));
        }
    }

    @Test
    void whatIsMissingOrUnknownIsRefused() {
        String json = new String(FieldWriter.bytes(full(true), RegisterStateCodec::write), UTF_8);
        refused(json.replace("\"lastAt\":9", "\"lastAt\":9,\"mood\":1"));
        refused(json.replace(",\"lastAt\":9", ""));
        refused(json.replace("\"stage\":\"FROZEN\"", "\"stage\":\"THAWED\""));
        refused(json.replace("\"goodsKept\":true", "\"goodsKept\":1"));
        refused(json.replace("\"goodsKept\":true,", ""));
        refused(json.substring(1));
        refused(json + " 1");
    }

    private static void refused(String json) {
        assertThrows(RuntimeException.class, () -> FieldReader.read(json, RegisterStateCodec::read), json);
    }

    /** With everything that may be left out, or without. */
    private static RegisterState full(boolean with) {
        Exchange exchange = with
                ? new Exchange("40004", "ACQ.TRADE_NOT_EXIST", "交易不存在", "trace-1", 31, -2_000L)
                : new Exchange("timeout", null, null, null, 15_000, null);
        AttemptAnswered answered = new AttemptAnswered(
                ORDER,
                ProviderCall.QUERY,
                AnswerKind.DECLINED,
                AttemptState.CANCELLING,
                with ? UnknownReason.TIMEOUT : null,
                with ? DeclineReason.PAYER : null,
                exchange);
        Attempt attempt = new Attempt(
                new AttemptCreated(
                        RECEIPT,
                        1,
                        2,
                        ORDER,
                        Provider.ALIPAY,
                        Money.ofFen(290),
                        "28************1234",
                        with ? "app" : null),
                AttemptState.CANCELLING,
                1_795_363_200_123L,
                true,
                with ? CancelCause.STOPPED : null,
                with ? AnswerKind.CANCEL_SAW_NO_TRADE : null,
                with ? "王芳" : null,
                true,
                4,
                with ? answered : null);
        Sale sale = Sale.of(RECEIPT, new Basket(3, List.of(LINE), 4));
        VouchersOwed.Owed owed =
                new VouchersOwed.Owed(RECEIPT, Money.ofFen(1), 5, PrintJobState.HELD, with ? HeldCause.LATE : null);
        return new RegisterState(
                List.of("A1", "ZZ"),
                "0f3c",
                true,
                2,
                "王芳",
                6,
                5,
                new Basket(4, List.of(LINE, LINE.withQuantity(Quantity.ONE)), 4),
                with ? RECEIPT : null,
                List.of(new SaleState(sale, List.of(attempt, attempt), Money.ofFen(100), SaleState.Stage.FROZEN)),
                List.of(),
                new VouchersOwed(List.of(owed, owed), 9),
                9);
    }
}
