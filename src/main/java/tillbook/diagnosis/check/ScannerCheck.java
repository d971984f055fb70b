package tillbook.diagnosis.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.ScannerProbe;

/** Whether the scanner is there, and whether what it reads can be read. Immutable. */
record ScannerCheck(Optional<ScannerProbe> scanner, InstantSource wall) implements Check {
    private static final int REFUSED_LEAST = 3;
    private static final int REFUSED_PERCENT = 30;

    @Override
    public Subject subject() {
        return Subject.SCANNER;
    }

    @Override
    public CheckAnswer answer() {
        return scanner.map(this::of).orElseGet(() -> CheckAnswer.cannotTell(Subject.SCANNER, "notWatched"));
    }

    private CheckAnswer of(ScannerProbe probe) {
        boolean gone = probe.present().isPresent() && !probe.present().get();
        if (gone) return CheckAnswer.needsPerson(Subject.SCANNER, "gone").with(Sign.SCANNER_GONE, "");
        CheckAnswer answer = refused(probe).orElseGet(() -> quiet(probe));
        return probe.another()
                .map(other -> answer.as(Verdict.NEEDS_PERSON, "other", other).with(Sign.SCANNER_OTHER, other))
                .orElse(answer);
    }

    private static Optional<CheckAnswer> refused(ScannerProbe probe) {
        int refused = probe.recentRefused();
        int percent = probe.recentScans() == 0 ? 0 : refused * 100 / probe.recentScans();
        if (refused < REFUSED_LEAST || percent < REFUSED_PERCENT) return Optional.empty();
        return Optional.of(CheckAnswer.needsPerson(Subject.SCANNER, "refused", refused, probe.recentScans())
                .with(Sign.SCANS_REFUSED, percent, ""));
    }

    private CheckAnswer quiet(ScannerProbe probe) {
        Instant last = probe.lastScan();
        boolean known = probe.present().isPresent();
        if (last == null) {
            return known
                    ? CheckAnswer.fine(Subject.SCANNER, "present").with(Sign.SCANNER_WELL, "")
                    : CheckAnswer.cannotTell(Subject.SCANNER, "nothingYet");
        }
        Duration ago = Duration.ofSeconds(
                Math.max(0, Duration.between(last, wall.instant()).toSeconds()));
        return CheckAnswer.fine(Subject.SCANNER, "lastScan", ago, probe.recentRefused(), probe.recentScans())
                .with(Sign.SCANNER_WELL, "");
    }
}
