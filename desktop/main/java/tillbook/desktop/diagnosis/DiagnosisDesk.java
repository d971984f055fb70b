package tillbook.desktop.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.Desk;
import tillbook.desktop.control.Request;
import tillbook.diagnosis.Diagnosis;
import tillbook.diagnosis.Listener;
import tillbook.diagnosis.Report;
import tillbook.diagnosis.Whereabouts;
import tillbook.diagnosis.Wording;
import tillbook.diagnosis.cause.Finding;
import tillbook.diagnosis.cause.RankedCause;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.diagnosis.check.Probes;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.check.Subject;
import tillbook.diagnosis.check.Verdict;
import tillbook.text.Texts;

/** Answers {@code doctor}: a line for where money and vouchers are, one a check as it ends, and then the causes. Safe from any thread. */
public final class DiagnosisDesk implements Desk {
    private static final int DONE = 0;
    private static final int NO = 1;
    private static final int WRONG_USE = 2;

    private final Diagnosis diagnosis;
    private final Probes probes;

    /** Over a register or its data. */
    public DiagnosisDesk(Diagnosis diagnosis, Probes probes) {
        this.diagnosis = diagnosis;
        this.probes = probes;
    }

    /** 0: nothing is wrong as far as can be told; 1: something needs a person, or where the money is cannot be told; 2: there is no such symptom. */
    @Override
    public int answer(Request request, Consumer<Answer> out) {
        Optional<Symptom> symptom = Symptom.of(request.arg("symptom").orElse(Symptom.EVERYTHING.word()));
        if (symptom.isEmpty()) {
            String sentence = Texts.of("desktop.diagnosis", request.language())
                    .text("wrong.symptom", request.arg("symptom").orElse(""), words());
            out.accept(Answer.of("error").with("code", "WRONG_USE").text(sentence));
            return WRONG_USE;
        }
        try {
            Lines lines = new Lines(request, out);
            Report report = diagnosis.run(symptom.get(), probes, lines);
            lines.tell(report);
            return isForAPerson(report) ? NO : DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO;
        }
    }

    /** Somebody has to look as well where nobody can tell what became of the money. */
    private static boolean isForAPerson(Report report) {
        return report.worst() == Verdict.NEEDS_PERSON
                || report.whereabouts().situation().isEmpty();
    }

    private static String words() {
        return java.util.Arrays.stream(Symptom.values())
                .map(Symptom::word)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /** The answer's lines in one language. Owned by the thread that runs. */
    private static final class Lines implements Listener {
        private final Wording wording;
        private final Texts texts;
        private final Consumer<Answer> out;

        Lines(Request request, Consumer<Answer> out) {
            this.wording = new Wording(request.language());
            this.texts = Texts.of("desktop.diagnosis", request.language());
            this.out = out;
        }

        @Override
        public void situation(Whereabouts where) {
            Situation now = where.situation().orElse(Situation.AT_REST);
            out.accept(Answer.of("whereabouts")
                    .with("money", where.money().name())
                    .with("voucher", where.voucher().name())
                    .with("openPayments", now.payments().size())
                    .with("openFen", now.openAmount().fen())
                    .with("vouchersOwed", now.vouchersOwed())
                    .text(wording.moneyQuestion() + "  " + wording.money(where) + "\n" + wording.voucherQuestion()
                            + "  " + wording.voucher(where)));
        }

        @Override
        public void answered(CheckAnswer answer) {
            String measured = wording.measured(answer);
            out.accept(Answer.of("check")
                    .with("subject", answer.subject().name())
                    .with("verdict", answer.verdict().name())
                    .with("measured", measured)
                    .with(
                            "findings",
                            answer.findings().stream().map(Lines::finding).toList())
                    .text(mark(answer.verdict()) + " " + padded(answer.subject()) + "  " + measured));
        }

        private static Map<String, Object> finding(Finding finding) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("sign", finding.sign().name());
            fields.put("value", finding.value());
            fields.put("unit", finding.sign().unit().name());
            fields.put("detail", finding.detail());
            return fields;
        }

        void tell(Report report) {
            List<RankedCause> named = report.ranking().named();
            for (int i = 0; i < named.size(); i++) cause("cause", i + 1, named.get(i));
            report.ranking().considered().forEach(each -> cause("considered", 0, each));
            out.accept(Answer.of("diagnosis")
                    .with("symptom", report.symptom().word())
                    .with("verdict", report.worst().name())
                    .with("causes", named.size())
                    .with("tookMs", report.tookMs())
                    .text(summary(report)));
        }

        private String summary(Report report) {
            int causes = report.ranking().named().size();
            long untold = report.answers().stream()
                    .filter(each -> each.verdict() == Verdict.CANNOT_TELL)
                    .count();
            String key = causes > 0 ? "end.causes" : isForAPerson(report) ? "end.look" : "end.fine";
            String end = texts.text(key, causes, report.answers().size(), report.tookMs());
            return untold == 0 ? end : end + texts.text("end.untold", untold);
        }

        private void cause(String type, int rank, RankedCause ranked) {
            out.accept(Answer.of(type)
                    .with("rank", rank == 0 ? null : rank)
                    .with("code", ranked.cause().code())
                    .with("key", ranked.cause().key())
                    .with("score", ranked.score())
                    .with("name", wording.name(ranked.cause()))
                    .with("tells", wording.tells(ranked))
                    .with("because", wording.because(ranked))
                    .with("despite", wording.despite(ranked))
                    .with("steps", wording.steps(ranked.cause()))
                    .with("mend", ranked.cause().mend().name())
                    .text(rank == 0 ? considered(ranked) : named(rank, ranked)));
        }

        private String considered(RankedCause ranked) {
            return texts.text(
                    "considered",
                    ranked.cause().code(),
                    wording.name(ranked.cause()),
                    String.join(texts.text("and"), wording.despite(ranked)));
        }

        private String named(int rank, RankedCause ranked) {
            StringBuilder text = new StringBuilder("\n");
            String head = texts.text(
                    rank == 1 ? "first" : "next",
                    wording.name(ranked.cause()),
                    ranked.cause().code());
            text.append(head).append('\n');
            text.append("  ").append(wording.tells(ranked)).append('\n');
            text.append("  ")
                    .append(texts.text("because", String.join(texts.text("and"), wording.because(ranked))))
                    .append('\n');
            int number = 1;
            for (String step : wording.steps(ranked.cause())) {
                text.append("  ").append(number++).append(". ").append(step).append('\n');
            }
            return text.toString().stripTrailing();
        }

        private static String mark(Verdict verdict) {
            return switch (verdict) {
                case FINE -> "✓";
                case MENDED -> "↻";
                case CANNOT_TELL -> "–";
                case NEEDS_PERSON -> "✗";
            };
        }

        /** Names stand in one column; a Chinese character is two columns wide. */
        private String padded(Subject subject) {
            int widest = 0;
            for (Subject each : Subject.values()) widest = Math.max(widest, columns(wording.subject(each)));
            String name = wording.subject(subject);
            return name + " ".repeat(widest - columns(name));
        }

        private static int columns(String text) {
            return text.codePoints()
                    .map(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? 2 : 1)
                    .sum();
        }
    }
}
