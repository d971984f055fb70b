package tillbook.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalWriter;
import tillbook.payment.CancelAnswer;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;
import tillbook.printing.ConfirmationTier;
import tillbook.sale.ReceiptNumber;

/**
 * The register at work: one thread that takes turns, and a virtual thread for each message to a provider. Everybody else
 * talks to it by {@link #want} and sees it through the listener.
 *
 * <p>Its public methods are safe from any thread; the listener and all replies are called on the register thread and must
 * return at once.
 */
public final class RegisterThread implements PrintInbox, AutoCloseable {
    /** More inputs than this at once: whoever brings more waits. */
    private static final int INPUTS_MAX = 1_024;

    /** At most this many inputs share one force. */
    private static final int INPUTS_PER_TURN_MAX = 64;

    /** With nothing to wait for the register still looks at its clocks this often, ms. */
    private static final long LOOK_EVERY_MS = 1_000;

    private static final long CLOSE_WITHIN_S = 30;

    /** Sees what became durable. Called on the register thread. */
    public interface Listener {
        void committed(List<JournalEntry> entries, RegisterState state);
    }

    /** Keeps a fault of the program for whoever mends it. Called on any thread. */
    public interface Faults {
        /** Gives the fault's short code, for the person at the counter. */
        String note(Throwable fault);
    }

    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>(INPUTS_MAX);
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("provider-", 0).factory());
    private final Map<Provider, PaymentProvider> providers;
    private final Consumer<PrintOrder> printer;
    private final Listener listener;
    private final Faults faults;
    private final Times times;
    private final Register register;
    private final Thread thread;
    private volatile boolean ending;
    private volatile RegisterState state;

    private RegisterThread(
            Shop shop,
            RegisterState start,
            JournalWriter journal,
            Times times,
            Supplier<String> orderSuffix,
            Map<Provider, PaymentProvider> providers,
            Consumer<PrintOrder> printer,
            Listener listener,
            Faults faults) {
        this.printer = printer;
        this.providers = Map.copyOf(providers);
        this.listener = listener;
        this.faults = faults;
        this.times = times;
        this.state = start;
        this.register = new Register(shop, start, journal, times, orderSuffix, new Outside());
        this.thread = Thread.ofPlatform().name("register").unstarted(this::run);
    }

    /** Everything a register thread is made of, so that a start reads as a list. */
    public record Parts(
            Shop shop,
            RegisterState start,
            JournalWriter journal,
            Times times,
            Supplier<String> orderSuffix,
            Map<Provider, PaymentProvider> providers,
            Consumer<PrintOrder> printer,
            Listener listener,
            Faults faults) {}

    /**
     * Begins work: says so in the journal on the calling thread, then hands everything to the register thread.
     *
     * @param parts {@code orderSuffix} gives six unforeseeable characters a call; {@code faults} keeps a fault of the
     *     program and gives its code; {@code printer} takes orders on the register thread and returns at once
     * @param newEpoch two characters not used before, taken if the data's place changed
     * @throws tillbook.journal.JournalBrokenException if the journal cannot be written
     */
    public static RegisterThread start(Parts parts, String newEpoch) {
        RegisterThread made = new RegisterThread(
                parts.shop(),
                parts.start(),
                parts.journal(),
                parts.times(),
                parts.orderSuffix(),
                parts.providers(),
                parts.printer(),
                parts.listener(),
                parts.faults());
        made.register.start(newEpoch);
        made.thread.start();
        return made;
    }

    /**
     * Opens only to be looked at: every intent is refused, nobody is asked anything, nothing is written. For data that a
     * newer Tillbook wrote.
     */
    public static RegisterThread readOnly(Parts parts) {
        RegisterThread made = new RegisterThread(
                parts.shop(),
                parts.start(),
                parts.journal(),
                parts.times(),
                parts.orderSuffix(),
                parts.providers(),
                parts.printer(),
                parts.listener(),
                parts.faults());
        made.register.onlyRead();
        made.thread.start();
        return made;
    }

    /** The newest durable state. */
    public RegisterState state() {
        return state;
    }

    /** True while the journal cannot be written. */
    public boolean isBroken() {
        return register.isBroken();
    }

    /** The state as the head of a new tape segment must say it. For the register thread, inside an append. */
    public RegisterState stateWithAppended() {
        return register.stateWithAppended();
    }

    /** Brings an intent; waits only if very many are waiting. */
    public void want(Intent intent, Consumer<Reply> reply) {
        offer(new Input.Wanted(intent, reply));
    }

    /** Brings an intent and gives its reply when it is there. */
    public CompletableFuture<Reply> want(Intent intent) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        want(intent, reply::complete);
        return reply;
    }

    @Override
    public boolean printBegins(
            ReceiptNumber receipt, int copy, String place, String sha256, int bytes, ConfirmationTier tier) {
        CompletableFuture<Boolean> begin = new CompletableFuture<>();
        offer(new Input.PrintBegins(receipt, copy, place, sha256, bytes, tier, begin::complete));
        try {
            return begin.get(CLOSE_WITHIN_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            // Nothing was sent, whatever the journal says of it: it will be asked about, not printed twice.
            return false;
        }
    }

    @Override
    public void printReported(ReceiptNumber receipt, int copy, PrintReport report) {
        offer(new Input.PrintReported(receipt, copy, report));
    }

    /** Ends the thread; messages under way are left to the next start. Does not say goodbye: that is an intent. */
    @Override
    public void close() {
        ending = true;
        // Not by an interrupt: that would close the tape's channel in the middle of a force.
        offer(new Input.Wake());
        calls.shutdownNow();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_WITHIN_S));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void offer(Input input) {
        try {
            inputs.put(input);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long next = times.monotonicMs();
        while (!ending) {
            try {
                next = register.turn(awaited(next));
            } catch (InterruptedException e) {
                // Nobody of ours interrupts the register; whoever did gets no say over its loop.
                faults.note(e);
            } catch (OutOfMemoryError machine) {
                // A turn that was cut off anywhere may know less than the tape; a new start reads that again.
                throw machine;
            } catch (RuntimeException | Error fault) {
                // Even a broken class must not end the loop that knows where the money is.
                faults.note(fault);
                next = times.monotonicMs() + LOOK_EVERY_MS;
            }
        }
    }

    private List<Input> awaited(long untilMs) throws InterruptedException {
        long waitMs = Math.clamp(times.worldMs(untilMs - times.monotonicMs()), 0, LOOK_EVERY_MS);
        List<Input> taken = new ArrayList<>();
        @Nullable Input first = inputs.poll(waitMs, TimeUnit.MILLISECONDS);
        if (first == null) return taken;
        taken.add(first);
        inputs.drainTo(taken, INPUTS_PER_TURN_MAX - 1);
        return taken;
    }

    private final class Outside implements Register.World {
        @Override
        public void send(Effect effect) {
            try {
                calls.execute(() -> offer(exchange(effect)));
            } catch (RejectedExecutionException closing) {
                // The intent is on the tape, so the next start goes on from here; while at work it is a fault.
                if (!ending) throw closing;
            }
        }

        @Override
        public void print(PrintOrder order) {
            printer.accept(order);
        }

        @Override
        public void committed(List<JournalEntry> entries, RegisterState now) {
            state = now;
            listener.committed(entries, now);
        }

        @Override
        public String fault(RuntimeException fault) {
            return faults.note(fault);
        }
    }

    private Input exchange(Effect effect) {
        PaymentProvider provider = providers.get(effect.provider());
        long id = effect.callId();
        return switch (effect) {
            case Effect.Pay pay ->
                new Input.PaymentAnswered(
                        id,
                        pay.order(),
                        ProviderCall.PAY,
                        provider == null ? notSetUp() : asked(() -> provider.pay(pay.request())));
            case Effect.Query query ->
                new Input.PaymentAnswered(
                        id,
                        query.order(),
                        ProviderCall.QUERY,
                        provider == null ? notSetUp() : asked(() -> provider.query(query.order())));
            case Effect.Cancel cancel ->
                new Input.CancelAnswered(
                        id,
                        cancel.order(),
                        provider == null
                                ? new CancelAnswer.Unknown(UnknownReason.NO_CONNECTION, exchange("not-set-up"))
                                : cancelled(() -> provider.cancel(cancel.order())));
        };
    }

    private static PaymentAnswer notSetUp() {
        return new PaymentAnswer.Unknown(UnknownReason.NO_CONNECTION, exchange("not-set-up"));
    }

    /** A fault of the program in a provider's wire proves nothing about the money. */
    private PaymentAnswer asked(Supplier<PaymentAnswer> call) {
        try {
            return call.get();
        } catch (RuntimeException | Error fault) {
            return new PaymentAnswer.Unknown(UnknownReason.UNREADABLE, exchange(faults.note(fault)));
        }
    }

    private CancelAnswer cancelled(Supplier<CancelAnswer> call) {
        try {
            return call.get();
        } catch (RuntimeException | Error fault) {
            return new CancelAnswer.Unknown(UnknownReason.UNREADABLE, exchange(faults.note(fault)));
        }
    }

    private static Exchange exchange(String code) {
        return new Exchange(code, null, null, null, 0, null);
    }
}
