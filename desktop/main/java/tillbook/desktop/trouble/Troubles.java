package tillbook.desktop.trouble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tillbook.desktop.rig.PracticeRig;
import tillbook.desktop.rig.PracticeScanner;
import tillbook.desktop.till.Till;

/**
 * Every trouble of the fault catalogue that can be made to happen in a practice register, for the panel of the window and
 * for the terminal alike. A trouble lasts until it is switched off, mended as a shop would mend it, or the program ends: a
 * register always opens well. Switching one takes milliseconds as a rule, and some seconds at most.
 *
 * <p>Safe from any thread.
 */
public final class Troubles implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.trouble");

    /** As a process that was killed. */
    private static final int KILLED = 137;

    private final Map<TroubleCode, Part> parts;
    private final PracticeScanner scanner;
    private final Runnable hardEnd;

    private Troubles(Map<TroubleCode, Part> parts, PracticeScanner scanner, Runnable hardEnd) {
        this.parts = Collections.unmodifiableMap(parts);
        this.scanner = scanner;
        this.hardEnd = hardEnd;
    }

    /** Those of this register, which take themselves away before it closes; empty for live trade, where there are none. */
    public static Optional<Troubles> of(Till till) {
        return of(till, () -> Runtime.getRuntime().halt(KILLED));
    }

    /**
     * The same with another end.
     *
     * @param hardEnd ends the program without a goodbye
     */
    static Optional<Troubles> of(Till till, Runnable hardEnd) {
        return till.rig().map(rig -> of(till, rig, hardEnd));
    }

    private static Troubles of(Till till, PracticeRig rig, Runnable hardEnd) {
        Troubles made = new Troubles(Parts.of(till, rig), rig.scanner(), hardEnd);
        till.closeFirst(made);
        return made;
    }

    /** Those that can be made here, in the order of the catalogue. */
    public List<TroubleCode> here() {
        List<TroubleCode> all = new ArrayList<>(parts.keySet());
        all.add(TroubleCode.SYS_CRASH);
        return all;
    }

    /** Those that are on now: what was mended in another way is off. */
    public synchronized Set<TroubleCode> on() {
        Set<TroubleCode> on = EnumSet.noneOf(TroubleCode.class);
        parts.forEach((code, part) -> {
            if (part.isOn()) on.add(code);
        });
        return on;
    }

    /** Makes it happen. Whoever ends the program by it has asked the person first; then this does not return. */
    public synchronized TroubleAnswer begin(TroubleCode code) {
        if (!code.isOnce()) return change(code, Part::begin, true);
        hardEnd.run();
        return new TroubleAnswer.Done(code, true);
    }

    /** Takes it away again. */
    public synchronized TroubleAnswer end(TroubleCode code) {
        return change(code, Part::end, false);
    }

    /** Takes every trouble away. */
    public synchronized List<TroubleAnswer> allWell() {
        Set<TroubleCode> on = on();
        Set<TroubleCode> ending = withFiles();
        ending.addAll(on);
        // Of what a person has mended already there is nothing to say, unless it cannot be ended.
        return ending.stream()
                .map(code -> Map.entry(code, end(code)))
                .filter(one -> on.contains(one.getKey()) || one.getValue() instanceof TroubleAnswer.Failed)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The way of what is held before the practice scanner. */
    public Consumer<String> scanner() {
        return scanner::read;
    }

    private interface Change {
        void of(Part part) throws IOException, InterruptedException;
    }

    private TroubleAnswer change(TroubleCode code, Change change, boolean isOn) {
        Part part = parts.get(code);
        if (part == null) return new TroubleAnswer.NotHere(code);
        try {
            change.of(part);
            return new TroubleAnswer.Done(code, isOn);
        } catch (IOException e) {
            return new TroubleAnswer.Failed(code, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TroubleAnswer.Failed(code, "interrupted");
        }
    }

    /** What was written into the settings is put back, and what was held is let go; the other parts end with the program. */
    @Override
    public void close() {
        for (TroubleCode code : withFiles()) {
            if (end(code) instanceof TroubleAnswer.Failed failed) LOG.log(System.Logger.Level.WARNING, "{0}", failed);
        }
    }

    /** Those that leave something in files; also where a person has mended it, the next start must find nothing of it. */
    private Set<TroubleCode> withFiles() {
        Set<TroubleCode> files = EnumSet.noneOf(TroubleCode.class);
        for (TroubleCode code : parts.keySet()) {
            boolean outlives = code.group() == TroubleCode.Group.SETTINGS
                    || code == TroubleCode.SYS_CONFLICT
                    || code == TroubleCode.SYS_JOURNAL;
            if (outlives) files.add(code);
        }
        return files;
    }

    static Map<TroubleCode, Part> table() {
        return new EnumMap<>(TroubleCode.class);
    }
}
