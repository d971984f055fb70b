package tillbook.desktop.diagnosis.screen;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Tone;
import tillbook.desktop.diagnosis.Aftermath.Became;
import tillbook.diagnosis.Report;
import tillbook.diagnosis.Whereabouts;
import tillbook.diagnosis.Wording;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.RankedCause;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.check.Subject;
import tillbook.diagnosis.check.Verdict;
import tillbook.text.Texts;

/** The wizard's sentences in one language; what every face says of a diagnosis comes from its own room. Immutable. */
final class WizardWords {
    private final Texts own;
    private final Wording room;
    private final boolean practice;

    WizardWords(Locale language, boolean practice) {
        this.own = Texts.of("desktop.diagnosis.screen", language);
        this.room = new Wording(language);
        this.practice = practice;
    }

    String text(String key, @Nullable Object... args) {
        return own.text(key, args);
    }

    /** The words that commands say, too. */
    Wording room() {
        return room;
    }

    boolean practice() {
        return practice;
    }

    // Where.

    Where money(Whereabouts where) {
        Situation now = where.situation().orElse(Situation.AT_REST);
        Tone tone = switch (where.money()) {
            case ALL_DECIDED -> Tone.OK;
            case WAITING -> Tone.ACCENT;
            case BEING_CHECKED -> Tone.WARN;
            case FOR_A_PERSON -> Tone.BAD;
            case CANNOT_TELL -> Tone.PLAIN;
        };
        String answer = text("money." + where.money(), now.payments().size(), now.openAmount());
        return new Where(tone, room.moneyQuestion(), answer, text("money.more." + where.money()));
    }

    Where voucher(Whereabouts where) {
        Situation now = where.situation().orElse(Situation.AT_REST);
        Tone tone = switch (where.voucher()) {
            case ALL_GIVEN -> Tone.OK;
            case OWED -> Tone.WARN;
            case CANNOT_TELL -> Tone.PLAIN;
        };
        String answer = text("voucher." + where.voucher(), now.vouchersOwed());
        return new Where(tone, room.voucherQuestion(), answer, text("voucher.more." + where.voucher()));
    }

    Where asking(boolean money) {
        return new Where(
                Tone.PLAIN, money ? room.moneyQuestion() : room.voucherQuestion(), text("asking"), text("asking.more"));
    }

    // Rows.

    CheckRow waiting(Subject subject) {
        return new CheckRow(
                subject, null, Tone.PLAIN, "◔", room.subject(subject), text("row.waiting"), text("row.waiting"));
    }

    /** One that came to no answer because the program made a mistake. */
    CheckRow brokenOff(Subject subject) {
        return new CheckRow(
                subject,
                Verdict.CANNOT_TELL,
                tone(Verdict.CANNOT_TELL),
                mark(Verdict.CANNOT_TELL),
                room.subject(subject),
                room.verdict(Verdict.CANNOT_TELL),
                text("row.broken-off"));
    }

    CheckRow row(CheckAnswer answer) {
        return new CheckRow(
                answer.subject(),
                answer.verdict(),
                tone(answer.verdict()),
                mark(answer.verdict()),
                room.subject(answer.subject()),
                room.verdict(answer.verdict()),
                room.measured(answer));
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case FINE, MENDED -> Tone.OK;
            case CANNOT_TELL -> Tone.PLAIN;
            case NEEDS_PERSON -> Tone.BAD;
        };
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case FINE -> "✓";
            case MENDED -> "↻";
            case CANNOT_TELL -> "–";
            case NEEDS_PERSON -> "×";
        };
    }

    // Causes.

    List<CausePicture> causes(Report report) {
        List<RankedCause> named = report.ranking().named();
        return named.isEmpty()
                ? List.of(none(report))
                : named.stream()
                        .map(ranked -> cause(ranked, ranked.equals(named.getFirst())))
                        .toList();
    }

    private CausePicture cause(RankedCause ranked, boolean first) {
        String name = room.name(ranked.cause());
        return new CausePicture(
                ranked.cause().code(),
                text(first ? "cause.first" : "cause.next", name),
                name,
                room.tells(ranked),
                text("because", String.join(text("and"), room.because(ranked))),
                room.steps(ranked.cause()),
                ranked.cause().mend());
    }

    /** No cause was named: that is said as what it is. */
    private CausePicture none(Report report) {
        long untold = report.answers().stream()
                .filter(each -> each.verdict() == Verdict.CANNOT_TELL)
                .count();
        boolean look = report.worst() == Verdict.NEEDS_PERSON;
        String tells = text(look ? "none.look" : "none.fine", report.answers().size());
        String all = untold == 0 ? tells : tells + " " + text("none.untold", untold);
        String title = text(look ? "none.look.title" : "none.fine.title");
        return new CausePicture("", title, title, all, "", List.of(), Mend.NONE);
    }

    /** While the causes are looked for. */
    CausePicture looking() {
        return new CausePicture("", text("looking"), text("looking"), text("looking.more"), "", List.of(), Mend.NONE);
    }

    /** The program made a mistake while it looked for them. */
    CausePicture brokenOff() {
        String title = text("broken-off");
        return new CausePicture("", title, title, text("broken-off.more"), "", List.of(), Mend.NONE);
    }

    /** What was considered and is unlikely, empty if nothing was. */
    String considered(Report report) {
        List<RankedCause> all = report.ranking().considered();
        return all.isEmpty()
                ? ""
                : text(
                        "considered",
                        all.stream()
                                .map(each -> each.cause().code() + " " + room.name(each.cause()))
                                .collect(Collectors.joining(text("and"))));
    }

    String became(Became one) {
        String mark = switch (one.end()) {
            case PAID, PRINTED, GIVEN -> "✓";
            case NOT_PAID, PAID_OTHERWISE, NO_MONEY, BACK, RETURNED, WAIVED -> "–";
            case TAKEN, LOOK -> "?";
        };
        return mark + " " + text("since." + one.end(), one.receipt(), one.amount());
    }
}
