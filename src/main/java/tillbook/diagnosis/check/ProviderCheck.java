package tillbook.diagnosis.check;

import java.util.Optional;
import java.util.regex.Pattern;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.ProviderProbe;
import tillbook.payment.Exchange;
import tillbook.payment.ProbeAnswer;
import tillbook.payment.UnknownReason;

/** The provider's signed word: proves the way, both keys, the app id and the clock at once. Immutable. */
record ProviderCheck(Optional<ProviderProbe> provider) implements Check {
    /** Longer than any answer on a good line takes, shorter than anybody waits. */
    static final long WITHIN_MS = 4_000;

    private static final long SLOW_MS = 2_000;

    /** WeChat refuses a skew over some minutes; a minute is seen on every receipt. */
    private static final long CLOCK_OFF_MS = 60_000;

    private static final long MS_A_SECOND = 1_000;
    private static final Pattern STATUS = Pattern.compile("http-(\\d{3})");
    private static final int SERVER_FAULT = 500;

    @Override
    public Subject subject() {
        return Subject.PROVIDER;
    }

    @Override
    public long deadlineMs() {
        return WITHIN_MS;
    }

    @Override
    public CheckAnswer answer() {
        if (provider.isEmpty()) return CheckAnswer.fine(Subject.PROVIDER, "off");
        ProbeAnswer heard = provider.get().probe();
        CheckAnswer answer = switch (heard) {
            case ProbeAnswer.Ready ready -> ready(ready.exchange());
            case ProbeAnswer.BadSignature bad ->
                CheckAnswer.needsPerson(Subject.PROVIDER, "forged").with(Sign.PROBE_FORGED, said(bad.exchange()));
            case ProbeAnswer.Refused refused -> refused(refused.exchange());
            case ProbeAnswer.Unreachable unreachable -> unreachable(unreachable.reason(), unreachable.exchange());
        };
        return withClock(answer, heard.exchange());
    }

    @Override
    public CheckAnswer overdue() {
        return CheckAnswer.needsPerson(Subject.PROVIDER, "lost", WITHIN_MS).with(Sign.PROBE_LOST, WITHIN_MS, "");
    }

    private static CheckAnswer ready(Exchange exchange) {
        long ms = exchange.latencyMs();
        CheckAnswer answer = ms > SLOW_MS
                ? CheckAnswer.needsPerson(Subject.PROVIDER, "slow", ms).with(Sign.PROBE_SLOW, ms, "")
                : CheckAnswer.fine(Subject.PROVIDER, "ready", ms);
        return answer.with(Sign.PROBE_READY, ms, "");
    }

    private static CheckAnswer refused(Exchange exchange) {
        Sign sign = meaning(exchange);
        return CheckAnswer.needsPerson(Subject.PROVIDER, "refused", said(exchange))
                .with(sign, said(exchange));
    }

    private static Sign meaning(Exchange exchange) {
        String words = exchange.subCode() == null ? exchange.code() : exchange.subCode();
        if (words.contains("timestamp")) return Sign.PROBE_CLOCK_REFUSED;
        if (words.contains("signature") || words.contains("encrypt")) return Sign.PROBE_KEY_REFUSED;
        if (words.contains("app-id") || words.contains("app-auth") || words.contains("permission"))
            return Sign.PROBE_APP_REFUSED;
        boolean down =
                exchange.code().equals("20000") || words.contains("SYSTEM_ERROR") || words.contains("unknow-error");
        return down ? Sign.PROBE_DOWN : Sign.PROBE_REFUSED;
    }

    /** Where not even a connection came about, the checks of name and connection say more. */
    private static CheckAnswer unreachable(UnknownReason reason, Exchange exchange) {
        return switch (reason) {
            case NO_CONNECTION, NO_ADDRESS, TLS -> CheckAnswer.cannotTell(Subject.PROVIDER, "unreachable");
            case TIMEOUT, CONNECTION_LOST ->
                CheckAnswer.needsPerson(Subject.PROVIDER, "lost", exchange.latencyMs())
                        .with(Sign.PROBE_LOST, exchange.latencyMs(), "");
            case HTTP_STATUS -> status(exchange);
            case UNREADABLE ->
                CheckAnswer.needsPerson(Subject.PROVIDER, "stranger", exchange.code())
                        .with(Sign.PROBE_STRANGER, exchange.code());
            case PROVIDER_ERROR ->
                CheckAnswer.needsPerson(Subject.PROVIDER, "down", said(exchange))
                        .with(Sign.PROBE_DOWN, said(exchange));
            case UNSIGNED, BAD_SIGNATURE, QUERY_FIRST, UNLISTED -> refused(exchange);
        };
    }

    private static CheckAnswer status(Exchange exchange) {
        var status = STATUS.matcher(exchange.code());
        boolean down = status.matches() && Integer.parseInt(status.group(1)) >= SERVER_FAULT;
        return down
                ? CheckAnswer.needsPerson(Subject.PROVIDER, "down", exchange.code())
                        .with(Sign.PROBE_DOWN, exchange.code())
                : CheckAnswer.needsPerson(Subject.PROVIDER, "stranger", exchange.code())
                        .with(Sign.PROBE_STRANGER, exchange.code());
    }

    private static CheckAnswer withClock(CheckAnswer answer, Exchange exchange) {
        Long aheadMs = exchange.providerAheadMs();
        if (aheadMs == null || Math.abs(aheadMs) < CLOCK_OFF_MS) return answer;
        CheckAnswer off = answer.verdict() == Verdict.FINE
                ? answer.as(Verdict.NEEDS_PERSON, "clock", exchange.latencyMs(), Math.abs(aheadMs) / MS_A_SECOND)
                : answer;
        return off.with(Sign.CLOCK_OFF, aheadMs, "");
    }

    private static String said(Exchange exchange) {
        return exchange.subCode() == null ? exchange.code() : exchange.code() + " " + exchange.subCode();
    }
}
