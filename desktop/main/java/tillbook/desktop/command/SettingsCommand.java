package tillbook.desktop.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tillbook.desktop.control.Answer;
import tillbook.desktop.till.Opening;
import tillbook.settings.DataFolder;
import tillbook.settings.KeyAnswer;
import tillbook.settings.KeyVault;
import tillbook.settings.Machine;
import tillbook.settings.Mode;
import tillbook.settings.OwnerLock;
import tillbook.settings.Problem;
import tillbook.settings.Settings;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;
import tillbook.settings.SettingsWizard;
import tillbook.settings.SettingsWizard.Question;

/** {@code settings init | check}. */
@Command(name = "settings")
final class SettingsCommand extends Group {
    SettingsCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    List<Callable<Integer>> commands(Invocation invocation) {
        return List.of(new Init(invocation), new Check(invocation));
    }

    private static KeyVault vault(DataFolder folder, Machine machine) {
        return new KeyVault(folder, machine, new SecureRandom(), Clock.systemUTC());
    }

    /**
     * {@code settings init}: asks, checks each answer, and writes only when all are there. Settings of live trade, unless
     * practice is asked for. No secret is typed: a private key is named by its file, or made new.
     */
    @Command(name = "init")
    static final class Init implements Callable<Integer> {
        private final Invocation invocation;
        private final Teller teller;
        private final Locale locale;
        private final Messages messages;

        Init(Invocation invocation) {
            this.invocation = invocation;
            this.teller = new Teller(invocation);
            this.locale = invocation.locale();
            this.messages = Messages.of(locale);
        }

        @Override
        public Integer call() throws IOException {
            Machine machine = Opens.machine(invocation);
            Mode mode = invocation.options().mode() == Mode.PRACTICE ? Mode.PRACTICE : Mode.LIVE;
            return switch (DataFolder.open(machine.dataRoot(), mode)) {
                case DataFolder.Opening.Refused refused ->
                    Opens.refused(invocation, new Opening.FolderUnusable(refused.problem()));
                case DataFolder.Opening.Opened opened -> init(opened.folder(), machine);
            };
        }

        private int init(DataFolder folder, Machine machine) throws IOException {
            OwnerLock.Owner me = OwnerLock.Owner.thisProcess(
                    machine.user(), Clock.systemUTC().instant(), "settings init");
            return switch (OwnerLock.take(folder, me)) {
                case OwnerLock.Taking.HeldBy held -> Opens.refused(invocation, new Opening.HeldBy(held.owner()));
                case OwnerLock.Taking.Failed failed ->
                    Opens.refused(invocation, new Opening.FolderUnusable(failed.problem()));
                case OwnerLock.Taking.Locked(OwnerLock lock) -> {
                    try (lock) {
                        yield ask(folder, machine);
                    }
                }
            };
        }

        private int ask(DataFolder folder, Machine machine) throws IOException {
            SettingsFile file = new SettingsFile(folder.settings(), folder.mode());
            if (file.exists()) return refuse(messages.text("settings.exists", file.path()));
            Optional<SettingsWizard.Outcome> outcome = answers(SettingsWizard.begin(folder));
            if (outcome.isEmpty()) return refuse(messages.text("settings.unfinished"));
            return keys(outcome.get(), vault(folder, machine)) ? save(outcome.get(), file) : ExitCode.NO;
        }

        private int refuse(String sentence) {
            return teller.refuse("SETTINGS", List.of(sentence), ExitCode.NO);
        }

        private Optional<SettingsWizard.Outcome> answers(SettingsWizard begun) throws IOException {
            SettingsWizard wizard = begun;
            Optional<Question> question = wizard.question();
            while (question.isPresent()) {
                String line = reply(wizard, question.get());
                if (line == null) return Optional.empty();
                switch (wizard.reply(line)) {
                    case SettingsWizard.Step.Next(SettingsWizard next) -> wizard = next;
                    case SettingsWizard.Step.Again(Problem problem) ->
                        teller.remark("again", "", problem.sentence(locale));
                }
                question = wizard.question();
            }
            return wizard.outcome();
        }

        private @Nullable String reply(SettingsWizard wizard, Question question) throws IOException {
            String usual = wizard.usual(question);
            String asked = question.sentence(locale) + (usual.isEmpty() ? "" : " [" + usual + "]");
            teller.tell(Answer.of("question").with("question", question.name()).text(asked));
            return invocation.surroundings().in().readLine();
        }

        private boolean keys(SettingsWizard.Outcome outcome, KeyVault vault) {
            Path file = outcome.privateKey();
            if (file == null && !outcome.newKey()) return true;
            KeyAnswer answer =
                    file == null ? vault.generate(KeyVault.ALIPAY_APP) : vault.importFile(KeyVault.ALIPAY_APP, file);
            return switch (answer) {
                case KeyAnswer.Refused refused -> {
                    refuse(refused.problem().sentence(locale));
                    yield false;
                }
                case KeyAnswer.Ready ready -> {
                    String sentence = file == null
                            ? messages.text("settings.newKey", ready.entry().publicKeyText())
                            : messages.text("settings.keyTaken", file);
                    teller.tell(Answer.of("key")
                            .with("fingerprint", ready.entry().fingerprint())
                            .text(sentence));
                    yield true;
                }
            };
        }

        private int save(SettingsWizard.Outcome outcome, SettingsFile file) {
            return switch (file.change(outcome.values())) {
                case SettingsFile.Change.Refused refused -> {
                    teller.refuse("SETTINGS", SettingsFile.sentences(refused.problems(), locale), ExitCode.NO);
                    yield ExitCode.NO;
                }
                case SettingsFile.Change.Saved _ -> {
                    teller.tell(Answer.of("saved")
                            .with("file", file.path().toString())
                            .text(messages.text("settings.saved", file.path())));
                    yield ExitCode.DONE;
                }
            };
        }
    }

    /** {@code settings check}: every fault of the file at once, and whether the keys can be used. Changes nothing. */
    @Command(name = "check")
    static final class Check implements Callable<Integer> {
        private final Invocation invocation;
        private final Teller teller;
        private final Locale locale;

        Check(Invocation invocation) {
            this.invocation = invocation;
            this.teller = new Teller(invocation);
            this.locale = invocation.locale();
        }

        @Override
        public Integer call() {
            Machine machine = Opens.machine(invocation);
            Path root = machine.dataRoot().toAbsolutePath().normalize();
            Mode named = invocation.options().mode();
            DataFolder folder = new DataFolder(root, named == null ? DataFolder.usualMode(root) : named);
            SettingsFile file = new SettingsFile(folder.settings(), folder.mode());
            return switch (file.read()) {
                case SettingsAnswer.Refused refused -> {
                    refused.problems().forEach(this::tell);
                    yield ExitCode.NO;
                }
                case SettingsAnswer.Ready ready -> {
                    ready.warnings().forEach(this::tell);
                    yield keys(ready.settings(), vault(folder, machine), file);
                }
            };
        }

        private void tell(Problem problem) {
            teller.tell(Answer.of(problem.code().isWarning() ? "warning" : "problem")
                    .with("code", problem.code().name())
                    .with("line", problem.line())
                    .with("column", problem.column())
                    .with("field", problem.field())
                    .text(problem.sentence(locale)));
        }

        private int keys(Settings settings, KeyVault vault, SettingsFile file) {
            List<String> troubles = new ArrayList<>();
            if (settings.alipay().enabled()) {
                switch (vault.load(KeyVault.ALIPAY_APP)) {
                    case KeyAnswer.Refused refused ->
                        troubles.add(refused.problem().sentence(locale));
                    case KeyAnswer.Ready ready ->
                        KeyVault.judge(settings.alipay(), ready.entry(), file.path())
                                .ifPresent(problem -> troubles.add(problem.sentence(locale)));
                }
            }
            troubles.forEach(sentence ->
                    teller.tell(Answer.of("problem").with("code", "PAY-KEY").text(sentence)));
            if (!troubles.isEmpty()) return ExitCode.NO;
            String key = file.exists() ? "settings.good" : "settings.none";
            teller.tell(Answer.of("good")
                    .with("file", file.path().toString())
                    .with("mode", settings.mode().word())
                    .text(Messages.of(locale).text(key, file.path())));
            return ExitCode.DONE;
        }
    }
}
