package tillbook.register;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.journal.EventCodec;
import tillbook.journal.JournalBrokenException;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.CancelDecided;
import tillbook.journal.JournalWriter;
import tillbook.journal.Stamp;
import tillbook.payment.AttemptState;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentCode;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.printing.PrintJobState;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/**
 * The loop. One turn takes what has come in, decides, writes, forces once, and only then lets messages, replies and
 * pictures out; the next turn begins with what came back. Nothing here is kept that the tape does not know, but for the
 * waits and the payment codes, which a restart rightly forgets.
 *
 * <p>Owned by one thread, the register thread.
 */
public final class Register {
    /** A payment request leaves only if at least this is set aside for writing down how it ended. */
    public static final long BYTES_FOR_A_PAYMENT = 256 * 1024;

    /** More turns of one attempt within one moment than this is a bug: each must wait for something. */
    private static final int STEPS_MAX = 16;

    /** How long to wait before trying a journal again that could not be written, ms. */
    private static final long AFTER_BREAK_MS = 2_000;

    /** How long to leave an attempt alone whose handling failed by a fault of the program, ms. */
    private static final long AFTER_FAULT_MS = 60_000;

    /** A broken journal keeps this many words of printers for later; beyond, the oldest is lost and the sheet unknown. */
    private static final int UNWRITTEN_MAX = 64;

    private static final String BY_MACHINE = "tillbook";

    /** What the register reaches the world through; replaced whole in a storm. */
    public interface World {
        /** Starts a message; returns at once. The answer comes back as an input. */
        void send(Effect effect);

        /** Gives an order to the printer; returns at once. */
        void print(PrintOrder order);

        /** Records that are durable, with the state after them. Returns at once. */
        void committed(List<JournalEntry> entries, RegisterState state);

        /**
         * Keeps a fault of the program for whoever mends it.
         *
         * @return its short code, for the person at the counter
         */
        String fault(RuntimeException fault);
    }

    private final Shop shop;
    private final JournalWriter journal;
    private final Times times;
    private final World world;
    private final Counter counter;
    private final Function<PaymentRules, AttemptMachine> machineFor;
    private final Map<Provider, AttemptMachine> machines = new HashMap<>();
    private final Map<OrderNumber, Waits> waits = new HashMap<>();
    private final Map<OrderNumber, PaymentCode> codes = new HashMap<>();

    private final PrintTurn printTurn;

    private RegisterState state;
    private RegisterState durable;
    private long calls;
    private boolean broken;
    private boolean closed;
    private boolean readOnly;

    // What one turn has gathered and lets out only after the force.
    private final List<JournalEntry> written = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<PrintOrder> orders = new ArrayList<>();
    private final Deque<Input.PrintReported> unwritten = new ArrayDeque<>();
    private final List<Runnable> replies = new ArrayList<>();

    /**
     * A register on a state that was folded from durable records.
     *
     * @param orderSuffix six characters of {@code [0-9A-Za-z]} that nobody can foresee, new at each call
     */
    public Register(
            Shop shop,
            RegisterState start,
            JournalWriter journal,
            Times times,
            Supplier<String> orderSuffix,
            World world) {
        this(shop, start, journal, times, world, new Counter(shop, orderSuffix), AttemptMachine::new);
    }

    /** With other rules of money: a storm proves by them that it would notice. */
    Register(
            Shop shop,
            RegisterState start,
            JournalWriter journal,
            Times times,
            World world,
            Counter counter,
            Function<PaymentRules, AttemptMachine> machineFor) {
        this.shop = shop;
        this.state = start;
        this.durable = start;
        this.journal = journal;
        this.times = times;
        this.world = world;
        this.counter = counter;
        this.machineFor = machineFor;
        this.printTurn = new PrintTurn(shop.printing());
    }

    /** The state as of the last force. */
    public RegisterState state() {
        return durable;
    }

    /** The state with everything appended so far, which is what the head of a new segment must say. */
    public RegisterState stateWithAppended() {
        return state;
    }

    /** From now on nothing is written and nobody is asked: the data is a newer Tillbook's. Instead of {@link #start}. */
    void onlyRead() {
        readOnly = true;
    }

    /** True while the journal cannot be written: nothing is sold, nothing is asked. */
    public boolean isBroken() {
        return broken;
    }

    /**
     * Says in the journal that this process is at work. The first turn of every start; what was left open then goes on by
     * itself, as in any other turn.
     *
     * @param newEpoch two characters that {@code start} does not know yet, used if the data's place has changed
     */
    public void start(String newEpoch) {
        boolean samePlace = !state.epochs().isEmpty() && state.place().equals(shop.place());
        String epoch = samePlace ? state.epoch() : newEpoch;
        begin();
        long now = times.monotonicMs();
        state.openAttempts().forEach(attempt -> waits.put(attempt.order(), Waits.foundAt(now)));
        write(new JournalEvent.RegisterStarted(epoch, shop.place(), shop.version(), shop.practice(), state.open()));
        if (state.shift() == 0) write(new JournalEvent.ShiftOpened(1, shop.cashier()));
        findSheets();
        settle();
        end();
    }

    /**
     * One turn: handles the inputs in order, then does whatever is due.
     *
     * @return when to come back at the latest, ms of the monotonic clock, {@link Long#MAX_VALUE} if nothing is waited for
     */
    public long turn(List<Input> inputs) {
        if (readOnly) {
            inputs.forEach(this::refuseToWrite);
            return Long.MAX_VALUE;
        }
        if (broken && !mend()) {
            inputs.forEach(this::refuseWhileBroken);
            return times.monotonicMs() + AFTER_BREAK_MS;
        }
        begin();
        try {
            List<Input> kept = List.copyOf(unwritten);
            kept.forEach(this::handle);
            inputs.forEach(this::handle);
            long next = settle();
            end();
            unwritten.removeAll(kept);
            return next;
        } catch (JournalBrokenException e) {
            breakDown(inputs);
            return times.monotonicMs() + AFTER_BREAK_MS;
        }
    }

    /** Closing needs no record here: nothing was begun. */
    private void refuseToWrite(Input input) {
        if (input instanceof Input.PrintBegins begins) begins.begin().accept(false);
        if (!(input instanceof Input.Wanted(Intent intent, Consumer<Reply> reply))) return;
        reply.accept(
                intent instanceof Intent.CloseRegister
                        ? new Reply.Done(durable)
                        : Reply.Refused.because(Refusal.READ_ONLY));
    }

    private boolean mend() {
        if (!journal.recover()) return false;
        broken = false;
        return true;
    }

    /** What was found at a printer's when the process before ended, nobody knows. */
    private void findSheets() {
        for (VouchersOwed.Waiting one : state.owed().underWay()) {
            write(new JournalEvent.PrintMoved(one.receipt(), one.sheet().copy(), PrintJobState.UNKNOWN, null, null));
        }
    }

    // One turn.

    private void begin() {
        written.clear();
        effects.clear();
        orders.clear();
        replies.clear();
        if (times.wasSuspended()) waits.replaceAll((_, waiting) -> waiting.begunAgainAt(times.monotonicMs()));
    }

    private void end() {
        if (!written.isEmpty()) {
            journal.force();
            durable = state;
            forgetWhatIsOver();
            world.committed(List.copyOf(written), durable);
        }
        effects.forEach(world::send);
        orders.forEach(world::print);
        replies.forEach(Runnable::run);
    }

    private void forgetWhatIsOver() {
        waits.keySet().removeIf(order -> state.attempt(order).isEmpty());
        codes.keySet()
                .removeIf(order -> state.attempt(order)
                        .map(attempt -> attempt.state() != AttemptState.SENDING)
                        .orElse(true));
    }

    /** Nothing of this turn holds: back to what is durable, and every exchange is asked about anew. */
    private void breakDown(List<Input> inputs) {
        broken = true;
        closed = false;
        state = durable;
        orders.forEach(this::takeBack);
        waits.clear();
        codes.clear();
        long now = times.monotonicMs();
        state.openAttempts().forEach(attempt -> waits.put(attempt.order(), Waits.foundAt(now)));
        begin();
        inputs.forEach(this::refuseWhileBroken);
    }

    private void takeBack(PrintOrder order) {
        switch (order) {
            case PrintOrder.Print _ -> printTurn.ended();
            case PrintOrder.Forget forget -> printTurn.begun(forget.receipt(), forget.copy());
        }
    }

    private void refuseWhileBroken(Input input) {
        if (input instanceof Input.Wanted wanted) {
            wanted.reply().accept(Reply.Refused.because(Refusal.JOURNAL_BROKEN));
        }
        if (input instanceof Input.PrintBegins begins) begins.begin().accept(false);
        if (input instanceof Input.PrintReported report) keep(report);
    }

    /** A printer says a thing once: what it said while nothing could be written is written later. */
    private void keep(Input.PrintReported report) {
        if (unwritten.size() == UNWRITTEN_MAX) unwritten.removeFirst();
        unwritten.addLast(report);
    }

    private void write(JournalEvent event) {
        Stamp stamp = times.stamp(shop, state);
        // Folded first: a record that does not fit the state is a fault of the program and must not reach the tape.
        RegisterState after = state.after(new JournalEntry(0, stamp, event));
        long sequence = journal.append(EventCodec.encode(stamp, event));
        state = after;
        written.add(new JournalEntry(sequence, stamp, event));
    }

    /** A fault of the program ends what was asked, not the register: every record written so far is whole by itself. */
    private void handle(Input input) {
        try {
            switch (input) {
                case Input.Wanted wanted -> handle(wanted);
                case Input.PaymentAnswered answered -> handle(answered);
                case Input.CancelAnswered answered -> handle(answered);
                case Input.PrintBegins begins -> handle(begins);
                case Input.PrintReported reported -> handle(reported);
                case Input.Wake _ -> {}
            }
        } catch (JournalBrokenException e) {
            throw e;
        } catch (RuntimeException fault) {
            String code = world.fault(fault);
            if (input instanceof Input.Wanted wanted) {
                replies.add(() -> wanted.reply().accept(new Reply.Refused(Refusal.PROGRAM_FAULT, code)));
            }
            if (input instanceof Input.PrintBegins begins)
                replies.add(() -> begins.begin().accept(false));
        }
    }

    // What a person wants.

    private void handle(Input.Wanted wanted) {
        Reply refused = closed ? Reply.Refused.because(Refusal.CLOSED) : null;
        if (refused == null) refused = obey(wanted);
        Reply reply = refused;
        replies.add(() -> wanted.reply().accept(reply == null ? new Reply.Done(durable) : reply));
    }

    private @Nullable Reply obey(Input.Wanted wanted) {
        return switch (counter.decide(state, wanted.intent())) {
            case Counter.Decision.Refuse refuse -> new Reply.Refused(refuse.reason(), refuse.argument());
            case Counter.Decision.Write write -> {
                write.events().forEach(this::write);
                closed = wanted.intent() instanceof Intent.CloseRegister;
                write.events().forEach(this::notePersonsWord);
                if (wanted.intent() instanceof Intent.AskAgain) askAgain();
                yield null;
            }
            case Counter.Decision.WriteAndPay pay -> {
                if (journal.bytesSetAside() < BYTES_FOR_A_PAYMENT) yield Reply.Refused.because(Refusal.DISK_FULL);
                codes.put(pay.order(), pay.code());
                waits.put(pay.order(), Waits.begunAt(times.monotonicMs()));
                pay.events().forEach(this::write);
                yield null;
            }
        };
    }

    /** After a person's word about the goods, or for paper, nothing waits any longer. */
    private void notePersonsWord(JournalEvent event) {
        long now = times.monotonicMs();
        notePaper(event);
        if (event instanceof CancelDecided decided) {
            Attempt attempt = state.attempt(decided.order()).orElseThrow();
            waits.put(decided.order(), machine(attempt).afterCancelDecided(waitsOf(attempt), now));
        }
        if (event instanceof JournalEvent.GoodsKept kept) {
            waits.computeIfPresent(
                    kept.order(), (_, waiting) -> waiting.call() == null ? waiting.nextAt(now) : waiting);
        }
    }

    /** What is being asked already is not asked twice, and a request for money keeps to its own pace. */
    private void askAgain() {
        long now = times.monotonicMs();
        for (Attempt attempt : state.listOpenAttempts()) {
            if (attempt.state() == AttemptState.SENDING) continue;
            Waits waiting = waitsOf(attempt);
            if (waiting.call() == null) waits.put(attempt.order(), waiting.nextAt(now));
        }
    }

    private void notePaper(JournalEvent event) {
        switch (event) {
            case JournalEvent.PrintReleased _ -> printTurn.tryAtOnce();
            case JournalEvent.CopyOrdered ordered -> {
                // The sheet before it is nobody's to judge any more.
                printTurn.inHandOf(ordered.receipt()).ifPresent(copy -> forget(ordered.receipt(), copy));
                printTurn.tryAtOnce();
            }
            case JournalEvent.PrintJudged judged -> forget(judged.receipt(), judged.copy());
            case JournalEvent.VoucherSettled settled -> forgetUnknown(settled.receipt());
            default -> {}
        }
    }

    /** The printer may take the next sheet; that of which a person knows better waits for no word any more. */
    private void forget(ReceiptNumber receipt, int copy) {
        if (!printTurn.isAt(receipt, copy)) return;
        printTurn.ended();
        orders.add(new PrintOrder.Forget(receipt, copy));
    }

    private void forgetUnknown(ReceiptNumber receipt) {
        durable.owed()
                .newestSheet(receipt)
                .filter(sheet -> sheet.state() == PrintJobState.UNKNOWN)
                .ifPresent(sheet -> forget(receipt, sheet.copy()));
    }

    // What became of paper.

    private void handle(Input.PrintBegins begins) {
        ReceiptNumber receipt = begins.receipt();
        boolean wanted = !closed
                && printTurn.isAt(receipt, begins.copy())
                && state.owed()
                        .sheet(receipt, begins.copy())
                        .filter(sheet -> sheet.state() == PrintJobState.QUEUED)
                        .isPresent();
        if (wanted) {
            write(new JournalEvent.PrintSending(
                    receipt, begins.copy(), begins.printer(), begins.sha256(), begins.bytes(), begins.tier()));
        }
        replies.add(() -> begins.begin().accept(wanted));
    }

    /** Also after the goodbye: what the printer says of a sheet in its hands is not to be lost. */
    private void handle(Input.PrintReported reported) {
        ReceiptNumber receipt = reported.receipt();
        int copy = reported.copy();
        boolean current = printTurn.isAt(receipt, copy);
        Optional<Sheet> sheet = state.owed().sheet(receipt, copy);
        PrintReport report =
                sheet.map(known -> believed(known, reported.report())).orElse(reported.report());
        boolean said = sheet.filter(known -> saysNothingNew(known, report)).isPresent();
        boolean fits =
                sheet.isPresent() || (Sheet.ends(report.state()) && state.owed().awaits(receipt, copy));
        if (fits && !said) {
            write(new JournalEvent.PrintMoved(receipt, copy, report.state(), report.fault(), report.evidence()));
        }
        if (!current) return;
        if (report.state() == PrintJobState.QUEUED) printTurn.notReady(times.monotonicMs());
        else if (report.isLast()) printTurn.ended();
    }

    /** Once it is written that the first byte may leave, "not begun" is no more than a doubt. */
    private static PrintReport believed(Sheet known, PrintReport report) {
        boolean mayHaveBegun = report.state() == PrintJobState.QUEUED && known.state() == PrintJobState.SENDING;
        return mayHaveBegun
                ? new PrintReport(PrintJobState.UNKNOWN, report.fault(), report.evidence(), report.isLast())
                : report;
    }

    /** The same fault again and again stands in the journal once; a sheet that was begun never becomes one that was not. */
    private static boolean saysNothingNew(Sheet known, PrintReport report) {
        if (report.state() == PrintJobState.QUEUED && !known.isUnspent()) return true;
        return known.state() == report.state() && known.fault() == report.fault();
    }

    // What a provider answered.

    private void handle(Input.PaymentAnswered answered) {
        Optional<Attempt> known = closed ? Optional.empty() : state.attempt(answered.order());
        if (known.isEmpty()) return;
        Attempt attempt = known.get();
        Waits waiting = waitsOf(attempt);
        boolean current = waiting.callId() == answered.callId();
        Verdict verdict = machine(attempt)
                .judge(attempt, waiting, answered.call(), current, answered.answer(), times.monotonicMs());
        PaymentAnswer answer = answered.answer();
        apply(attempt, verdict, answered.call(), current, Evidence.of(attempt, answered.call(), answer));
    }

    private void handle(Input.CancelAnswered answered) {
        Optional<Attempt> known = closed ? Optional.empty() : state.attempt(answered.order());
        if (known.isEmpty()) return;
        Attempt attempt = known.get();
        boolean current = waitsOf(attempt).callId() == answered.callId();
        Verdict verdict = machine(attempt).judge(attempt, answered.answer());
        apply(attempt, verdict, ProviderCall.CANCEL, current, Evidence.of(attempt, answered.answer()));
    }

    private void apply(
            Attempt before,
            Verdict verdict,
            ProviderCall call,
            boolean current,
            JournalEvent.AttemptAnswered evidence) {
        switch (verdict) {
            case Verdict.Pays pays -> write(paid(before, pays.proof(), call, evidence));
            case Verdict.MovesTo moves -> write(Evidence.at(evidence, moves.state()));
            case Verdict.Cancels cancels -> {
                write(Evidence.at(evidence, cancels.state()));
                write(new CancelDecided(before.order(), cancels.cause(), BY_MACHINE));
            }
        }
        Optional<Attempt> after = state.attempt(before.order());
        if (after.isEmpty()) return;
        Waits waiting = waitsOf(before);
        long now = times.monotonicMs();
        AttemptMachine machine = machine(before);
        Waits next;
        if (verdict instanceof Verdict.Cancels) next = machine.afterCancelDecided(waiting, now);
        else if (!current) next = waiting;
        else
            next = machine.afterExchange(
                    waiting,
                    before.state(),
                    after.get(),
                    call,
                    evidence.answer().isSigned(),
                    now);
        waits.put(before.order(), next);
    }

    private JournalEvent paid(
            Attempt attempt, PaymentAnswer.Paid proof, ProviderCall call, JournalEvent.AttemptAnswered evidence) {
        SaleState sale = state.saleOf(attempt.order()).orElseThrow();
        if (!sale.stillNeeds(attempt.facts().amount())) return Evidence.at(evidence, AttemptState.ANOMALY);
        boolean covers = sale.due().equals(attempt.facts().amount());
        return new JournalEvent.ScanPaid(
                attempt.facts().receipt(),
                attempt.facts().tender(),
                attempt.order(),
                attempt.facts().provider(),
                attempt.facts().amount(),
                proof.tradeNumber(),
                proof.paidAt(),
                proof.payer(),
                proof.payerPaid(),
                call,
                proof.exchange(),
                covers ? completion(attempt) : null);
    }

    private JournalEvent.Completion completion(Attempt attempt) {
        long rulesMs = rules(attempt).printWithinMs();
        return Vouchers.completion(state, attempt, times.wallMs(), rulesMs);
    }

    // What is due.

    /** Takes every open attempt and the next sheet as far as they go now. */
    private long settle() {
        if (closed) return Long.MAX_VALUE;
        long next = print();
        for (Attempt attempt : state.listOpenAttempts()) next = Math.min(next, guarded(attempt.order()));
        return next;
    }

    private long print() {
        long wallMs = times.wallMs();
        printTurn.next(state, times.monotonicMs(), wallMs).ifPresent(one -> {
            printTurn.begun(one.receipt(), one.sheet().copy());
            orders.add(new PrintOrder.Print(
                    one.receipt(),
                    one.sheet().copy(),
                    one.sheet().since(),
                    one.sheet().by()));
        });
        return printTurn.lookAgainMs(state, wallMs);
    }

    /** A fault of the program in one attempt never stops the others. */
    private long guarded(OrderNumber order) {
        try {
            return settle(order);
        } catch (JournalBrokenException e) {
            throw e;
        } catch (RuntimeException fault) {
            world.fault(fault);
            return times.monotonicMs() + AFTER_FAULT_MS;
        }
    }

    private long settle(OrderNumber order) {
        for (int steps = 0; steps < STEPS_MAX; steps++) {
            Optional<Attempt> open = state.attempt(order);
            if (open.isEmpty()) return Long.MAX_VALUE;
            Attempt attempt = open.get();
            Waits waiting = waitsOf(attempt);
            AttemptStep step = machine(attempt).next(attempt, waiting, codes.containsKey(order), times.monotonicMs());
            switch (step) {
                case AttemptStep.Move move -> write(new JournalEvent.AttemptMoved(order, move.state(), move.cause()));
                case AttemptStep.Call call -> {
                    if (shop.isOfAnotherAccount(attempt)) return Long.MAX_VALUE;
                    call(attempt, waiting, call.call());
                }
                case AttemptStep.WaitUntil wait -> {
                    return wait.ms();
                }
                case AttemptStep.Rest _ -> {
                    return Long.MAX_VALUE;
                }
            }
        }
        throw new IllegalStateException("an attempt does not come to rest: " + order);
    }

    private void call(Attempt attempt, Waits waiting, ProviderCall what) {
        long id = ++calls;
        Provider provider = attempt.facts().provider();
        OrderNumber order = attempt.order();
        waits.put(order, waiting.calling(what, id, times.monotonicMs()));
        effects.add(
                switch (what) {
                    case PAY -> new Effect.Pay(id, provider, request(attempt));
                    case QUERY -> new Effect.Query(id, provider, order);
                    case CANCEL -> new Effect.Cancel(id, provider, order);
                });
    }

    private PaymentRequest request(Attempt attempt) {
        PaymentCode code = codes.get(attempt.order());
        if (code == null) throw new IllegalStateException("no payment code for " + attempt.order());
        return new PaymentRequest(attempt.order(), attempt.facts().amount(), code, shop.subject(), state.cashier());
    }

    private Waits waitsOf(Attempt attempt) {
        return waits.computeIfAbsent(attempt.order(), _ -> Waits.begunAt(times.monotonicMs()));
    }

    private AttemptMachine machine(Attempt attempt) {
        return machines.computeIfAbsent(attempt.facts().provider(), _ -> machineFor.apply(rules(attempt)));
    }

    /** A provider that was taken out of the settings is still asked about what it owes an answer for. */
    private PaymentRules rules(Attempt attempt) {
        return shop.rules().getOrDefault(attempt.facts().provider(), PaymentRules.ALIPAY);
    }
}
