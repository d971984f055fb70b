package tillbook.diagnosis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tillbook.diagnosis.cause.Cause;
import tillbook.diagnosis.cause.Finding;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.RankedCause;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.check.Subject;
import tillbook.diagnosis.check.Verdict;
import tillbook.text.Texts;

/** The sentences of a diagnosis in one language. Immutable, safe from any thread. */
public final class Wording {
    /** How {@link Duration} writes itself: the only way in which a length of time stands among a sentence's arguments. */
    private static final Pattern DURATION = Pattern.compile("PT[0-9HMS.]+");

    private final Texts texts;

    /** In the language of this locale. */
    public Wording(Locale locale) {
        this.texts = Texts.of("diagnosis", locale);
    }

    public String symptom(Symptom symptom) {
        return texts.text("symptom." + symptom);
    }

    public String verdict(Verdict verdict) {
        return texts.text("verdict." + verdict);
    }

    public String subject(Subject subject) {
        return texts.text("subject." + subject);
    }

    /** What a check measured, with its unit. */
    public String measured(CheckAnswer answer) {
        String own = "measured." + answer.subject() + "." + answer.measured();
        String key = texts.has(own) ? own : "measured." + answer.measured();
        return texts.text(key, answer.args().stream().map(this::readable).toArray());
    }

    /** The question "where is the money?". */
    public String moneyQuestion() {
        return texts.text("ask.money");
    }

    /** The question "where is the voucher?". */
    public String voucherQuestion() {
        return texts.text("ask.voucher");
    }

    /** Where the money is. */
    public String money(Whereabouts where) {
        Situation now = where.situation().orElse(Situation.AT_REST);
        return texts.text(
                "money." + where.money(), now.payments().size(), now.openAmount(), time(now.oldestPaymentMs()));
    }

    /** Where the vouchers are. */
    public String voucher(Whereabouts where) {
        Situation now = where.situation().orElse(Situation.AT_REST);
        return texts.text("voucher." + where.voucher(), now.vouchersOwed(), time(now.oldestVoucherMs()));
    }

    /** One piece of evidence. */
    public String finding(Finding finding) {
        return texts.text("sign." + finding.sign(), value(finding), finding.detail());
    }

    /** The cause in a few words, for a headline. */
    public String name(Cause cause) {
        return texts.text(cause.key() + ".name");
    }

    /** What is so, and what it means. */
    public String tells(RankedCause ranked) {
        Finding strongest = ranked.strongest();
        String detail = strongest.detail().isEmpty() ? "–" : strongest.detail();
        return texts.text(ranked.cause().key() + ".tells", value(strongest), detail);
    }

    /** What a person does, in order. */
    public List<String> steps(Cause cause) {
        return IntStream.rangeClosed(1, cause.steps())
                .mapToObj(step -> texts.text(cause.key() + ".step." + step))
                .toList();
    }

    /** What leads to the cause, the weightiest first. */
    public List<String> because(RankedCause ranked) {
        return ranked.because().stream().map(this::finding).toList();
    }

    /** What speaks against it, the weightiest first. */
    public List<String> despite(RankedCause ranked) {
        return ranked.despite().stream().map(this::finding).toList();
    }

    /** The one action, as a button says it. */
    public String mend(Mend mend) {
        return texts.text("mend." + mend);
    }

    /** What came of an action. */
    public String mended(MendResult result) {
        return switch (result) {
            case MendResult.Done _ -> texts.text("mended.done");
            case MendResult.StillWrong wrong -> texts.text("mended.stillWrong", wrong.why());
            case MendResult.NotHere _ -> texts.text("mended.notHere");
        };
    }

    private String value(Finding finding) {
        long shown = finding.sign().unit() == Sign.Unit.BYTES ? finding.value() >> 20 : finding.value();
        return texts.text("unit." + finding.sign().unit(), shown);
    }

    private String readable(String arg) {
        return Optional.of(arg)
                .filter(text -> DURATION.matcher(text).matches())
                .map(text -> time(Duration.parse(text).toMillis()))
                .orElse(arg);
    }

    /** The largest unit of which there are at least two. */
    private String time(long ms) {
        Duration length = Duration.ofMillis(ms);
        if (length.toDays() >= 2) return texts.text("time.d", length.toDays());
        if (length.toHours() >= 2) return texts.text("time.h", length.toHours());
        if (length.toMinutes() >= 2) return texts.text("time.min", length.toMinutes());
        return texts.text("time.s", length.toSeconds());
    }
}
