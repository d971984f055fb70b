package tillbook.desktop.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import tillbook.desktop.checkout.screen.SnapshotFeed;
import tillbook.desktop.fx.ScreenClasses;
import tillbook.desktop.fx.Toolkit;
import tillbook.desktop.till.Opening;
import tillbook.desktop.till.Till;
import tillbook.desktop.till.TillClock;
import tillbook.desktop.window.Rehearsal;
import tillbook.desktop.window.WindowStart;

/** {@code rehearse}: what a build plays through once, on data of its own, so that later starts are quick. */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private final Invocation invocation;

    RehearseCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        ScreenClasses.load();
        WindowStart start = WindowStart.begin(invocation.locale(), () -> {});
        TillClock clock = TillClock.real();
        AtomicReference<SnapshotFeed> feed = new AtomicReference<>();
        Opening opening = Opens.till(invocation, clock, "rehearsal", state -> {
            SnapshotFeed made = new SnapshotFeed(state, clock.monotonicMs());
            feed.set(made);
            return made;
        });
        if (!(opening instanceof Opening.Opened(Till till))) return Opens.refused(invocation, opening);
        try (till) {
            boolean played =
                    start.cannot().isEmpty() && new Rehearsal(till, feed.get(), clock.monotonicMs()).play(start);
            return played ? ExitCode.DONE : ExitCode.BROKEN;
        } finally {
            Toolkit.stop();
        }
    }
}
