package tillbook.printing.practice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.paper.Bitmap;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.PaperPrinter;
import tillbook.printing.paper.Question;

/**
 * A printer without hardware: bytes in, answers out, paper as cells and dots. It knows its paper, cover, cutter and head,
 * works off its buffer in order, answers real-time questions at once even while it cannot print, and misbehaves when told.
 * Strict: what it does not understand is in {@link #complaints()}.
 *
 * <p>Time is what it is given: a slow printer works on, and a late answer comes, when the clock says so and somebody asks.
 * Safe from any thread; its monitor is told of every change.
 */
public final class PracticePrinter {
    /** What it takes in before it has printed, as common models do. */
    public static final int BUFFER_BYTES = 4_096;

    private static final long NEVER = Long.MAX_VALUE;
    private static final int ANSWERS_MAX = 10_000;
    private static final String MODEL = "TILLBOOK PRACTICE";

    private final ConfirmationTier tier;
    private final InstantSource time;
    private final PaperPrinter inside;
    private final RealTimeEar ear = new RealTimeEar(new Hearing());
    private final Deque<Byte> buffer = new ArrayDeque<>();
    private final Deque<Byte> unheard = new ArrayDeque<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private Condition condition = new Condition(false, false, false, false, false);
    private boolean silent;
    private boolean frozen;
    private boolean unplugged;
    private boolean linkDown;
    private int automaticMask;
    private int bytesPerSecond;
    private long slowSinceMs;
    private long slowDone;
    private long answersLateMs;
    private long received;
    private long worked;
    private long drawerPulses;
    private long answered;
    private long linkCutAt = NEVER;
    private long workCutAt = NEVER;
    private long powerCutAt = NEVER;
    private long paperOutAt = NEVER;
    private long coverOpenAt = NEVER;
    private long jamAt = NEVER;
    private long hotAt = NEVER;
    private long rollEndsAt = NEVER;

    private record Answer(long dueMs, ByteBuffer bytes) {}

    /**
     * A printer that is well, with a new roll.
     *
     * @param dots the printable width
     * @param tier how much it can say
     * @param logo what its memory holds, null for none
     */
    public PracticePrinter(
            int dots, Charset chinese, ConfirmationTier tier, @Nullable Bitmap logo, InstantSource time) {
        this.tier = tier;
        this.time = time;
        this.inside = new PaperPrinter(dots, chinese, logo, this::asked);
    }

    /** All the paper that came out and was not torn off. */
    public synchronized Paper paper() {
        work();
        return inside.paper();
    }

    public synchronized void tearOff() {
        inside.tearOff();
        notifyAll();
    }

    /** Takes away the sheets that are done, and leaves what is being printed. */
    public synchronized List<Paper> takeDone() {
        work();
        return inside.takeDone();
    }

    /** From now on the oldest paper falls away where more than so many rows and pictures hang there, 1 or more. */
    public synchronized void keeps(int strips) {
        inside.keeps(strips);
    }

    /** Goes up with every change of its paper. */
    public synchronized long paperChanges() {
        work();
        return inside.changes();
    }

    /** What it did not understand. */
    public synchronized List<String> complaints() {
        return inside.complaints();
    }

    /** What it did not understand since this was asked last. */
    public synchronized List<String> takeComplaints() {
        return inside.takeComplaints();
    }

    /** How often the drawer was opened. */
    public synchronized long drawerPulses() {
        return drawerPulses;
    }

    /** Bytes that came in since it was made. */
    public synchronized long received() {
        return received;
    }

    /** Bytes that were printed or obeyed in their order since it was made. */
    public synchronized long worked() {
        work();
        return worked;
    }

    /** Bytes of answers that left since it was made. */
    public synchronized long answered() {
        return answered;
    }

    /** Whether the line to it is cut until it is mended. */
    public synchronized boolean isLinkDown() {
        return linkDown || unplugged;
    }

    /** Begins to misbehave in one more way. */
    public synchronized void trouble(PrinterTrouble trouble) {
        work();
        switch (trouble) {
            case PrinterTrouble.PaperOut out -> paperOutAt = worked + out.afterBytes();
            case PrinterTrouble.RollEnds ends -> rollEndsAt = inside.printedDots() + ends.afterDots();
            case PrinterTrouble.PaperLow _ ->
                change(new Condition(
                        condition.coverOpen(), condition.paperEnd(), true, condition.cutterError(), condition.hot()));
            case PrinterTrouble.CoverOpen open -> coverOpenAt = worked + open.afterBytes();
            case PrinterTrouble.CutterJam jam -> jamAt = worked + jam.afterBytes();
            case PrinterTrouble.Overheat hot -> hotAt = worked + hot.afterBytes();
            case PrinterTrouble.LinkCut cut -> linkCutAt = received + cut.afterBytes();
            case PrinterTrouble.LinkCutAtWork cut -> workCutAt = worked + cut.afterBytes();
            case PrinterTrouble.PowerCut cut -> powerCutAt = received + cut.afterBytes();
            case PrinterTrouble.Slow slow -> slow(slow.bytesPerSecond());
            case PrinterTrouble.Silent _ -> silent = true;
            case PrinterTrouble.LateAnswers late -> answersLateMs = late.ms();
            case PrinterTrouble.Frozen _ -> frozen = true;
        }
        happen();
        cutIfDue();
        notifyAll();
    }

    private void slow(int bytes) {
        bytesPerSecond = bytes;
        slowSinceMs = time.millis();
        slowDone = 0;
    }

    /** Ends every trouble: a new roll, the cover closed, the cutter freed, plugged in. It goes on with what it holds. */
    public synchronized void mend() {
        paperOutAt = NEVER;
        coverOpenAt = NEVER;
        jamAt = NEVER;
        hotAt = NEVER;
        rollEndsAt = NEVER;
        linkCutAt = NEVER;
        workCutAt = NEVER;
        powerCutAt = NEVER;
        silent = false;
        unplugged = false;
        linkDown = false;
        answersLateMs = 0;
        bytesPerSecond = 0;
        change(new Condition(false, false, false, false, false));
        thaw();
        work();
        notifyAll();
    }

    /** Ends the trouble of this kind, whatever its figures; the others stay. */
    public synchronized void end(PrinterTrouble kind) {
        boolean coverOpen = condition.coverOpen();
        boolean paperEnd = condition.paperEnd();
        boolean paperLow = condition.paperLow();
        boolean jam = condition.cutterError();
        boolean hot = condition.hot();
        switch (kind) {
            case PrinterTrouble.PaperOut _, PrinterTrouble.RollEnds _ -> {
                paperOutAt = NEVER;
                rollEndsAt = NEVER;
                paperEnd = false;
            }
            case PrinterTrouble.PaperLow _ -> paperLow = false;
            case PrinterTrouble.CoverOpen _ -> {
                coverOpenAt = NEVER;
                coverOpen = false;
            }
            case PrinterTrouble.CutterJam _ -> {
                jamAt = NEVER;
                jam = false;
            }
            case PrinterTrouble.Overheat _ -> {
                hotAt = NEVER;
                hot = false;
            }
            case PrinterTrouble.LinkCut _, PrinterTrouble.LinkCutAtWork _ -> {
                linkCutAt = NEVER;
                workCutAt = NEVER;
                linkDown = false;
            }
            case PrinterTrouble.PowerCut _ -> {
                powerCutAt = NEVER;
                unplugged = false;
            }
            case PrinterTrouble.Slow _ -> bytesPerSecond = 0;
            case PrinterTrouble.Silent _ -> silent = false;
            case PrinterTrouble.LateAnswers _ -> answersLateMs = 0;
            case PrinterTrouble.Frozen _ -> thaw();
        }
        change(new Condition(coverOpen, paperEnd, paperLow, jam, hot));
        work();
        notifyAll();
    }

    private void thaw() {
        frozen = false;
        while (!unheard.isEmpty()) ear.hear(unheard.removeFirst());
    }

    /** Whether it misbehaves in this way now, whatever the figures, or will after some more bytes. */
    public synchronized boolean has(PrinterTrouble kind) {
        work();
        return switch (kind) {
            case PrinterTrouble.PaperOut _, PrinterTrouble.RollEnds _ ->
                condition.paperEnd() || paperOutAt != NEVER || rollEndsAt != NEVER;
            case PrinterTrouble.PaperLow _ -> condition.paperLow();
            case PrinterTrouble.CoverOpen _ -> condition.coverOpen() || coverOpenAt != NEVER;
            case PrinterTrouble.CutterJam _ -> condition.cutterError() || jamAt != NEVER;
            case PrinterTrouble.Overheat _ -> condition.hot() || hotAt != NEVER;
            case PrinterTrouble.LinkCut _, PrinterTrouble.LinkCutAtWork _ ->
                linkDown || linkCutAt != NEVER || workCutAt != NEVER;
            case PrinterTrouble.PowerCut _ -> unplugged || powerCutAt != NEVER;
            case PrinterTrouble.Slow _ -> bytesPerSecond > 0;
            case PrinterTrouble.Silent _ -> silent;
            case PrinterTrouble.LateAnswers _ -> answersLateMs > 0;
            case PrinterTrouble.Frozen _ -> frozen;
        };
    }

    /** A connection begins: the line is clean, and nothing said before is said to it. */
    public synchronized void connected() {
        ear.reset();
        answers.clear();
        automaticMask = 0;
    }

    /**
     * Takes bytes from the line.
     *
     * @return how many it took; fewer if its buffer is full or the line was cut
     */
    public synchronized int receive(byte[] bytes, int from, int count) {
        int taken = 0;
        while (taken < count && !isLinkDown() && hasRoom()) {
            received++;
            if (frozen) unheard.add(bytes[from + taken]);
            else ear.hear(bytes[from + taken]);
            taken++;
            cutIfDue();
            work();
        }
        notifyAll();
        return taken;
    }

    private boolean hasRoom() {
        return buffer.size() + unheard.size() < BUFFER_BYTES;
    }

    private void cutIfDue() {
        if (received >= linkCutAt) linkDown = true;
        if (received >= powerCutAt && !unplugged) {
            unplugged = true;
            buffer.clear();
            unheard.clear();
            answers.clear();
            inside.powerCycle();
        }
    }

    /** The answers that are due, to be sent now; empty if there are none. */
    public synchronized byte[] takeAnswers() {
        work();
        ByteArrayOutputStream due = new ByteArrayOutputStream();
        long now = time.millis();
        while (!isLinkDown() && !answers.isEmpty() && answers.getFirst().dueMs() <= now) {
            due.writeBytes(answers.removeFirst().bytes().array());
        }
        answered += due.size();
        return due.toByteArray();
    }

    /** Whether it would do or say something later, without any more bytes. */
    public synchronized boolean hasPlans() {
        work();
        boolean worksOn = !buffer.isEmpty() && canWork() && bytesPerSecond > 0;
        return worksOn || !answers.isEmpty();
    }

    /**
     * Whether it has done all it can by now.
     *
     * @param receivedBytes how many bytes were sent to it since it was made
     */
    synchronized boolean isIdle(long receivedBytes) {
        work();
        boolean dueNow = !answers.isEmpty() && answers.getFirst().dueMs() <= time.millis() && !isLinkDown();
        boolean allIn = received >= receivedBytes || !hasRoom() || isLinkDown();
        return allIn && !dueNow;
    }

    private boolean canWork() {
        return !condition.isOffline() && !frozen && !unplugged;
    }

    /** Works off what it can by now. */
    private void work() {
        while (!buffer.isEmpty() && canWork() && isAllowedByNow()) {
            byte next = buffer.removeFirst();
            worked++;
            slowDone++;
            inside.accept(next);
            happen();
        }
    }

    private boolean isAllowedByNow() {
        if (bytesPerSecond == 0) return true;
        return slowDone < (time.millis() - slowSinceMs) * bytesPerSecond / 1_000;
    }

    private void happen() {
        if (worked >= workCutAt) linkDown = true;
        boolean paperEnd = condition.paperEnd() || worked >= paperOutAt || inside.printedDots() >= rollEndsAt;
        change(new Condition(
                condition.coverOpen() || worked >= coverOpenAt,
                paperEnd,
                condition.paperLow(),
                condition.cutterError() || worked >= jamAt,
                condition.hot() || worked >= hotAt));
    }

    private void change(Condition next) {
        if (next.equals(condition)) return;
        condition = next;
        if (automaticMask != 0) say(condition.automatic());
    }

    private void say(byte... bytes) {
        if (silent || unplugged || linkDown || tier == ConfirmationTier.SILENT) return;
        if (answers.size() == ANSWERS_MAX) throw new IllegalStateException("nobody takes the answers");
        answers.add(new Answer(time.millis() + answersLateMs, ByteBuffer.wrap(bytes)));
    }

    /** What stands in the line of its work, and is answered when it is its turn. */
    private void asked(Question question) {
        switch (question) {
            case Question.PaperSensor _ -> {
                if (tier.covers(ConfirmationTier.BARRIER)) say((byte) condition.sensor());
            }
            case Question.ProcessId process -> {
                if (tier == ConfirmationTier.PROCESS_ID) {
                    List<Byte> id = process.id();
                    say((byte) 0x37, (byte) 0x22, id.get(0), id.get(1), id.get(2), id.get(3), (byte) 0);
                }
            }
            case Question.AutomaticStatus automatic -> {
                automaticMask = automatic.mask();
                if (automaticMask != 0) say(condition.automatic());
            }
            case Question.Identity identity -> identify(identity.kind());
            case Question.Drawer _ -> drawerPulses++;
        }
    }

    private void identify(int kind) {
        if (!tier.covers(ConfirmationTier.BARRIER)) return;
        switch (kind) {
            case 1, 2, 3 -> say((byte) 2);
            case 67 -> say(("_" + MODEL + "\0").getBytes(US_ASCII));
            case 69 -> say("_CHINA GB18030\0".getBytes(US_ASCII));
            default -> say("_\0".getBytes(US_ASCII));
        }
    }

    /** What is obeyed as it comes in. */
    private final class Hearing implements RealTimeEar.Listener {
        @Override
        public void data(byte value) {
            buffer.add(value);
        }

        @Override
        public void status(int n) {
            work();
            say((byte) condition.realTime(n));
        }

        @Override
        public void recover(int n) {
            if (n == 2) clearData();
            jamAt = NEVER;
            change(new Condition(
                    condition.coverOpen(), condition.paperEnd(), condition.paperLow(), false, condition.hot()));
        }

        @Override
        public void drawer() {
            drawerPulses++;
        }

        @Override
        public void clear() {
            clearData();
            say((byte) 0x37, (byte) 0x25, (byte) 0);
        }

        private void clearData() {
            buffer.clear();
            inside.powerCycle();
        }
    }
}
