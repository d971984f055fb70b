package tillbook.printing.engine;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrintOutcome.Confirmed;
import tillbook.printing.engine.PrintOutcome.Perhaps;
import tillbook.printing.engine.PrintOutcome.Unconfirmable;
import tillbook.printing.port.LinkLostException;

/**
 * Brings a sheet over one connection, from wherever it stands: part by part, the question behind the last byte, the answer
 * to it. Owned by one thread.
 */
final class Delivery {
    /** What is sent between two questions: what a printer has taken and not printed stays small. */
    static final int PART_BYTES = 512;

    private final Conversation talk;
    private final String place;
    private final ConfirmationTier tier;
    private final Patience patience;
    private final LongSupplier upMs;
    private final ProcessIds ids;

    Delivery(
            Conversation talk,
            String place,
            ConfirmationTier tier,
            Patience patience,
            LongSupplier upMs,
            ProcessIds ids) {
        this.talk = talk;
        this.place = place;
        this.tier = tier;
        this.patience = patience;
        this.upMs = upMs;
        this.ids = ids;
    }

    /** Patient waits for a printer to get well, impatient tells at once. */
    PrintOutcome of(Sheet sheet, boolean patient, long endMs) throws LinkLostException {
        Optional<PrintOutcome> stopped = send(sheet, patient, endMs);
        return stopped.isPresent() ? stopped.get() : confirm(sheet, patient, endMs);
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
            sheet.taken += talk.offer(bytes, sheet.taken, sheet.partEnd - sheet.taken, endMs - upMs.getAsLong());
            boolean stuck = sheet.taken < sheet.partEnd && upMs.getAsLong() >= endMs;
            if (stuck) return Optional.of(perhaps(sheet, PrinterFault.MUTE, "it takes no more bytes"));
        }
        return ask(sheet, endMs);
    }

    /** The question behind the last byte. */
    private Optional<PrintOutcome> ask(Sheet sheet, long endMs) throws LinkLostException {
        if (sheet.isAsked) return Optional.empty();
        long left = endMs - upMs.getAsLong();
        boolean asked = switch (tier) {
            case PROCESS_ID -> {
                sheet.id = ids.next();
                yield talk.askProcessId(sheet.id, left);
            }
            case BARRIER -> {
                sheet.barrier = talk.askBarrier(left);
                yield sheet.barrier > 0;
            }
            case REAL_TIME, SILENT -> true;
        };
        // Half a question cannot be asked again: it would print as letters.
        if (!asked) return Optional.of(unknownForGood(sheet, PrinterFault.MUTE, "it takes no more bytes"));
        sheet.isAsked = true;
        sheet.witness.sent();
        return Optional.empty();
    }

    private PrintOutcome confirm(Sheet sheet, boolean patient, long endMs) throws LinkLostException {
        return switch (tier) {
            case PROCESS_ID -> await(sheet, patient, endMs);
            case BARRIER -> await(sheet, patient, endMs);
            case REAL_TIME -> {
                Optional<PrintOutcome> ill = checked(sheet, patient, endMs);
                yield ill.orElseGet(() -> new Unconfirmable(measured(sheet, "")));
            }
            case SILENT -> new Unconfirmable(measured(sheet, ""));
        };
    }

    private PrintOutcome await(Sheet sheet, boolean patient, long endMs) throws LinkLostException {
        while (true) {
            if (isAnswered(sheet)) return answered(sheet);
            long left = endMs - upMs.getAsLong();
            if (left <= 0) return unanswered(sheet, endMs);
            boolean said = talk.hear(Math.min(left, patience.pollMs()));
            if (said || isAnswered(sheet)) continue;
            Optional<PrintOutcome> ill = checked(sheet, patient, endMs);
            if (ill.isPresent() && !isAnswered(sheet)) return ill.get();
        }
    }

    private PrintOutcome unanswered(Sheet sheet, long endMs) throws LinkLostException {
        Optional<PrintOutcome> ill = checked(sheet, false, endMs);
        if (isAnswered(sheet)) return answered(sheet);
        return ill.orElseGet(() -> perhaps(sheet, PrinterFault.MUTE, "no confirmation"));
    }

    private boolean isAnswered(Sheet sheet) {
        return tier == ConfirmationTier.PROCESS_ID
                ? talk.idsHeardUpTo() >= sheet.id
                : talk.barriersHeard() >= sheet.barrier;
    }

    private PrintOutcome answered(Sheet sheet) throws LinkLostException {
        if (tier == ConfirmationTier.PROCESS_ID) {
            return new Confirmed(ConfirmationTier.PROCESS_ID, measured(sheet, ""));
        }
        // The weaker word counts only from a printer that is well after it.
        PrinterStatus status = talk.status(patience.busyMs());
        if (status != null) sheet.status = status;
        if (talk.wasPaperEndAtBarrier()) return unknownForGood(sheet, PrinterFault.PAPER_OUT, "paper end at the end");
        if (status == null) return unknownForGood(sheet, PrinterFault.MUTE, "worked off, and silent after it");
        return status.fault()
                .map(fault -> unknownForGood(sheet, fault, "worked off, and not well after it"))
                .orElseGet(() -> new Confirmed(ConfirmationTier.BARRIER, measured(sheet, "")));
    }

    /**
     * Asks how it is in the midst of a sheet; empty if it is well. Each question has time for its answer, even at the end
     * of all time: a printer that is not heard out would pass for a silent one.
     */
    private Optional<PrintOutcome> checked(Sheet sheet, boolean patient, long endMs) throws LinkLostException {
        if (!tier.covers(ConfirmationTier.REAL_TIME)) return Optional.empty();
        while (true) {
            long leftMs = Math.max(patience.statusMs(), endMs - upMs.getAsLong());
            OptionalInt brief = talk.ask(1, Math.min(patience.busyMs(), leftMs));
            boolean well = brief.isPresent() && (brief.getAsInt() & 0x08) == 0;
            if (well) return Optional.empty();
            PrinterStatus status = brief.isEmpty() ? null : talk.status(patience.busyMs());
            if (status != null) sheet.status = status;
            Optional<PrinterFault> fault = status == null ? Optional.of(PrinterFault.MUTE) : status.fault();
            if (fault.isEmpty()) return Optional.empty();
            if (!patient || upMs.getAsLong() >= endMs) return Optional.of(perhaps(sheet, fault.get(), ""));
            talk.hear(Math.min(patience.pollMs(), endMs - upMs.getAsLong()));
        }
    }

    private PrintOutcome perhaps(Sheet sheet, PrinterFault fault, String detail) {
        return new Perhaps(fault, true, measured(sheet, detail));
    }

    /** Nothing more can be heard of this sheet. */
    private PrintOutcome unknownForGood(Sheet sheet, PrinterFault fault, String detail) {
        return new Perhaps(fault, false, measured(sheet, detail));
    }

    private Measured measured(Sheet sheet, String detail) {
        return sheet.measured(place, tier, upMs.getAsLong(), detail);
    }
}
