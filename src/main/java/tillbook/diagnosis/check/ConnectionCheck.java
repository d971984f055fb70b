package tillbook.diagnosis.check;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import tillbook.diagnosis.cause.Sign;

/** Round-trip time and loss, by a few connections to the provider. Immutable. */
record ConnectionCheck(Line line, LongSupplier upMs) implements Check {
    static final long WITHIN_MS = 4_000;

    private static final int TRIES = 4;
    private static final int TRY_WITHIN_MS = 800;

    /** A median above this is felt in every payment. */
    private static final long SLOW_MS = 400;

    private static final int LOSSY_PERCENT = 25;

    @Override
    public Subject subject() {
        return Subject.CONNECTION;
    }

    @Override
    public long deadlineMs() {
        return WITHIN_MS;
    }

    @Override
    public CheckAnswer answer() throws InterruptedException {
        if (line.provider().isEmpty()) return CheckAnswer.fine(Subject.CONNECTION, "notNeeded");
        InetSocketAddress address;
        try {
            address = line.address();
        } catch (UnknownHostException e) {
            return CheckAnswer.cannotTell(Subject.CONNECTION, "noName", line.host());
        }
        List<Long> tookMs = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            if (Thread.interrupted()) throw new InterruptedException();
            Connects.in(address, TRY_WITHIN_MS, upMs).ifPresent(tookMs::add);
        }
        return judged(tookMs);
    }

    private CheckAnswer judged(List<Long> tookMs) {
        String place = line.host() + ":" + line.port();
        if (tookMs.isEmpty()) return none(place);
        Collections.sort(tookMs);
        long median = tookMs.get(tookMs.size() / 2);
        int lost = (TRIES - tookMs.size()) * 100 / TRIES;
        CheckAnswer answer = lost >= LOSSY_PERCENT || median > SLOW_MS
                ? CheckAnswer.needsPerson(Subject.CONNECTION, "bad", place, median, lost)
                : CheckAnswer.fine(Subject.CONNECTION, "good", place, median, lost);
        answer = answer.with(Sign.CONNECTION_STANDS, median, place);
        if (median > SLOW_MS) answer = answer.with(Sign.CONNECTION_SLOW, median, place);
        return lost >= LOSSY_PERCENT ? answer.with(Sign.CONNECTION_LOSSY, lost, place) : answer;
    }

    private CheckAnswer none(String place) {
        CheckAnswer none = CheckAnswer.needsPerson(Subject.CONNECTION, "none", place, TRIES)
                .with(Sign.CONNECTION_NONE, TRIES, place);
        return line.isLocal() ? none.with(Sign.PROVIDER_LOCAL, place) : none;
    }
}
