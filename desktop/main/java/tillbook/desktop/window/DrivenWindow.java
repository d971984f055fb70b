package tillbook.desktop.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Stage;
import tillbook.care.Uncaught;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.desktop.checkout.screen.SnapshotFeed;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Pictures;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.fx.Toolkit;
import tillbook.desktop.sound.Device;
import tillbook.desktop.till.Opening;
import tillbook.desktop.till.OpeningWords;
import tillbook.desktop.till.Till;
import tillbook.desktop.till.TillClock;
import tillbook.desktop.till.TillOptions;
import tillbook.journal.Json;
import tillbook.register.Reply;
import tillbook.settings.Machine;
import tillbook.settings.Mode;

/**
 * The real window of a practice register, driven from standard input as by a scanner and a person, for the demonstration:
 * {@code scan CODE}, {@code type TEXT}, {@code key NAME}, {@code touch ID}, {@code shot FILE}, {@code quit}. What it shows goes to standard
 * output, one JSON object a line. A process of its own, so that it can be killed.
 */
public final class DrivenWindow {
    private static final long TRADE_OPENS_WITHIN_S = 10;
    private static final int BROKEN = 3;

    private final Till till;
    private final Locale language;
    private final SnapshotFeed feed;
    private final CompletableFuture<Reply.Done> closed = new CompletableFuture<>();

    /** Before the first record of this process: what a start settles is told as well. */
    private final Snapshot first;

    private DrivenWindow(Till till, Locale language, SnapshotFeed feed, Snapshot first) {
        this.till = till;
        this.language = language;
        this.feed = feed;
        this.first = first;
    }

    /** Arguments: the language's tag, the program's version. */
    public static void main(String[] arguments) throws Exception {
        Locale language = Locale.forLanguageTag(arguments[0]);
        Locale.setDefault(language);
        int exit = run(language, arguments[1]);
        Toolkit.stop();
        System.exit(exit);
    }

    private static int run(Locale language, String version) throws Exception {
        Optional<String> cannot = Toolkit.start();
        if (cannot.isPresent()) return says("no-window", cannot.get());
        TillClock clock = TillClock.of(System.getenv()).orElseGet(TillClock::real);
        TillOptions options = new TillOptions(
                Machine.of(System.getenv(), System.getProperties()), Mode.PRACTICE, "register", version, clock);
        AtomicReference<SnapshotFeed> feed = new AtomicReference<>();
        AtomicReference<Snapshot> first = new AtomicReference<>();
        Opening opening = Till.open(
                options,
                state -> {
                    first.set(Snapshot.of(state));
                    feed.set(new SnapshotFeed(state, clock.monotonicMs()));
                    return feed.get();
                },
                thrown -> Uncaught.note(thrown, "register").code());
        if (!(opening instanceof Opening.Opened(Till till)))
            return says("not-opened", String.join(" ", OpeningWords.of(opening, language)));
        try (till) {
            new DrivenWindow(till, language, feed.get(), first.get()).drive();
        }
        return 0;
    }

    private static int says(String type, String text) {
        say(type, Map.of("text", text));
        return BROKEN;
    }

    /** One line, whole, whichever thread says it. */
    static synchronized void say(String type, Map<String, Object> facts) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.putAll(facts);
        System.out.println(Json.mapper().writeValueAsString(line));
        System.out.flush();
    }

    private void drive() throws Exception {
        Stage stage = onFx(this::open);
        Hands hands = new Hands(stage);
        Told told = new Told(till, language, first, hands);
        feed.showOn(told::sees);
        waitForTrade();
        say("ready", Map.of("text", onFx(() -> hands.reads("scan-pay"))));
        obey(hands);
    }

    private Stage open() {
        Stage stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        CheckoutWindow.open(
                stage,
                till,
                new CheckoutWindow.Helpers(
                        feed,
                        language,
                        Theme.everywhere(Look.LIGHT),
                        till.clock().monotonicMs(),
                        System::nanoTime,
                        thrown -> Uncaught.note(thrown, "window").code(),
                        Device.ofThisMachine(),
                        _ -> false,
                        closed::complete));
        stage.setMaximized(false);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(FirstWindow.WIDTH);
        stage.setHeight(FirstWindow.HEIGHT);
        return stage;
    }

    /** A payment before the provider has proven itself would be refused, rightly. */
    private void waitForTrade() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(TRADE_OPENS_WITHIN_S);
        while (!till.trade().isOpen() && System.nanoTime() < until) TimeUnit.MILLISECONDS.sleep(20);
    }

    private void obey(Hands hands) throws Exception {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.strip().split(" ", 2);
                String argument = words.length > 1 ? words[1] : "";
                if (words[0].equals("quit")) {
                    quit(hands);
                    return;
                }
                does(hands, words[0], argument);
            }
        }
    }

    private static void does(Hands hands, String verb, String argument) throws Exception {
        switch (verb) {
            case "scan" -> onFx(() -> hands.scans(argument));
            case "type" -> onFx(() -> hands.types(argument));
            case "key" -> onFx(() -> hands.presses(argument));
            case "touch" -> onFx(() -> hands.touches(argument));
            case "shot" -> shot(hands, Path.of(argument));
            default -> throw new IllegalArgumentException("scan, type, key, touch, shot or quit, not " + verb);
        }
    }

    private static void shot(Hands hands, Path file) throws Exception {
        Pictures.write(onFx(hands::looks), file);
        say("shot", Map.of("text", String.valueOf(file.getFileName())));
    }

    private void quit(Hands hands) throws Exception {
        onFx(() -> hands.closes());
        onFx(() -> hands.touches("close-now"));
        closed.get(TRADE_OPENS_WITHIN_S, TimeUnit.SECONDS);
        say("closed", Map.of("text", ""));
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws IOException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        FxBridge.later(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("the window did not do it: " + e.getCause(), e);
        }
    }
}
