package tillbook.printing.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrintOutcome.Confirmed;
import tillbook.printing.engine.PrintOutcome.NotPrinted;
import tillbook.printing.engine.PrintOutcome.Perhaps;
import tillbook.printing.engine.PrintOutcome.Unconfirmable;
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
    /** What is sent between two questions: what a printer has taken and not printed stays small. */
    static final int PART_BYTES = 512;
    /** Jobs that wait for a late word; beyond, the oldest is left to the person. */
    static final int LATE_MAX = 32;

    private static final byte[] DRAWER_PULSE = {0x1B, 0x70, 0, 25, (byte) 250};

    private final PrinterPort port;
    private final Patience patience;
    private final LongSupplier upMs;
    private final ProcessIds ids;
    private final List<Sheet> late = new ArrayList<>();
    private @Nullable ConfirmationTier tier;
    private @Nullable Conversation talk;
    private @Nullable Sheet open;
    private boolean isCutShort;

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
        Sheet sheet = new Sheet(job, upMs.getAsLong());
        abandonHalf();
        Optional<PrintOutcome> refused = prepare(sheet);
        if (refused.isPresent()) return refused.get();
        byte[] bytes = job.sheet().bytes();
        witness.sending(sha256(bytes), bytes.length, knownTier());
        open = sheet;
        sheet.witness = witness;
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
            PrinterStatus status = talk().status(patience.statusMs());
            if (status != null) return new PrinterLook.Here(status);
            return tier == null
                    ? new PrinterLook.Silent()
                    : new PrinterLook.Away(PrinterFault.GONE, "no answer in " + patience.statusMs() + " ms");
        } catch (LinkLostException e) {
            drop();
            return new PrinterLook.Away(PrinterFault.GONE, String.valueOf(e.getMessage()));
        }
    }

    /** Makes it forget what it did not print, before a marked copy. True if it said that it did. */
    public boolean clear() {
        open = null;
        late.clear();
        try {
            if (talk != null && tier != ConfirmationTier.SILENT) return talk.clear(patience.statusMs());
        } catch (LinkLostException e) {
            drop();
        }
        return false;
    }

    /** Opens the drawer; never a part of a sheet. Empty if the pulse was taken, otherwise why not. */
    public Optional<PrinterFault> openDrawer() {
        try {
            Optional<PortOpening.Failed> failed = connect();
            if (failed.isPresent()) return Optional.of(failed.get().fault());
            return talk().send(DRAWER_PULSE, patience.statusMs()) ? Optional.empty() : Optional.of(PrinterFault.MUTE);
        } catch (LinkLostException e) {
            drop();
            return Optional.of(PrinterFault.GONE);
        }
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
                talk = new Conversation(opened.link(), patience, upMs);
                endHalfCommand();
                yield Optional.empty();
            }
            case PortOpening.Failed failed -> Optional.of(failed);
        };
    }

    /** A sheet that lost its connection may have ended within a command, which would swallow what is sent next. */
    private void endHalfCommand() throws LinkLostException {
        if (!isCutShort) return;
        isCutShort = false;
        boolean cleared = tier == ConfirmationTier.PROCESS_ID && talk().clear(patience.statusMs());
        if (!cleared) talk().endHalfCommand(patience.busyMs());
    }

    /** With the connection goes every word that could still have come. */
    private void drop() {
        if (talk != null) talk.close();
        talk = null;
        open = null;
        late.clear();
    }

    /** What of an unknown sheet was not sent stays unsent. One that was sent whole may still be proven. */
    private void abandonHalf() {
        Sheet sheet = open;
        open = null;
        if (sheet == null) return;
        if (sheet.isAsked && late.size() < LATE_MAX) late.add(sheet);
        else if (!clear()) drop();
    }

    /** All that can be found out before the first byte; empty if it may be sent. */
    private Optional<PrintOutcome> prepare(Sheet sheet) {
        try {
            Optional<PortOpening.Failed> failed = connect();
            if (failed.isPresent())
                return refused(sheet, failed.get().fault(), failed.get().detail());
            if (tier == null) return probe(sheet);
            if (!canSayStatus()) return Optional.empty();
            return preflight(sheet);
        } catch (LinkLostException e) {
            drop();
            return refused(sheet, PrinterFault.GONE, String.valueOf(e.getMessage()));
        }
    }

    private Optional<PrintOutcome> preflight(Sheet sheet) throws LinkLostException {
        sheet.status = talk().status(patience.statusMs());
        if (sheet.status == null) {
            drop();
            return refused(sheet, PrinterFault.GONE, "asked how it is, no answer in " + patience.statusMs() + " ms");
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
        try {
            Optional<PrintOutcome> stopped = send(sheet, patient, endMs);
            if (stopped.isPresent()) return stopped.get();
            return confirm(sheet, patient, endMs);
        } catch (LinkLostException e) {
            drop();
            isCutShort = true;
            return new Perhaps(PrinterFault.GONE, false, measured(sheet, String.valueOf(e.getMessage())));
        }
    }

    private Optional<PrintOutcome> send(Sheet sheet, boolean patient, long endMs) throws LinkLostException {
        byte[] bytes = sheet.job.sheet().bytes();
        while (sheet.taken < bytes.length) {
            boolean partEnds = sheet.taken == sheet.partEnd;
            if (partEnds && (sheet.taken > 0 || patient)) {
                Optional<PrintOutcome> ill = checked(sheet, patient, endMs);
                if (ill.isPresent()) return ill;
            }
            if (partEnds) sheet.partEnd = sheet.job.sheet().partEnd(sheet.taken, PART_BYTES);
            sheet.taken += talk().offer(bytes, sheet.taken, sheet.partEnd - sheet.taken, endMs - upMs.getAsLong());
            boolean stuck = sheet.taken < sheet.partEnd && upMs.getAsLong() >= endMs;
            if (stuck) return Optional.of(perhaps(sheet, PrinterFault.MUTE, "it takes no more bytes"));
        }
        return ask(sheet, endMs);
    }

    /** The question behind the last byte. */
    private Optional<PrintOutcome> ask(Sheet sheet, long endMs) throws LinkLostException {
        if (sheet.isAsked) return Optional.empty();
        long left = endMs - upMs.getAsLong();
        boolean asked = switch (knownTier()) {
            case PROCESS_ID -> {
                sheet.id = ids.next();
                yield talk().askProcessId(sheet.id, left);
            }
            case BARRIER -> {
                sheet.barrier = talk().askBarrier(left);
                yield sheet.barrier > 0;
            }
            case REAL_TIME, SILENT -> true;
        };
        // Half a question cannot be asked again: it would print as letters.
        if (!asked) return Optional.of(ended(perhaps(sheet, PrinterFault.MUTE, "it takes no more bytes")));
        sheet.isAsked = true;
        sheet.witness.sent();
        return Optional.empty();
    }

    private PrintOutcome confirm(Sheet sheet, boolean patient, long endMs) throws LinkLostException {
        return switch (knownTier()) {
            case PROCESS_ID -> await(sheet, patient, endMs);
            case BARRIER -> await(sheet, patient, endMs);
            case REAL_TIME -> {
                Optional<PrintOutcome> ill = checked(sheet, patient, endMs);
                yield ill.orElseGet(() -> ended(new Unconfirmable(measured(sheet, ""))));
            }
            case SILENT -> ended(new Unconfirmable(measured(sheet, "")));
        };
    }

    private PrintOutcome await(Sheet sheet, boolean patient, long endMs) throws LinkLostException {
        while (true) {
            if (isAnswered(sheet)) return answered(sheet);
            long left = endMs - upMs.getAsLong();
            if (left <= 0) return perhaps(sheet, PrinterFault.MUTE, "no confirmation");
            boolean said = talk().hear(Math.min(left, patience.pollMs()));
            if (said || isAnswered(sheet)) continue;
            Optional<PrintOutcome> ill = checked(sheet, patient, endMs);
            if (ill.isPresent() && !isAnswered(sheet)) return ill.get();
        }
    }

    private boolean isAnswered(Sheet sheet) {
        return knownTier() == ConfirmationTier.PROCESS_ID
                ? talk().idsHeardUpTo() >= sheet.id
                : talk().barriersHeard() >= sheet.barrier;
    }

    private PrintOutcome answered(Sheet sheet) throws LinkLostException {
        if (knownTier() == ConfirmationTier.PROCESS_ID) {
            return ended(new Confirmed(ConfirmationTier.PROCESS_ID, measured(sheet, "")));
        }
        // The weaker word counts only from a printer that is well after it.
        PrinterStatus status = talk().status(patience.busyMs());
        if (status != null) sheet.status = status;
        if (talk().wasPaperEndAtBarrier()) return ended(perhaps(sheet, PrinterFault.PAPER_OUT, "paper end at the end"));
        if (status == null) return ended(perhaps(sheet, PrinterFault.MUTE, "worked off, and silent after it"));
        return status.fault()
                .map(fault -> ended(perhaps(sheet, fault, "worked off, and not well after it")))
                .orElseGet(() -> ended(new Confirmed(ConfirmationTier.BARRIER, measured(sheet, ""))));
    }

    /** Asks how it is in the midst of a sheet; empty if it is well. */
    private Optional<PrintOutcome> checked(Sheet sheet, boolean patient, long endMs) throws LinkLostException {
        if (!canSayStatus()) return Optional.empty();
        while (true) {
            OptionalInt brief = talk().ask(1, Math.min(patience.busyMs(), Math.max(1, endMs - upMs.getAsLong())));
            boolean well = brief.isPresent() && (brief.getAsInt() & 0x08) == 0;
            if (well) return Optional.empty();
            PrinterStatus status = brief.isEmpty() ? null : talk().status(patience.busyMs());
            if (status != null) sheet.status = status;
            Optional<PrinterFault> fault = status == null ? Optional.of(PrinterFault.MUTE) : status.fault();
            if (fault.isEmpty()) return Optional.empty();
            if (!patient || upMs.getAsLong() >= endMs) return Optional.of(perhaps(sheet, fault.get(), ""));
            talk().hear(Math.min(patience.pollMs(), endMs - upMs.getAsLong()));
        }
    }

    private PrintOutcome perhaps(Sheet sheet, PrinterFault fault, String detail) {
        return new Perhaps(fault, true, measured(sheet, detail));
    }

    /** Nothing more can be heard of this sheet. */
    private PrintOutcome ended(PrintOutcome outcome) {
        open = null;
        return outcome instanceof Perhaps unknown ? new Perhaps(unknown.fault(), false, unknown.measured()) : outcome;
    }

    private Measured measured(Sheet sheet, String detail) {
        return new Measured(
                port.place(),
                tier,
                sheet.taken,
                sheet.job.sheet().length(),
                upMs.getAsLong() - sheet.beganMs,
                sheet.status,
                detail);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256: install Temurin 25", e);
        }
    }

    /** How far a sheet has come. */
    private static final class Sheet {
        private static final PrintWitness NOBODY = new PrintWitness() {
            @Override
            public void sending(String sha256, int bytes, ConfirmationTier tier) {}

            @Override
            public void sent() {}
        };

        private final PrintJob job;
        private final long beganMs;
        private PrintWitness witness = NOBODY;
        private int taken;
        private int partEnd;
        private boolean isAsked;
        private long id = Long.MAX_VALUE;
        private long barrier;
        private @Nullable PrinterStatus status;

        Sheet(PrintJob job, long beganMs) {
            this.job = job;
            this.beganMs = beganMs;
        }
    }
}
