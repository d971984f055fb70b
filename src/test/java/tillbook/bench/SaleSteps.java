package tillbook.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tillbook.journal.EventCodec;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalWriter;
import tillbook.money.Money;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentCode;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.register.Effect;
import tillbook.register.Input;
import tillbook.register.Intent;
import tillbook.register.PaymentRules;
import tillbook.register.PrintOrder;
import tillbook.register.PrintRules;
import tillbook.register.Register;
import tillbook.register.RegisterState;
import tillbook.register.Reply;
import tillbook.register.Shop;
import tillbook.register.Times;
import tillbook.sale.Quantity;

/**
 * What the real register writes for one sale of three goods paid by code, as payloads, force by force. Used by one
 * thread.
 */
final class SaleSteps {
    private static final Shop SHOP = new Shop(
            1,
            "01",
            "便民超市",
            Money.ofFen(1),
            Money.ofFen(5_000_000),
            ZoneOffset.ofHours(8),
            LocalTime.of(4, 0),
            true,
            "bench",
            "here",
            PrintRules.OFF,
            Map.of(Provider.ALIPAY, PaymentRules.ALIPAY),
            Map.of(Provider.ALIPAY, "app"));
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Exchange EXCHANGE =
            new Exchange("10000", null, null, "21935e7f-8c14-4b0e-9c3d-0f6a4b7f1c55", 312, null);

    private final Memory memory = new Memory();
    private final List<Effect> sent = new ArrayList<>();
    private final List<JournalEvent> events = new ArrayList<>();
    private final Register register = new Register(
            SHOP,
            RegisterState.NEW,
            memory,
            new Times(Clock.fixed(NOW, ZoneOffset.UTC), () -> 0),
            () -> "A1b2C3",
            new World());

    private SaleSteps() {}

    /** The payloads of one sale; each inner list is one durable step. */
    static List<List<byte[]>> ofOneSale() {
        SaleSteps sale = new SaleSteps();
        sale.register.start("K7");
        sale.memory.steps.clear();
        sale.want(goods("6901028075022", "农家鲜鸡蛋 10 枚", 1280));
        sale.want(goods("6907992500010", "纯牛奶 250ml", 350));
        sale.want(goods("6902083881405", "矿泉水 550ml", 200));
        sale.want(new Intent.PayByCode(new PaymentCode("280012345678901234"), Provider.ALIPAY));
        sale.answered();
        if (!(sale.events.getLast() instanceof JournalEvent.ScanPaid)) {
            throw new IllegalStateException("the sale did not end paid but with " + sale.events.getLast());
        }
        return sale.memory.steps;
    }

    private static Intent goods(String code, String name, long fen) {
        return new Intent.AddGoods(code, name, "件", Quantity.ONE, Money.ofFen(fen), 1300, true);
    }

    private void want(Intent intent) {
        register.turn(List.of(new Input.Wanted(intent, SaleSteps::mustBeDone)));
    }

    private static void mustBeDone(Reply reply) {
        if (reply instanceof Reply.Refused refused) throw new IllegalStateException("refused: " + refused);
    }

    private void answered() {
        Effect.Pay pay = (Effect.Pay) sent.getLast();
        Money amount = pay.request().amount();
        PaymentAnswer paid =
                new PaymentAnswer.Paid("2026112222001412345678901234", amount, NOW, "138****1234", amount, EXCHANGE);
        register.turn(List.of(new Input.PaymentAnswered(pay.callId(), pay.order(), ProviderCall.PAY, paid)));
    }

    private final class World implements Register.World {
        @Override
        public void send(Effect effect) {
            sent.add(effect);
        }

        @Override
        public void print(PrintOrder order) {}

        @Override
        public void committed(List<JournalEntry> entries, RegisterState state) {
            entries.forEach(entry -> events.add(entry.event()));
        }

        @Override
        public String fault(RuntimeException fault) {
            throw new IllegalStateException("the sale met a fault", fault);
        }
    }

    private static final class Memory implements JournalWriter {
        private final List<List<byte[]>> steps = new ArrayList<>();
        private @Nullable List<byte[]> waiting;
        private long last;

        @Override
        public long append(byte[] payload) {
            List<byte[]> step = waiting == null ? new ArrayList<>() : waiting;
            step.add(payload);
            waiting = step;
            return ++last;
        }

        @Override
        public void force() {
            if (waiting != null) steps.add(List.copyOf(waiting));
            waiting = null;
        }

        @Override
        public long bytesSetAside() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean recover() {
            return true;
        }
    }

    /** What the steps are, e.g. {@code line-added | … | scan-paid}. */
    static String words(List<List<byte[]>> steps) {
        List<String> words = new ArrayList<>();
        for (List<byte[]> step : steps) {
            words.add(String.join("+", step.stream().map(SaleSteps::word).toList()));
        }
        return String.join(", ", words);
    }

    private static String word(byte[] payload) {
        return EventCodec.decode(payload) instanceof EventCodec.Decoded.Event event
                ? EventCodec.typeOf(event.event().getClass())
                : "?";
    }
}
