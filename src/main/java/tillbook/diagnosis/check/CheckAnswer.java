package tillbook.diagnosis.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tillbook.diagnosis.cause.Finding;
import tillbook.diagnosis.cause.Sign;

/**
 * What one check measured. Immutable.
 *
 * @param measured key of the sentence that says it, below {@code measured.<SUBJECT>}; its unit stands in the sentence
 * @param args of the sentence; neither secrets nor words of a language
 * @param findings the evidence in it, empty if there is none
 */
public record CheckAnswer(
        Subject subject, Verdict verdict, String measured, List<String> args, List<Finding> findings) {
    public CheckAnswer {
        args = List.copyOf(args);
        findings = List.copyOf(findings);
    }

    static CheckAnswer fine(Subject subject, String measured, Object... args) {
        return new CheckAnswer(subject, Verdict.FINE, measured, texts(args), List.of());
    }

    static CheckAnswer cannotTell(Subject subject, String measured, Object... args) {
        return new CheckAnswer(subject, Verdict.CANNOT_TELL, measured, texts(args), List.of());
    }

    static CheckAnswer needsPerson(Subject subject, String measured, Object... args) {
        return new CheckAnswer(subject, Verdict.NEEDS_PERSON, measured, texts(args), List.of());
    }

    static CheckAnswer mended(Subject subject, String measured, Object... args) {
        return new CheckAnswer(subject, Verdict.MENDED, measured, texts(args), List.of());
    }

    /** The check did not end in its time. */
    public static CheckAnswer overdue(Subject subject, long deadlineMs) {
        return cannotTell(subject, "overdue", deadlineMs);
    }

    /** The check has a fault of its own, which is kept under this code. */
    public static CheckAnswer failed(Subject subject, String faultCode) {
        return cannotTell(subject, "failed", faultCode);
    }

    CheckAnswer with(Sign sign, long value, String detail) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(new Finding(sign, value, detail));
        return new CheckAnswer(subject, verdict, measured, args, more);
    }

    CheckAnswer with(Sign sign, String detail) {
        return with(sign, 0, detail);
    }

    /** The same in the same words, for somebody to look at. */
    CheckAnswer inNeedOfAPerson() {
        return new CheckAnswer(subject, Verdict.NEEDS_PERSON, measured, args, findings);
    }

    /** The same evidence in other words. */
    CheckAnswer as(Verdict worse, String sentence, Object... said) {
        return new CheckAnswer(subject, worse, sentence, texts(said), findings);
    }

    private static List<String> texts(Object... args) {
        return Arrays.stream(args).map(Object::toString).toList();
    }
}
