package tillbook.desktop.practice;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import tillbook.desktop.fx.FxBridge;
import tillbook.printing.paper.Paper;
import tillbook.printing.practice.PracticePrinter;

/** Looks what comes out of the practice printer, on a thread of its own, and brings it to the drawing thread. */
final class PaperWatch implements AutoCloseable {
    /** A slow printer prints on as time passes, without telling. */
    private static final long LOOK_MS = 250;

    /**
     * How it was at one moment.
     *
     * @param paper all since the last tear-off
     * @param troubles that are on
     */
    record Seen(Paper paper, Set<PaperDrill> troubles) {}

    private final PracticePrinter printer;
    private final FxBridge.Newest<Seen> seen;
    private final Thread thread;

    /** Begins to look; {@code shown} is called on the drawing thread, at first with how it is now. */
    PaperWatch(PracticePrinter printer, Consumer<Seen> shown) {
        this.printer = printer;
        this.seen = new FxBridge.Newest<>(shown);
        this.thread = Thread.ofPlatform().name("practice-paper").daemon().start(this::run);
    }

    private void run() {
        long changes = -1;
        Set<PaperDrill> troubles = Set.of();
        try {
            while (true) {
                synchronized (printer) {
                    long now = printer.paperChanges();
                    Set<PaperDrill> on = troubles();
                    if (now != changes || !on.equals(troubles)) seen.offer(new Seen(printer.paper(), on));
                    changes = now;
                    troubles = on;
                    printer.wait(LOOK_MS);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<PaperDrill> troubles() {
        Set<PaperDrill> on = EnumSet.noneOf(PaperDrill.class);
        for (PaperDrill drill : PaperDrill.values()) if (printer.has(drill.trouble())) on.add(drill);
        return on;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
