package tillbook.payment.practice;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import tillbook.payment.practice.LoopbackHttp.Reaction;

/**
 * A provider to practise on. It listens on this machine alone, speaks Alipay's wire with real signatures, keeps its own
 * book of money, and misbehaves as told: by {@link #trouble}, by {@code POST /practice/trouble}, or by the ending of a
 * payment code ({@link CodeEndings}). Killed and started again on the same file it knows every fen and every plan.
 *
 * <p>Safe from any thread.
 */
public final class PracticeProvider implements AutoCloseable {
    private static final String GATEWAY_PATH = "/gateway.do";

    private final TroubleBoard troubles = new TroubleBoard();
    private final PracticeTime time;
    private final TradeDesk trades;
    private final GatewayDesk gateway;
    private final ControlDesk control;
    private final LoopbackHttp http;

    private PracticeProvider(PracticeOptions options, TradeDesk trades) throws IOException {
        this.time = options.time();
        this.trades = trades;
        this.gateway = new GatewayDesk(trades, troubles, options.registerKey(), options.providerKey(), time);
        this.control = new ControlDesk(trades, troubles, time);
        this.http = new LoopbackHttp(options.port(), this::answer, time);
    }

    /**
     * Opens the book and listens.
     *
     * @throws IOException if the port is taken or the book cannot be used; the text says which
     */
    public static PracticeProvider start(PracticeOptions options) throws IOException {
        TradeDesk trades = new TradeDesk(options.book().orElse(null), options.time());
        try {
            PracticeProvider provider = new PracticeProvider(options, trades);
            provider.http.start();
            return provider;
        } catch (IOException e) {
            trades.close();
            throw new IOException("port " + options.port() + " cannot be used; choose another, or 0", e);
        }
    }

    /** Starts, prints one line that ends in the gateway's address, and serves until the thread is interrupted. */
    public static void run(PracticeOptions options, PrintStream out) throws IOException, InterruptedException {
        try (PracticeProvider provider = start(options)) {
            out.println("practice-provider " + provider.uri());
            out.flush();
            new CountDownLatch(1).await();
        }
    }

    /** The address for the register's settings: {@code http://127.0.0.1:…/gateway.do}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.port() + GATEWAY_PATH);
    }

    /** Every order that has reached the provider, oldest first, as it stands now. */
    public List<BookEntry> book() {
        return trades.entries();
    }

    /** How many orders are still to arrive, to be confirmed, or to be closed by their time-out. */
    public int openTrades() {
        return trades.openTrades();
    }

    /** Every customer who is still to confirm on the phone does so now, also one who never would have. */
    public void confirm() {
        trades.confirm();
    }

    /** Switches a trouble on for the next so many calls of one kind; {@link TroubleRule#ALWAYS} until {@link #calm}. */
    public void trouble(Trouble trouble, Call call, int times) {
        troubles.add(new TroubleRule(trouble, EnumSet.of(call), times));
    }

    /** Switches a trouble on for every call, until {@link #calm}. */
    public void trouble(Trouble trouble) {
        troubles.add(new TroubleRule(trouble, EnumSet.allOf(Call.class), TroubleRule.ALWAYS));
    }

    /** Switches a trouble on as the rule says. */
    public void trouble(TroubleRule rule) {
        troubles.add(rule);
    }

    /** Switches this trouble off, and leaves the others. What it has planned for a trade still comes. */
    public void end(TroubleRule rule) {
        troubles.remove(rule);
    }

    /** Switches every trouble off. What a trouble has planned for a trade still comes. */
    public void calm() {
        troubles.clear();
    }

    /** Stops listening, ends open connections and closes the book. */
    @Override
    public void close() throws IOException {
        http.close();
        trades.close();
    }

    private Reaction answer(HttpAsk ask) throws InterruptedException {
        try {
            return ask.path().equals(GATEWAY_PATH)
                    ? gateway.answer(ask)
                    : new Reaction(control.answer(ask), time.now());
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            return new Reaction(HttpSay.html(500, String.valueOf(e.getMessage())), time.now());
        }
    }
}
