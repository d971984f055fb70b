package tillbook.desktop.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tillbook.care.Uncaught;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.checkout.screen.SnapshotFeed;
import tillbook.desktop.control.ControlServer;
import tillbook.desktop.fx.Toolkit;
import tillbook.desktop.terminal.Inbox;
import tillbook.desktop.terminal.TerminalExit;
import tillbook.desktop.terminal.TerminalFace;
import tillbook.desktop.till.Notice;
import tillbook.desktop.till.Opening;
import tillbook.desktop.till.OpeningWords;
import tillbook.desktop.till.Till;
import tillbook.desktop.till.TillClock;
import tillbook.desktop.trouble.Troubles;
import tillbook.desktop.window.RefusalWindow;
import tillbook.desktop.window.WindowRun;
import tillbook.desktop.window.WindowStart;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.settings.Mode;

/**
 * The register in a window or in a terminal, from opening the data to closing it. A signal that ends the process closes it in good order
 * as well. Used by the thread that runs the command.
 */
final class RegisterRun {
    /** How long the end of input waits for a payment under way, ms. */
    private static final long CLOSE_WITHIN_MS = 30_000;

    /**
     * With fewer processors the register would only hold up the window, which takes scans before it is open: the window
     * comes first then.
     */
    private static final int PROCESSORS_FOR_BOTH = 4;

    private static final long GOODBYE_WITHIN_MS = 5_000;

    private final Invocation invocation;
    private final Teller teller;
    private boolean saidNoWindow;

    RegisterRun(Invocation invocation) {
        this.invocation = invocation;
        this.teller = new Teller(invocation);
    }

    int run() {
        // The window takes the longest, so it is on its way while the rest opens.
        WindowStart window = windowWanted() ? WindowStart.begin(invocation.locale(), this::ready) : null;
        Uncaught.install(
                fault -> teller.remark("fault", fault.code(), fault.sentence(invocation.locale())),
                () -> Runtime.getRuntime().halt(ExitCode.BROKEN));
        Optional<TillClock> clock = Opens.clock(invocation);
        return clock.map(time -> run(time, window)).orElse(ExitCode.WRONG_USE);
    }

    private boolean windowWanted() {
        GlobalOptions options = invocation.options();
        return options.windowAllowed()
                && !options.json()
                && Toolkit.hasDisplay(invocation.surroundings().environment(), System.getProperty("os.name", ""));
    }

    private int run(TillClock clock, @Nullable WindowStart window) {
        if (window == null) return runTerminal(clock);
        if (Runtime.getRuntime().availableProcessors() < PROCESSORS_FOR_BOTH) window.awaitShown();
        AtomicReference<SnapshotFeed> feed = new AtomicReference<>();
        AtomicReference<Inbox> inbox = new AtomicReference<>(new Inbox(RegisterState.NEW));
        Opening opening = Opens.till(invocation, clock, "register", state -> {
            if (!isDrawn(window)) return told(inbox, new Inbox(state));
            return told(feed, new SnapshotFeed(state, clock.monotonicMs()));
        });
        return isDrawn(window) ? runWindow(clock, window, opening, feed.get()) : runTerminal(opening, inbox.get());
    }

    private static <T> T told(AtomicReference<T> to, T made) {
        to.set(made);
        return made;
    }

    /** A machine whose window cannot be drawn sells in the terminal; why is said, and how to mend it. */
    private boolean isDrawn(WindowStart window) {
        Optional<String> cannot = window.cannot();
        if (cannot.isPresent() && !saidNoWindow) {
            saidNoWindow = true;
            String sentence = Messages.of(invocation.locale()).text("register.noWindow", cannot.get());
            teller.remark("notice", "SYS-WINDOW", sentence);
        }
        return cannot.isEmpty();
    }

    private int runWindow(TillClock clock, WindowStart window, Opening opening, SnapshotFeed feed) {
        try {
            if (opening instanceof Opening.Opened(Till till))
                return new RegisterRun(inItsLanguage(till)).sellInWindow(till, feed, clock, window);
            window.leave();
            return refusedInWindow(opening);
        } finally {
            Toolkit.stop();
        }
    }

    private int refusedInWindow(Opening opening) {
        int exit = Opens.refused(invocation, opening);
        try {
            RefusalWindow.show(Opens.code(opening), OpeningWords.of(opening, invocation.locale()), invocation.locale());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return exit;
    }

    private int sellInWindow(Till till, SnapshotFeed feed, TillClock clock, WindowStart window) {
        Ending ending = new Ending(till);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        try {
            listen(till).ifPresent(till::closeFirst);
            banner(till);
            RegisterState state =
                    new WindowRun(till, feed, clock.monotonicMs(), invocation.locale()).untilClosed(window);
            ending.saidGoodbye.set(true);
            return state.openAttempts().findAny().isPresent() ? TerminalExit.OPEN_ATTEMPT : TerminalExit.CLOSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TerminalExit.NOT_CLOSED;
        } finally {
            ending.run();
        }
    }

    private void ready() {
        teller.remark("ready", "", Messages.of(invocation.locale()).text("register.ready"));
    }

    private int runTerminal(TillClock clock) {
        AtomicReference<Inbox> inbox = new AtomicReference<>(new Inbox(RegisterState.NEW));
        Opening opening = Opens.till(invocation, clock, "register", state -> {
            Inbox made = new Inbox(state);
            inbox.set(made);
            return made;
        });
        return runTerminal(opening, inbox.get());
    }

    private int runTerminal(Opening opening, Inbox inbox) {
        return opening instanceof Opening.Opened(Till till)
                ? new RegisterRun(inItsLanguage(till)).sell(till, inbox)
                : Opens.refused(invocation, opening);
    }

    /** A shop's language is a setting, not an accident of its machine; the command line overrules both. */
    private Invocation inItsLanguage(Till till) {
        boolean isSet = !invocation.options().languageIsGiven()
                && Files.exists(till.folder().settings());
        return isSet
                ? new Invocation(
                        invocation.surroundings(),
                        invocation.options(),
                        till.settings().language().locale())
                : invocation;
    }

    private int sell(Till till, Inbox inbox) {
        Ending ending = new Ending(till);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        try {
            listen(till).ifPresent(till::closeFirst);
            banner(till);
            till.devices().scansGoTo(scan -> inbox.scanned(scan.asRead()));
            int exit = face(till, inbox).run();
            ending.saidGoodbye.set(true);
            return exit;
        } finally {
            ending.run();
        }
    }

    /** Without a socket the register sells all the same; only commands cannot reach it. */
    private Optional<ControlServer> listen(Till till) {
        try {
            return Optional.of(ControlServer.open(
                    till.folder().socket(),
                    new RegisterDesk(till),
                    thrown -> Uncaught.note(thrown, "control").code()));
        } catch (IOException | UnsupportedOperationException e) {
            String sentence = Messages.of(invocation.locale())
                    .text("register.noSocket", till.folder().socket());
            teller.remark("notice", "", sentence);
            return Optional.empty();
        }
    }

    private void banner(Till till) {
        if (till.mode() == Mode.PRACTICE) {
            teller.remark(
                    "practice",
                    "",
                    Messages.of(invocation.locale())
                            .text("register.practice", till.folder().path()));
        }
        for (Notice notice : till.notices()) {
            teller.remark("notice", notice.code(), notice.sentence(invocation.locale()));
        }
    }

    private TerminalFace face(Till till, Inbox inbox) {
        Locale language = invocation.locale();
        ScanDesk desk = new ScanDesk(
                till.scanReader(),
                till.catalog(),
                till.settings().limits().askAbove(),
                language,
                TillClock.real().monotonicMs());
        TerminalFace.Helpers helpers = new TerminalFace.Helpers(
                inbox,
                till.shop(),
                desk,
                till.receipts(language),
                receipt -> till.sales().of(receipt),
                till::testPage,
                invocation.surroundings().in(),
                invocation.surroundings().out()::println,
                invocation.options().json(),
                language,
                till.clock().wall(),
                TillClock.real().monotonicMs(),
                CLOSE_WITHIN_MS,
                Troubles.of(till),
                thrown -> Uncaught.note(thrown, "terminal").code());
        return new TerminalFace(till.register(), till.catalog(), helpers);
    }

    /** Closes once, whoever comes first: the end of the terminal, or a signal. */
    private static final class Ending {
        private final Till till;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final AtomicBoolean saidGoodbye = new AtomicBoolean();
        private final Thread hook = new Thread(this::run, "goodbye");

        Ending(Till till) {
            this.till = till;
        }

        void run() {
            if (begun.getAndSet(true)) return;
            if (!saidGoodbye.get()) sayGoodbye();
            till.close();
        }

        private void sayGoodbye() {
            try {
                till.register().want(new Intent.CloseRegister()).get(GOODBYE_WITHIN_MS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                // The next start finds it unclosed and goes on from the tape, as after a power cut.
                System.getLogger("tillbook.desktop.command").log(System.Logger.Level.WARNING, "no goodbye", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
