package tillbook.printing.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrintOutcome.NotPrinted;
import tillbook.printing.engine.PrintOutcome.Perhaps;
import tillbook.printing.port.LinkLostException;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterPort;

/**
 * Prints sheets on one printer and says what became of each. Exactly once on paper is impossible, so the answer is one of
 * four: confirmed, taken by a printer that cannot say more, not begun, or begun and unknown.
 *
 * <p>A sheet goes out in parts, and where the printer can say how it is, it is asked before each. Its last word is the
 * number of the job, or a question that it answers when it comes to it. Whatever goes wrong after the first byte makes the
 * outcome unknown, never "not printed"; {@link #listen} may bring certainty, for after a new roll most printers print the
 * rest. The connection stays open from one sheet to the next.
 *
 * <p>Owned by one thread; its methods wait for as long as {@link Patience} says.
 */
public final class Printer implements AutoCloseable {
    /** Jobs that wait for a late word; beyond, the oldest is left to the person. */
    static final int LATE_MAX = 32;

    private final PrinterPort port;
    private final Patience patience;
    private final LongSupplier upMs;
    private final ProcessIds ids;
    private final List<Sheet> late = new ArrayList<>();
    private @Nullable ConfirmationTier tier;
    private @Nullable Conversation talk;
    private @Nullable Sheet open;
    /** True from the start: a process that died may have left half a command in a printer that went on. */
    private boolean isCutShort = true;

    /**
     * For one printer; nothing is opened yet.
     *
     * @param known how much the printer can say as it was probed once, null to probe it before its first sheet. A printer
     *     that knows none of the questions may print a few characters at that
     * @param upMs a clock that only goes forward, in ms
     * @param firstId where the numbers of jobs begin; chance will do
     */
    public Printer(
            PrinterPort port, @Nullable ConfirmationTier known, Patience patience, LongSupplier upMs, long firstId) {
        this.port = port;
        this.tier = known == null ? null : known.atMost(port.ceiling());
        this.patience = patience;
        this.upMs = upMs;
        this.ids = new ProcessIds(firstId);
    }

    /** How much the printer can say, to be kept with its settings; empty until it was probed. */
    public Optional<ConfirmationTier> tier() {
        return Optional.ofNullable(tier);
    }

    /** Prints a sheet. What an earlier unknown sheet left in the printer is cleared first, where it can be. */
    public PrintOutcome print(PrintJob job, PrintWitness witness) {
        Sheet sheet = new Sheet(job, witness, upMs.getAsLong());
        abandonHalf();
        Optional<PrintOutcome> refused = prepare(sheet);
        if (refused.isPresent()) return refused.get();
        byte[] bytes = job.sheet().bytes();
        witness.sending(sha256(bytes), bytes.length, knownTier());
        open = sheet;
        return goOn(sheet, false, upMs.getAsLong() + patience.ofJob(bytes.length));
    }

    /**
     * Waits for a late word on the sheet whose outcome was unknown, and prints its rest once the printer is well again.
     *
     * @param waitMs at most so long
     * @return empty if no sheet is open any more
     */
    public Optional<PrintOutcome> listen(long waitMs) {
        Sheet sheet = open;
        if (sheet == null || talk == null) return Optional.empty();
        return Optional.of(goOn(sheet, true, upMs.getAsLong() + waitMs));
    }

    /** The keys of earlier unknown jobs that a later word proved printed, each once. */
    public List<String> takeLateConfirmed() {
        Conversation now = talk;
        if (now == null) return List.of();
        List<String> proven = late.stream()
                .filter(sheet -> sheet.id <= now.idsHeardUpTo())
                .map(sheet -> sheet.job.key())
                .toList();
        late.removeIf(sheet -> sheet.id <= now.idsHeardUpTo());
        return proven;
    }

    /** How it is now, without printing anything; a printer that cannot say is SILENT in the answer, not well. */
    public PrinterLook look() {
        try {
            Optional<PortOpening.Failed> failed = connect();
            if (failed.isPresent())
                return new PrinterLook.Away(failed.get().fault(), failed.get().detail());
            if (tier == ConfirmationTier.SILENT) return new PrinterLook.Silent();
            PrinterStatus status = talk().status(patience.busyMs());
            if (status != null) return new PrinterLook.Here(status);
            return tier == null
                    ? new PrinterLook.Silent()
                    : new PrinterLook.Away(PrinterFault.MUTE, "no answer in " + patience.busyMs() + " ms");
        } catch (LinkLostException e) {
            drop();
            return new PrinterLook.Away(PrinterFault.GONE, String.valueOf(e.getMessage()));
        }
    }

    /** Makes it forget what it did not print, before a marked copy. True if it said that it did. */
    public boolean clear() {
        giveUpSheets();
        try {
            boolean forgot = talk != null && tier != ConfirmationTier.SILENT && talk.clear(patience.statusMs());
            if (forgot) isCutShort = false;
            return forgot;
        } catch (LinkLostException e) {
            drop();
            return false;
        }
    }

    /** What of them was not printed may end within a command. */
    private void giveUpSheets() {
        if (open != null || !late.isEmpty()) isCutShort = true;
        open = null;
        late.clear();
    }

    @Override
    public void close() {
        drop();
    }

    private Conversation talk() {
        if (talk == null) throw new IllegalStateException("no connection is open");
        return talk;
    }

    private ConfirmationTier knownTier() {
        return tier == null ? ConfirmationTier.SILENT : tier;
    }

    private boolean canSayStatus() {
        return knownTier().covers(ConfirmationTier.REAL_TIME);
    }

    /** Opens the connection if there is none; a connection that the printer closed while idle counts as none. */
    private Optional<PortOpening.Failed> connect() throws LinkLostException {
        if (talk != null) {
            try {
                talk.hear(0);
                return Optional.empty();
            } catch (LinkLostException e) {
                drop();
            }
        }
        return switch (port.open()) {
            case PortOpening.Open opened -> {
                Conversation begun = new Conversation(opened.link(), patience, upMs);
                talk = begun;
                if (port.ceiling() == ConfirmationTier.SILENT) tier = ConfirmationTier.SILENT;
                if (tier != ConfirmationTier.SILENT) begun.dropStale();
                yield Optional.empty();
            }
            case PortOpening.Failed failed -> Optional.of(failed);
        };
    }

    /**
     * A sheet that was given up may have ended within a command, which would swallow what is sent next: the head of a copy,
     * with its mark. Empty once that command is at its end.
     */
    private Optional<PrintOutcome> endHalfCommand(Sheet sheet) throws LinkLostException {
        if (!isCutShort) return Optional.empty();
        boolean ended = tier == ConfirmationTier.PROCESS_ID && talk().clear(patience.statusMs());
        if (!ended) ended = talk().endHalfCommand(patience.busyMs());
        if (!ended) return refused(sheet, PrinterFault.MUTE, "it takes no more bytes");
        isCutShort = false;
        return Optional.empty();
    }

    /** With the connection goes every word that could still have come. */
    private void drop() {
        if (talk != null) talk.close();
        talk = null;
        giveUpSheets();
    }

    /** What of an unknown sheet was not sent stays unsent. One that was sent whole may still be proven. */
    private void abandonHalf() {
        Sheet sheet = open;
        if (sheet == null) return;
        if (sheet.isAsked && late.size() < LATE_MAX) {
            open = null;
            late.add(sheet);
        } else if (!clear()) {
            drop();
        }
    }

    /** All that can be found out before the first byte; empty if it may be sent. */
    private Optional<PrintOutcome> prepare(Sheet sheet) {
        try {
            Optional<PortOpening.Failed> failed = connect();
            if (failed.isPresent())
                return refused(sheet, failed.get().fault(), failed.get().detail());
            Optional<PrintOutcome> ill = asked(sheet);
            return ill.isPresent() ? ill : endHalfCommand(sheet);
        } catch (LinkLostException e) {
            drop();
            return refused(sheet, PrinterFault.GONE, String.valueOf(e.getMessage()));
        }
    }

    private Optional<PrintOutcome> asked(Sheet sheet) throws LinkLostException {
        if (tier == null) return probe(sheet);
        return canSayStatus() ? preflight(sheet) : Optional.empty();
    }

    private Optional<PrintOutcome> preflight(Sheet sheet) throws LinkLostException {
        sheet.status = talk().status(patience.busyMs());
        if (sheet.status == null) {
            drop();
            return refused(sheet, PrinterFault.GONE, "asked how it is, no answer in " + patience.busyMs() + " ms");
        }
        return sheet.status.fault().flatMap(fault -> refused(sheet, fault, ""));
    }

    /** Finds out how much it can say, by asking; only a printer that is well can be asked all of it. */
    private Optional<PrintOutcome> probe(Sheet sheet) throws LinkLostException {
        sheet.status = talk().status(patience.probeMs());
        if (sheet.status == null) {
            tier = ConfirmationTier.SILENT;
            return Optional.empty();
        }
        Optional<PrinterFault> fault = sheet.status.fault();
        if (fault.isPresent()) return refused(sheet, fault.get(), "not probed yet");
        tier = probed().atMost(port.ceiling());
        return Optional.empty();
    }

    private ConfirmationTier probed() throws LinkLostException {
        long id = ids.next();
        long end = upMs.getAsLong() + patience.probeMs();
        talk().askProcessId(id, patience.probeMs());
        long barrier = talk().askBarrier(patience.probeMs());
        // Both are answered in their order: once the second is, the first will not be any more.
        while (talk().barriersHeard() < barrier && talk().idsHeardUpTo() < id && upMs.getAsLong() < end) {
            talk().hear(end - upMs.getAsLong());
        }
        if (talk().idsHeardUpTo() >= id) return ConfirmationTier.PROCESS_ID;
        return talk().barriersHeard() >= barrier ? ConfirmationTier.BARRIER : ConfirmationTier.REAL_TIME;
    }

    private Optional<PrintOutcome> refused(Sheet sheet, PrinterFault fault, String detail) {
        return Optional.of(new NotPrinted(fault, measured(sheet, detail)));
    }

    /** From wherever the sheet stands to its outcome. Patient waits for a printer to get well, impatient tells at once. */
    private PrintOutcome goOn(Sheet sheet, boolean patient, long endMs) {
        Delivery delivery = new Delivery(talk(), port.place(), knownTier(), patience, upMs, ids);
        try {
            PrintOutcome outcome = delivery.of(sheet, patient, endMs);
            boolean mayStillCome = outcome instanceof Perhaps unknown && unknown.mayStillCome();
            if (!mayStillCome) {
                if (!sheet.isAsked) isCutShort = true;
                open = null;
            }
            return outcome;
        } catch (LinkLostException e) {
            drop();
            return new Perhaps(PrinterFault.GONE, false, measured(sheet, String.valueOf(e.getMessage())));
        }
    }

    private Measured measured(Sheet sheet, String detail) {
        return sheet.measured(port.place(), tier, upMs.getAsLong(), detail);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256: install Temurin 25", e);
        }
    }
}
