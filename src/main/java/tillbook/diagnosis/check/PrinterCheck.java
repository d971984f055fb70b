package tillbook.diagnosis.check;

import java.util.Optional;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.PrinterProbe;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrinterLook;
import tillbook.printing.engine.PrinterStatus;

/** How the printer is, without printing anything. Immutable. */
record PrinterCheck(Optional<PrinterProbe> printer) implements Check {
    /** The way has a time-out of its own, three seconds as a rule; what it says is worth waiting for. */
    static final long WITHIN_MS = 4_500;

    @Override
    public Subject subject() {
        return Subject.PRINTER;
    }

    @Override
    public long deadlineMs() {
        return WITHIN_MS;
    }

    @Override
    public CheckAnswer answer() {
        if (printer.isEmpty()) {
            return CheckAnswer.needsPerson(Subject.PRINTER, "notSet").with(Sign.PRINTER_NOT_SET, "");
        }
        PrinterProbe probe = printer.get();
        if (!probe.isKnown()) return CheckAnswer.cannotTell(Subject.PRINTER, "notKnown");
        CheckAnswer answer = switch (probe.look()) {
            case PrinterLook.Here(PrinterStatus status) -> here(probe.place(), status);
            case PrinterLook.Silent _ -> CheckAnswer.cannotTell(Subject.PRINTER, "silent", probe.place());
            case PrinterLook.Away away -> away(probe.place(), away);
        };
        return withSettings(answer, probe);
    }

    private static CheckAnswer here(String place, PrinterStatus status) {
        Optional<PrinterFault> fault = status.fault();
        if (fault.isPresent()) {
            return CheckAnswer.needsPerson(
                            Subject.PRINTER, "fault", place, fault.get().code(), status.hex())
                    .with(sign(fault.get()), place);
        }
        return status.isRecNearEnd()
                ? CheckAnswer.needsPerson(Subject.PRINTER, "paperLow", place).with(Sign.PRINTER_PAPER_LOW, place)
                : CheckAnswer.fine(Subject.PRINTER, "well", place, status.hex()).with(Sign.PRINTER_WELL, place);
    }

    private static CheckAnswer away(String place, PrinterLook.Away away) {
        return CheckAnswer.needsPerson(
                        Subject.PRINTER, "away", place, away.fault().code(), away.detail())
                .with(sign(away.fault()), place);
    }

    private static CheckAnswer withSettings(CheckAnswer answer, PrinterProbe probe) {
        CheckAnswer all = answer;
        if (!probe.automatic()) all = all.as(worse(all), "off", probe.place()).with(Sign.PRINTING_OFF, probe.place());
        Optional<String> other = probe.another();
        if (other.isPresent()) {
            all = all.as(worse(all), "other", probe.place(), other.get()).with(Sign.PRINTER_OTHER, other.get());
        }
        return all;
    }

    private static Verdict worse(CheckAnswer answer) {
        return answer.verdict().or(Verdict.NEEDS_PERSON);
    }

    private static Sign sign(PrinterFault fault) {
        return switch (fault) {
            case GONE -> Sign.PRINTER_GONE;
            case BUSY -> Sign.PRINTER_BUSY;
            case DENIED -> Sign.PRINTER_DENIED;
            case PAPER_OUT -> Sign.PRINTER_PAPER_OUT;
            case PAPER_LOW -> Sign.PRINTER_PAPER_LOW;
            case COVER -> Sign.PRINTER_COVER;
            case JAM -> Sign.PRINTER_JAM;
            case HEAD -> Sign.PRINTER_HOT;
            case MUTE -> Sign.PRINTER_MUTE;
            case MODEL -> Sign.PRINTER_MODEL;
        };
    }
}
