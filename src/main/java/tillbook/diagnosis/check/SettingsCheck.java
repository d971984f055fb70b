package tillbook.diagnosis.check;

import java.util.List;
import java.util.Optional;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.SettingsProbe;
import tillbook.settings.KeyProblem;
import tillbook.settings.Mode;
import tillbook.settings.Problem;
import tillbook.settings.Settings;
import tillbook.settings.SettingsAnswer;

/** Whether the settings hold, and whether they are enough to take payments. Immutable. */
record SettingsCheck(SettingsProbe settings) implements Check {
    private static final String PROVIDER = "alipay.";

    @Override
    public Subject subject() {
        return Subject.SETTINGS;
    }

    @Override
    public CheckAnswer answer() {
        CheckAnswer answer = switch (settings.read()) {
            case SettingsAnswer.Refused(List<Problem> problems) -> refused(problems);
            case SettingsAnswer.Ready(Settings read, List<Problem> _) -> ready(read);
        };
        Optional<KeyProblem> keys = settings.keys();
        return keys.isEmpty()
                ? answer
                : answer.as(Verdict.NEEDS_PERSON, "keys", keys.get().code())
                        .with(Sign.KEYS_UNUSABLE, keys.get().code().name());
    }

    private static CheckAnswer refused(List<Problem> problems) {
        List<Problem> faults =
                problems.stream().filter(each -> !each.code().isWarning()).toList();
        Problem first = faults.getFirst();
        CheckAnswer answer =
                CheckAnswer.needsPerson(Subject.SETTINGS, "refused", faults.size(), first.line(), first.field());
        return faults.stream()
                .filter(SettingsCheck::concernsProvider)
                .findFirst()
                .map(fault -> answer.with(Sign.PROVIDER_NOT_SET, fault.field()))
                .orElse(answer);
    }

    /** Keys and gateways of the other mode are told as faults of the provider, too. */
    private static boolean concernsProvider(Problem problem) {
        return problem.field().startsWith(PROVIDER) || problem.code() == Problem.Code.OTHER_MODE;
    }

    private static CheckAnswer ready(Settings read) {
        boolean cashOnly = read.mode() == Mode.LIVE && !read.alipay().enabled();
        return CheckAnswer.fine(Subject.SETTINGS, cashOnly ? "cashOnly" : "hold");
    }
}
