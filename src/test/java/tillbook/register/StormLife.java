package tillbook.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tillbook.journal.EventCodec;
import tillbook.journal.FieldReader;
import tillbook.journal.FieldWriter;
import tillbook.journal.JournalBrokenException;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalWriter;
import tillbook.journal.tape.CrashModel;
import tillbook.journal.tape.MemoryDisk;
import tillbook.journal.tape.MemoryDisk.Operation;
import tillbook.journal.tape.Opening;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeBrokenException;
import tillbook.journal.tape.TapeOptions;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.CancelAnswer;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentCode;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;
import tillbook.sale.Discount;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;

/**
 * A morning of one register in virtual time: a few customers, a provider behind a bad line, a disk, and power that fails
 * at any write and any exchange. Time passes at every message. After some time the weather clears, everything comes to
 * rest, and the two books are compared. Everything follows from the seed.
 *
 * <p>Owned by one thread.
 */
final class StormLife {
    static final long WALL_START_MS = Instant.parse("2026-11-22T01:00:00Z").toEpochMilli();

    /** {@code -Dstorm.trace=true} tells one life step by step. */
    private static final boolean TRACE = Boolean.getBoolean("storm.trace");

    private static final long ANSWER_WITHIN_MS = 15_000;
    private static final long WEATHER_CLEARS_MS = 25 * 60_000;
    private static final long PERSON_COMES_MS = 70 * 60_000;
    private static final long CLOSING_MS = 4 * 60 * 60_000;
    private static final long END_MS = 8 * 60 * 60_000;
    private static final int CRASHES_MAX = 6;
    private static final int NOBODY = -1;
    private static final int EVENTS_MAX = 20_000;
    private static final int SEGMENT_BYTES = 64 << 10;
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Exchange NO_EXCHANGE = new Exchange("timeout", null, null, null, ANSWER_WITHIN_MS, null);
    private static final CrashModel[] MODELS = CrashModel.values();

    /** The power is gone. Not an exception: nothing in the register may catch it. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;

        PowerCut() {
            super("power cut", null, false, false);
        }
    }

    private record Due(long at, long order, int process, Runnable what) {}

    /** What truly happened to one customer, whatever the register knows. */
    private static final class Customer {
        final int basketLines;
        boolean hasGoods;
        boolean gone;

        @Nullable
        ReceiptNumber receipt;

        /** The order whose success on the phone let the customer go while the register was still asking. */
        @Nullable
        OrderNumber leftOn;

        Customer(int basketLines) {
            this.basketLines = basketLines;
        }
    }

    private final long seed;
    private final SplittableRandom dice;

    /** For what cashiers do beside money; apart, so that it does not change everything else that a seed brings. */
    private final SplittableRandom habits;

    private final Mutant mutant;
    private final StormProvider provider;
    private final PriorityQueue<Due> agenda = new PriorityQueue<>(
            (a, b) -> a.at() != b.at() ? Long.compare(a.at(), b.at()) : Long.compare(a.order(), b.order()));
    private final Map<ReceiptNumber, Customer> customers = new HashMap<>();
    private final Map<OrderNumber, AttemptState> shown = new HashMap<>();
    private final Map<OrderNumber, JournalEvent.ScanPaid> recordedPaid = new LinkedHashMap<>();
    private final Map<ReceiptNumber, JournalEvent.TenderPaid> completed = new LinkedHashMap<>();
    private final StormTally tally;
    private final StormPrinter printer;

    private MemoryDisk disk = new MemoryDisk();
    private @Nullable Register register;
    private RegisterState shownState = RegisterState.NEW;
    private int process;
    private int crashes;
    private long now;
    private long orders;
    private long codes;
    private long wakes;

    /** Whose goods lie on the counter. */
    private @Nullable Customer basketOf;

    private long monotonicOffset;
    private boolean stormy = true;

    StormLife(long seed, Mutant mutant, StormTally tally) {
        this.seed = seed;
        this.dice = new SplittableRandom(seed);
        this.habits = new SplittableRandom(~seed);
        this.mutant = mutant;
        this.tally = tally;
        this.provider = new StormProvider(dice.split());
        this.printer = new StormPrinter(new SplittableRandom(seed * 31 + 7), mutant, new BesidePrinter());
    }

    /** Lives through the morning and compares the books; throws {@link StormFound} on the first thing that is wrong. */
    void live() {
        disk.gate(this::diskGate);
        atOnce(this::powerOn);
        int sales = 1 + dice.nextInt(2);
        for (int i = 0; i < sales; i++) {
            long from = 2_000 + i * 90_000L;
            in(from, () -> serve(new Customer(1 + dice.nextInt(2))));
        }
        in(WEATHER_CLEARS_MS, this::clearWeather);
        in(PERSON_COMES_MS, this::supervisorLooks);
        in(CLOSING_MS, this::supervisorLooks);
        in(CLOSING_MS + 30_000, () -> want(new Intent.PrintOwed(), _ -> {}));
        in(CLOSING_MS + 60_000, this::endOfDay);
        int events = 0;
        for (Due due = agenda.poll(); due != null && due.at() < END_MS; due = agenda.poll()) {
            if (++events > EVENTS_MAX) throw found("never comes to rest");
            now = Math.max(now, due.at());
            if (due.process() != 0 && due.process() != process) continue;
            step(due.what());
        }
        tally.lived(crashes);
        StormJudge judge = new StormJudge(this);
        judge.compareTheBooks();
        judge.count(tally);
    }

    private void step(Runnable what) {
        try {
            what.run();
        } catch (PowerCut _) {
            crash();
        }
    }

    private final class BesidePrinter implements StormPrinter.Place {
        @Override
        public void inThisProcess(long ms, Runnable what) {
            StormLife.this.inThisProcess(ms, what);
        }

        @Override
        public void turn(Input input) {
            StormLife.this.turn(List.of(input));
        }

        @Override
        public void maybePowerCut() {
            StormLife.this.maybePowerCut(40);
        }

        @Override
        public StormFound found(String what) {
            return StormLife.this.found(what);
        }
    }

    // Time.

    private void atOnce(Runnable what) {
        in(0, what);
    }

    private void in(long ms, Runnable what) {
        agenda.add(new Due(now + ms, orders++, 0, what));
    }

    /** For what dies with the process. */
    private void inThisProcess(long ms, Runnable what) {
        agenda.add(new Due(now + ms, orders++, process, what));
    }

    private Clock wallClock() {
        return new Clock() {
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
                return Instant.ofEpochMilli(WALL_START_MS + now);
            }

            @Override
            public long millis() {
                return WALL_START_MS + now;
            }
        };
    }

    // Power.

    private void diskGate(Operation operation, String name) throws IOException {
        if (!stormy) return;
        maybePowerCut(90);
        if ((operation == Operation.FORCE || operation == Operation.WRITE) && dice.nextInt(400) == 0) {
            throw new IOException("Input/output error");
        }
    }

    private void maybePowerCut(int oneIn) {
        if (stormy && crashes < CRASHES_MAX && dice.nextInt(oneIn) == 0) {
            crashes++;
            throw new PowerCut();
        }
    }

    private void crash() {
        process++;
        register = null;
        printer.processDied();
        disk = disk.crashImage(MODELS[dice.nextInt(MODELS.length)], dice);
        disk.gate(this::diskGate);
        int pause = dice.nextInt(10);
        long downMs =
                pause < 6 ? 1_000 + dice.nextInt(20_000) : pause < 9 ? dice.nextInt(300_000) : dice.nextInt(2_400_000);
        in(downMs, this::powerOn);
    }

    private void powerOn() {
        if (process == 0) process = 1;
        monotonicOffset = dice.nextInt(1_000_000);
        switch (openTape()) {
            case Opening.Opened opened -> begin(opened);
            case Opening.Damaged damaged -> throw found("the tape is damaged by a power cut: " + damaged.damage());
            case Opening.TooNew tooNew -> throw found("the tape is from the future: " + tooNew);
        }
    }

    private Opening openTape() {
        try {
            return Tape.open(disk, new TapeOptions(SEGMENT_BYTES, 0), through -> snapshot());
        } catch (TapeBrokenException e) {
            // A disk that fails at a start is tried again, as the person at the switch would.
            crashes++;
            throw new PowerCut();
        }
    }

    private byte[] snapshot() {
        Register mine = register;
        RegisterState state = mine == null ? RegisterState.NEW : mine.state();
        return FieldWriter.bytes(state, RegisterStateCodec::write);
    }

    private void begin(Opening.Opened opened) {
        RegisterState[] state = {
            opened.replay()
                    .snapshot()
                    .map(bytes -> FieldReader.read(bytes, RegisterStateCodec::read))
                    .orElse(RegisterState.NEW)
        };
        List<JournalEntry> replayed = new ArrayList<>();
        opened.replay().forEach((sequence, hash, payload) -> {
            EventCodec.Decoded decoded = EventCodec.decode(payload);
            if (!(decoded instanceof EventCodec.Decoded.Event event)) {
                throw found("an unreadable record: " + decoded + " in " + new String(payload, StandardCharsets.UTF_8));
            }
            JournalEntry entry = new JournalEntry(sequence, event.stamp(), event.event());
            state[0] = state[0].after(entry);
            replayed.add(entry);
        });
        state[0] = mutant.found(state[0]);
        JournalWriter journal = mutant.journal(new TapeWriter(opened.tape()));
        Times times = new Times(wallClock(), () -> now + monotonicOffset);
        register = new Register(
                SHOP, state[0], journal, times, new Screen(), mutant.counter(SHOP, this::suffix), mutant::machine);
        show(replayed, state[0]);
        try {
            register.start("A" + LETTERS.charAt(dice.nextInt(LETTERS.length())));
        } catch (JournalBrokenException e) {
            // A register whose disk fails at the start does not open; somebody switches it on again.
            throw new PowerCut();
        }
        turn(List.of());
    }

    private static final Shop SHOP = new Shop(
            1,
            "01",
            "storm",
            Money.ofFen(1),
            Money.ofFen(1_000_000),
            ZoneOffset.UTC,
            LocalTime.of(4, 0),
            true,
            "storm",
            "here",
            PrintRules.ON,
            Map.of(Provider.ALIPAY, PaymentRules.ALIPAY),
            Map.of(Provider.ALIPAY, "app"));

    private String suffix() {
        StringBuilder text = new StringBuilder(6);
        for (int i = 0; i < 6; i++) text.append(LETTERS.charAt(dice.nextInt(LETTERS.length())));
        return text.toString();
    }

    private static final class TapeWriter implements JournalWriter {
        private final Tape tape;

        TapeWriter(Tape tape) {
            this.tape = tape;
        }

        @Override
        public long append(byte[] payload) {
            try {
                return tape.append(payload);
            } catch (TapeBrokenException e) {
                throw new JournalBrokenException("storm", e);
            }
        }

        @Override
        public void force() {
            try {
                tape.force();
            } catch (TapeBrokenException e) {
                throw new JournalBrokenException("storm", e);
            }
        }

        @Override
        public long bytesSetAside() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean recover() {
            return tape.recover();
        }
    }

    // The register at work.

    private void turn(List<Input> inputs) {
        Register mine = register;
        if (mine == null) return;
        long next = mine.turn(inputs);
        if (next == Long.MAX_VALUE) return;
        long due = next - monotonicOffset;
        long wake = ++wakes;
        inThisProcess(Math.max(0, due - now), () -> {
            if (wake == wakes) turn(List.of());
        });
    }

    private void want(Intent intent, java.util.function.Consumer<Reply> reply) {
        turn(List.of(new Input.Wanted(intent, reply)));
    }

    /** What the person at the counter sees, and what a customer acts upon. */
    private final class Screen implements Register.World {
        @Override
        public void send(Effect effect) {
            maybePowerCut(60);
            onTheLine(effect);
        }

        @Override
        public void print(PrintOrder order) {
            trace(order);
            printer.order(order);
        }

        @Override
        public void committed(List<JournalEntry> entries, RegisterState state) {
            maybePowerCut(300);
            show(entries, state);
        }

        @Override
        public String fault(RuntimeException fault) {
            throw found("a fault of the program: " + fault, fault);
        }
    }

    private void trace(Object what) {
        if (TRACE) System.out.println(now + " ms, process " + process + ": " + what);
    }

    private void show(List<JournalEntry> entries, RegisterState state) {
        shownState = state;
        for (JournalEntry entry : entries) {
            trace(entry.event());
            if (entry.event() instanceof JournalEvent.ScanPaid paid) recordedPaid.put(paid.order(), paid);
            if (entry.event() instanceof JournalEvent.TenderPaid paid && paid.completion() != null) {
                completed.put(paid.receipt(), paid);
            }
        }
        for (SaleState sale : state.sales()) {
            for (Attempt attempt : sale.attempts()) shown.put(attempt.order(), attempt.state());
        }
    }

    // The line between register and provider: lost, late, doubled.

    private void onTheLine(Effect effect) {
        trace(effect);
        long sent = now;
        int fate = stormy ? dice.nextInt(100) : 99;
        if (fate < 4 && effect instanceof Effect.Pay) {
            inThisProcess(5, () -> answer(effect, notSent()));
            return;
        }
        inThisProcess(ANSWER_WITHIN_MS, () -> answer(effect, null));
        if (fate < 12) return;
        long there = fate < 20 ? 1_000L + dice.nextInt(119_000) : 10 + dice.nextInt(200);
        int from = process;
        in(there, () -> arrive(effect, sent, from));
        if (fate >= 20 && fate < 26) in(there + dice.nextInt(120_000), () -> arrive(effect, sent, NOBODY));
    }

    private final java.util.Set<Long> answered = new java.util.HashSet<>();

    /** The message is with the provider; its answer goes back, unless whoever asked is dead or has waited long enough. */
    private void arrive(Effect effect, long sent, int from) {
        Object word = switch (effect) {
            case Effect.Pay pay -> provider.pay(pay.request(), now);
            case Effect.Query query -> provider.query(query.order(), now);
            case Effect.Cancel cancel -> provider.cancel(cancel.order(), now);
        };
        if (effect instanceof Effect.Pay) phoneWillShow(effect.order());
        if (from != process) return;
        int fate = stormy ? dice.nextInt(100) : 99;
        if (fate < 8) return;
        long back = fate < 16 ? dice.nextInt(20_000) : 10 + dice.nextInt(200);
        if (now + back - sent >= ANSWER_WITHIN_MS) return;
        inThisProcess(back, () -> answer(effect, word));
    }

    /** Who has just confirmed looks at the phone, and then at the door. */
    private void phoneWillShow(OrderNumber order) {
        StormProvider.Trade trade = provider.trade(order, now);
        if (trade == null || trade.confirmsAt == Long.MAX_VALUE) return;
        in(
                Math.max(0, trade.confirmsAt - now) + 5_000 + dice.nextInt(5_000),
                () -> customers.values().stream()
                        .filter(customer ->
                                customer.receipt != null && order.text().startsWith(customer.receipt.text()))
                        .findFirst()
                        .ifPresent(this::glance));
    }

    private static PaymentAnswer notSent() {
        return new PaymentAnswer.NotSent(UnknownReason.NO_CONNECTION, NO_EXCHANGE);
    }

    private void answer(Effect effect, @Nullable Object word) {
        if (register == null || !answered.add(process * 1_000_000L + effect.callId())) return;
        maybePowerCut(60);
        PaymentAnswer silence = new PaymentAnswer.Unknown(UnknownReason.TIMEOUT, NO_EXCHANGE);
        Input input = switch (effect) {
            case Effect.Pay pay ->
                new Input.PaymentAnswered(
                        pay.callId(), pay.order(), ProviderCall.PAY, word == null ? silence : (PaymentAnswer) word);
            case Effect.Query query ->
                new Input.PaymentAnswered(
                        query.callId(),
                        query.order(),
                        ProviderCall.QUERY,
                        word == null ? silence : (PaymentAnswer) word);
            case Effect.Cancel cancel ->
                new Input.CancelAnswered(
                        cancel.callId(),
                        cancel.order(),
                        word == null
                                ? new CancelAnswer.Unknown(UnknownReason.TIMEOUT, NO_EXCHANGE)
                                : (CancelAnswer) word);
        };
        turn(List.of(input));
    }

    // The customer and the cashier.

    private void serve(Customer customer) {
        boolean another = !shownState.basket().isEmpty()
                || shownState.saleAtCounter().filter(SaleState::mayTenderAgain).isPresent();
        if (another && now > WEATHER_CLEARS_MS) return;
        if (register == null || another) {
            // One customer after the other: whoever still holds a phone out at the counter is not pushed aside.
            in(5_000, () -> serve(customer));
            return;
        }
        in(1_500 + dice.nextInt(25_000), () -> look(customer));
        basketOf = customer;
        for (int line = 0; line < customer.basketLines; line++) scan(line);
        if (habits.nextInt(3) == 0) haggle();
        if (habits.nextInt(6) == 0) want(new Intent.HoldBasket("back soon"), tally::held);
        pay(customer);
    }

    /** A cashier may change a price, and take something off a line, off all, or off all after all not. */
    private void haggle() {
        Discount amount = new Discount.Amount(Money.ofFen(1 + habits.nextInt(90)), "dented");
        Discount percent = new Discount.Percent(1 + habits.nextInt(9_000), "member");
        List<Intent> all = List.of(
                new Intent.ChangePrice(Intent.NEWEST_LINE, Money.ofFen(200 + habits.nextInt(900)), null),
                new Intent.DiscountLine(Intent.NEWEST_LINE, amount),
                new Intent.DiscountBasket(percent),
                new Intent.DiscountBasket(habits.nextBoolean() ? amount : Discount.NOTHING));
        for (Intent intent : all) if (habits.nextBoolean()) want(intent, tally::haggled);
    }

    /** Whoever stands before an empty counter with goods that stepped aside gets them back first. */
    private void recallHeld() {
        boolean mayBeTheirs =
                shownState.basket().isEmpty() && shownState.saleAtCounter().isEmpty();
        if (!mayBeTheirs || shownState.held().isEmpty()) return;
        want(new Intent.RecallHeld(shownState.held().getFirst().number()), tally::recalled);
    }

    private void scan(int line) {
        want(
                new Intent.AddGoods(
                        "200000000001" + line,
                        "tea",
                        "件",
                        Quantity.ONE,
                        Money.ofFen(100 + dice.nextInt(2_000)),
                        1300,
                        true),
                _ -> {});
    }

    /** The customer holds out the phone, or cash. */
    private void pay(Customer customer) {
        if (customer.gone || customer.hasGoods) return;
        if (register == null) return;
        boolean cash = dice.nextInt(8) == 0;
        ReceiptNumber receipt = customer.receipt;
        if (receipt != null && !receipt.equals(shownState.atCounter())) {
            // Another customer was served since, or the counter was cleared: the cashier fetches the sale back.
            boolean[] fetched = {false};
            want(new Intent.Recall(receipt), reply -> fetched[0] = reply instanceof Reply.Done);
            if (!fetched[0]) return;
            basketOf = customer;
        }
        boolean standsThere = receipt != null && receipt.equals(shownState.atCounter());
        if (!standsThere && basketOf != customer) return;
        recallHeld();
        Intent intent = cash
                ? new Intent.PayCash(Money.ofFen(100_000))
                : new Intent.PayByCode(
                        new PaymentCode("28" + (1_000_000_000_000_000L + seed % 1_000_000 * 1_000 + codes++)),
                        Provider.ALIPAY);
        want(intent, reply -> paidOrRefused(customer, intent, reply));
    }

    private void paidOrRefused(Customer customer, Intent intent, Reply reply) {
        if (reply instanceof Reply.Done done) {
            ReceiptNumber receipt = done.state().atCounter();
            if (receipt == null) throw found("paid, and nobody stands at the counter");
            customer.receipt = receipt;
            customers.put(receipt, customer);
            if (intent instanceof Intent.PayCash) customer.hasGoods = true;
        }
    }

    /** The customer looks at the phone, the cashier at the screen, and somebody does something. */
    private void look(Customer customer) {
        if (customer.gone || customer.hasGoods || now >= CLOSING_MS) return;
        // First, because the power may fail in the middle of what follows.
        in(4_000 + dice.nextInt(60_000), () -> look(customer));
        lookAtThePaper(habits.nextInt(3) == 0);
        if (habits.nextInt(4) == 0) want(new Intent.AskAgain(), _ -> {});
        if (habits.nextInt(4) == 0) want(new Intent.PrintOwed(), _ -> {});
        glance(customer);
    }

    private void glance(Customer customer) {
        ReceiptNumber receipt = customer.receipt;
        if (customer.gone || customer.hasGoods) return;
        if (receipt == null) {
            // The power failed before anything was said; the basket is still there, or it was never scanned.
            pay(customer);
            return;
        }
        if (completed.containsKey(receipt)) {
            customer.hasGoods = true;
            return;
        }
        Optional<StormProvider.Trade> phone = phoneSaysPaid(receipt);
        boolean wouldLetGo = phone.isPresent() && isBeingChecked(phone.get().order);
        if (wouldLetGo && now - phone.get().paidAt >= 5_000 && dice.nextInt(3) == 0) {
            customer.hasGoods = true;
            customer.leftOn = phone.get().order;
            if (dice.nextBoolean()) sayWhereTheGoodsAre(phone.get().order, customer);
            return;
        }
        act(customer, receipt);
    }

    private void act(Customer customer, ReceiptNumber receipt) {
        Register mine = register;
        if (mine == null) return;
        Optional<SaleState> sale = mine.state().sale(receipt);
        Optional<Attempt> living = sale.flatMap(SaleState::living);
        if (living.isEmpty()) {
            if (dice.nextInt(3) > 0) pay(customer);
            else if (dice.nextInt(4) == 0) goAway(customer, receipt);
        } else if (dice.nextInt(6) == 0) {
            sayWhereTheGoodsAre(living.get().order(), customer);
        } else if (dice.nextInt(6) == 0) {
            // Impatience: the code is scanned again although the first is still being checked.
            pay(customer);
        } else if (living.get().state() == AttemptState.CANCELLING && dice.nextInt(4) == 0) {
            // The cancel is not answered and the customer waits: a supervisor lets another way to pay through.
            want(new Intent.AllowAnother(living.get().order()), _ -> {});
            pay(customer);
        }
    }

    private void goAway(Customer customer, ReceiptNumber receipt) {
        customer.gone = true;
        want(new Intent.Abandon(receipt), _ -> {});
    }

    private Optional<StormProvider.Trade> phoneSaysPaid(ReceiptNumber receipt) {
        for (StormProvider.Trade trade : provider.trades()) {
            trade.passTo(now);
            if (trade.order.text().startsWith(receipt.text()) && trade.held() > 0) return Optional.of(trade);
        }
        return Optional.empty();
    }

    private boolean isBeingChecked(OrderNumber order) {
        AttemptState state = shown.get(order);
        return state == AttemptState.SENDING || state == AttemptState.PENDING || state == AttemptState.UNKNOWN;
    }

    private void sayWhereTheGoodsAre(OrderNumber order, Customer customer) {
        if (register != null) want(new Intent.Stop(order, customer.hasGoods), _ -> {});
    }

    /** Somebody says what became of the sheets that nobody knows of, and sometimes somebody wants a copy. */
    private void lookAtThePaper(boolean wantsACopy) {
        Register mine = register;
        if (mine == null) return;
        for (VouchersOwed.Waiting one : mine.state().owed().unknown()) {
            // Somebody who only wants a paper in the hand asks for one, and says nothing of the one before.
            if (stormy && habits.nextInt(4) == 0) {
                want(new Intent.Print(one.receipt(), 0), tally::copied);
                continue;
            }
            boolean whole = printer.isWholeOnTheRoll(one.receipt(), one.sheet().copy());
            want(new Intent.JudgePrint(one.receipt(), one.sheet().copy(), whole), _ -> {});
        }
        if (wantsACopy)
            completed.keySet().stream().findAny().ifPresent(paid -> want(new Intent.Print(paid, 0), tally::copied));
    }

    // Afterwards.

    private void clearWeather() {
        stormy = false;
        printer.calmDown();
        provider.calmDown();
    }

    /** A supervisor ends what no machine may: with the provider's console open, and the truth about the goods. */
    private void supervisorLooks() {
        Register mine = register;
        if (mine == null) return;
        lookAtThePaper(false);
        for (Attempt attempt : mine.state().openAttempts().toList()) {
            boolean forAPerson =
                    attempt.state() == AttemptState.NEEDS_PERSON || attempt.state() == AttemptState.ANOMALY;
            if (!forAPerson) continue;
            tally.person();
            paidTwiceAndOnlyAPersonNoticed(attempt);
            Customer customer = customers.get(attempt.facts().receipt());
            boolean goods = customer != null
                    && customer.hasGoods
                    && !completed.containsKey(attempt.facts().receipt());
            if (goods && attempt.state() == AttemptState.NEEDS_PERSON) {
                want(new Intent.Stop(attempt.order(), true), _ -> {});
            } else {
                StormProvider.Trade trade = provider.trade(attempt.order(), now);
                if (trade != null && trade.paid) provider.returnByPerson(trade);
                want(
                        new Intent.SettleAttempt(attempt.order(), JournalEvent.Settlement.MONEY_RETURNED, "console"),
                        _ -> {});
            }
        }
    }

    /** Money of an order that was never to be cancelled, for a sale that other money had paid: a second live attempt. */
    private void paidTwiceAndOnlyAPersonNoticed(Attempt attempt) {
        StormProvider.Trade trade = provider.trade(attempt.order(), now);
        boolean rightAmount =
                trade != null && trade.held() == attempt.facts().amount().fen();
        boolean second = attempt.state() == AttemptState.ANOMALY
                && attempt.cancel() == null
                && completed.containsKey(attempt.facts().receipt());
        if (rightAmount && second) throw found("paid twice, and only a person noticed: " + attempt.order());
    }

    private void endOfDay() {
        Register mine = register;
        if (mine == null) throw found("the register never came up again");
        for (SaleState sale : mine.state().sales()) {
            want(new Intent.Abandon(sale.sale().number()), _ -> {});
        }
    }

    // For the judge.

    StormPrinter printer() {
        return printer;
    }

    StormProvider provider() {
        return provider;
    }

    Map<OrderNumber, JournalEvent.ScanPaid> recordedPaid() {
        return recordedPaid;
    }

    Map<ReceiptNumber, JournalEvent.TenderPaid> completed() {
        return completed;
    }

    RegisterState lastState() {
        Register mine = register;
        if (mine == null) throw found("the register never came up again");
        return mine.state();
    }

    /** The customer of this order left with the goods on the strength of its success on the phone. */
    boolean leftOn(OrderNumber order) {
        return customers.values().stream().anyMatch(customer -> order.equals(customer.leftOn));
    }

    StormFound found(String what) {
        return found(what, null);
    }

    StormFound found(String what, @Nullable Throwable cause) {
        return new StormFound(seed, mutant, "at " + now / 1000 + " s: " + what, cause);
    }
}
