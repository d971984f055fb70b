package tillbook.desktop.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tillbook.desktop.control.Answer;
import tillbook.desktop.till.MerchantKeys;
import tillbook.settings.DataFolder;
import tillbook.settings.Field;
import tillbook.settings.KeyAnswer;
import tillbook.settings.KeyProblem;
import tillbook.settings.KeyVault;
import tillbook.settings.Mode;
import tillbook.settings.OwnerLock;
import tillbook.settings.Problem;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;
import tillbook.settings.SettingsWizard;

/** {@code settings init | check | set | key}. What writes holds the data folder's lock, so that no register is at work. */
@Command(name = "settings")
final class SettingsCommand extends Group {
    /** A person who answers so often has gone round in circles; a script never needs it. */
    private static final int REPLIES_MAX = 200;

    SettingsCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    List<Callable<Integer>> commands(Invocation invocation) {
        return List.of(new Init(invocation), new Check(invocation), new Set(invocation), new KeyCommand(invocation));
    }

    /** {@code settings init}: asks shop, provider and keys on standard input, a reply a line. */
    @Command(name = "init")
    static final class Init implements Callable<Integer> {
        private final Invocation invocation;
        private final Teller teller;

        Init(Invocation invocation) {
            this.invocation = invocation;
            this.teller = new Teller(invocation);
        }

        @Override
        public Integer call() throws IOException {
            // Practice needs no settings; who sets a shop up means to trade.
            return onLockedFolder(invocation, Mode.LIVE, this::ask);
        }

        private int ask(DataFolder folder) throws IOException {
            SettingsFile file = new SettingsFile(folder.settings(), folder.mode());
            // Asked a second time, a new pair of keys would take the place of the one the provider knows.
            if (file.exists()) return refuse(invocation, "settings.exists", ExitCode.NO, file.path());
            SettingsWizard wizard = SettingsWizard.begin(folder);
            for (int replies = 0; replies < REPLIES_MAX; replies++) {
                Optional<SettingsWizard.Question> question = wizard.question();
                if (question.isEmpty()) break;
                teller.tell(asked(question.get(), wizard.usual(question.get())));
                String reply = invocation.surroundings().in().readLine();
                if (reply == null) return refuse(invocation, "settings.init.ended", ExitCode.NO);
                switch (wizard.reply(reply)) {
                    case SettingsWizard.Step.Next next -> wizard = next.wizard();
                    case SettingsWizard.Step.Again again ->
                        teller.remark(
                                "again",
                                again.problem().code().name(),
                                again.problem().sentence(invocation.locale()));
                }
            }
            Optional<SettingsWizard.Outcome> outcome = wizard.outcome();
            return outcome.isPresent()
                    ? keep(folder, outcome.get())
                    : refuse(invocation, "settings.init.ended", ExitCode.NO);
        }

        private Answer asked(SettingsWizard.Question question, String usual) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("question", question.name());
            fields.put("usual", usual);
            String sentence = question.sentence(invocation.locale());
            return new Answer("question", fields, usual.isEmpty() ? sentence : sentence + " [" + usual + "]");
        }

        /** Keys first: settings that name a provider without its key would not open. */
        private int keep(DataFolder folder, SettingsWizard.Outcome outcome) {
            if (outcome.newKey() || outcome.privateKey() != null) {
                int exit = keepKey(invocation, folder, outcome.privateKey());
                if (exit != ExitCode.DONE) return exit;
            }
            return changed(invocation, folder, outcome.values());
        }
    }

    /** {@code settings check}: every fault at once, and whether the keys can be used. */
    @Command(name = "check")
    static final class Check implements Callable<Integer> {
        private final Invocation invocation;

        Check(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() {
            DataFolder folder = folder(invocation, null);
            SettingsFile file = new SettingsFile(folder.settings(), folder.mode());
            return switch (file.read()) {
                case SettingsAnswer.Refused refused -> faults(invocation, file, refused.problems(), ExitCode.NO);
                case SettingsAnswer.Ready ready -> checkKeys(folder, file, ready);
            };
        }

        private int checkKeys(DataFolder folder, SettingsFile file, SettingsAnswer.Ready ready) {
            Teller teller = new Teller(invocation);
            ready.warnings()
                    .forEach(warning ->
                            teller.remark("warning", warning.code().name(), warning.sentence(invocation.locale())));
            // In practice the program makes its own keys; a shop that takes no scan-pay needs none.
            MerchantKeys keys = MerchantKeys.of(folder, ready.settings().alipay(), vault(invocation, folder));
            if (keys instanceof MerchantKeys.Refused(KeyProblem problem))
                return teller.refuse("PAY-KEY", List.of(problem.sentence(invocation.locale())), ExitCode.NO);
            String text = words(invocation, file.exists() ? "settings.check.good" : "settings.check.none", file.path());
            teller.tell(new Answer("settings", Map.of("file", file.path().toString(), "good", true), text));
            return ExitCode.DONE;
        }
    }

    /** {@code settings set FIELD VALUE}: one value; the remarks in the file stay. */
    @Command(name = "set")
    static final class Set implements Callable<Integer> {
        private final Invocation invocation;

        @Parameters(index = "0", paramLabel = "FIELD", descriptionKey = "field")
        private String field = "";

        @Parameters(index = "1", paramLabel = "VALUE", descriptionKey = "value")
        private String value = "";

        Set(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            Optional<Field> meant = Field.named(field);
            if (meant.isEmpty()) return refuse(invocation, "settings.set.unknown", ExitCode.WRONG_USE, field);
            return onLockedFolder(invocation, null, folder -> changed(invocation, folder, Map.of(meant.get(), value)));
        }
    }

    /** {@code settings key import | new}. */
    @Command(name = "key")
    static final class KeyCommand extends Group {
        KeyCommand(Invocation invocation) {
            super(invocation);
        }

        @Override
        List<Callable<Integer>> commands(Invocation invocation) {
            return List.of(new ImportKey(invocation), new NewKey(invocation));
        }
    }

    /** {@code settings key import FILE}. */
    @Command(name = "import")
    static final class ImportKey implements Callable<Integer> {
        private final Invocation invocation;

        @Parameters(paramLabel = "FILE", descriptionKey = "file")
        private Path file = Path.of("");

        ImportKey(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            return onLockedFolder(invocation, null, folder -> keepKey(invocation, folder, file.toAbsolutePath()));
        }
    }

    /** {@code settings key new}. */
    @Command(name = "new")
    static final class NewKey implements Callable<Integer> {
        private final Invocation invocation;

        NewKey(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            return onLockedFolder(invocation, null, folder -> keepKey(invocation, folder, null));
        }
    }

    // What they share.

    private interface Work {
        int on(DataFolder folder) throws IOException;
    }

    private static int onLockedFolder(Invocation invocation, @Nullable Mode usual, Work work) throws IOException {
        DataFolder named = folder(invocation, usual);
        Teller teller = new Teller(invocation);
        switch (DataFolder.open(named.root(), named.mode())) {
            case DataFolder.Opening.Refused refused -> {
                return teller.refuse(
                        "SYS-FOLDER", List.of(refused.problem().sentence(invocation.locale())), ExitCode.BROKEN);
            }
            case DataFolder.Opening.Opened opened -> {
                return locked(invocation, opened.folder(), work);
            }
        }
    }

    private static int locked(Invocation invocation, DataFolder folder, Work work) throws IOException {
        OwnerLock.Owner me = OwnerLock.Owner.thisProcess(
                Opens.machine(invocation).user(), Clock.systemUTC().instant(), "settings");
        return switch (OwnerLock.take(folder, me)) {
            case OwnerLock.Taking.Locked locked -> {
                try (OwnerLock _ = locked.lock()) {
                    yield work.on(folder);
                }
            }
            case OwnerLock.Taking.HeldBy held ->
                new Teller(invocation)
                        .refuse(Opens.HELD, List.of(held.owner().sentence(invocation.locale())), ExitCode.BROKEN);
            case OwnerLock.Taking.Failed failed ->
                new Teller(invocation)
                        .refuse("SYS-FOLDER", List.of(failed.problem().sentence(invocation.locale())), ExitCode.BROKEN);
        };
    }

    private static DataFolder folder(Invocation invocation, @Nullable Mode usual) {
        Path root = Opens.machine(invocation).dataRoot().toAbsolutePath().normalize();
        Mode named = invocation.options().mode();
        Mode otherwise = usual == null ? DataFolder.usualMode(root) : usual;
        return new DataFolder(root, named == null ? otherwise : named);
    }

    private static KeyVault vault(Invocation invocation, DataFolder folder) {
        return new KeyVault(folder, Opens.machine(invocation), new SecureRandom(), Clock.systemUTC());
    }

    /** Takes a key in, or makes a pair, and shows the half that the provider wants. */
    private static int keepKey(Invocation invocation, DataFolder folder, @Nullable Path file) {
        KeyVault vault = vault(invocation, folder);
        KeyAnswer answer =
                file == null ? vault.generate(KeyVault.ALIPAY_APP) : vault.importFile(KeyVault.ALIPAY_APP, file);
        Teller teller = new Teller(invocation);
        switch (answer) {
            case KeyAnswer.Refused refused -> {
                String sentence = refused.problem().sentence(invocation.locale());
                return teller.refuse("PAY-KEY", List.of(sentence), ExitCode.NO);
            }
            case KeyAnswer.Ready ready -> {
                String half = ready.entry().publicKeyText();
                teller.tell(new Answer(
                        "key",
                        Map.of("publicKey", half, "fingerprint", ready.entry().fingerprint()),
                        words(invocation, "settings.key.kept", folder.keys()) + "\n" + half));
                if (file != null) teller.remark("remark", "", words(invocation, "settings.key.delete", file));
                return ExitCode.DONE;
            }
        }
    }

    private static int changed(Invocation invocation, DataFolder folder, Map<Field, String> values) {
        SettingsFile file = new SettingsFile(folder.settings(), folder.mode());
        return switch (file.change(values)) {
            case SettingsFile.Change.Refused refused -> faults(invocation, file, refused.problems(), ExitCode.NO);
            case SettingsFile.Change.Saved _ -> {
                String text = words(invocation, "settings.saved", file.path());
                new Teller(invocation)
                        .tell(new Answer("settings", Map.of("file", file.path().toString()), text));
                yield ExitCode.DONE;
            }
        };
    }

    private static int faults(Invocation invocation, SettingsFile file, List<Problem> problems, int exit) {
        List<String> all = new ArrayList<>();
        all.add(words(invocation, "settings.faults", file.path(), problems.size()));
        all.addAll(SettingsFile.sentences(problems, invocation.locale()));
        return new Teller(invocation).refuse("SET-PROVIDER", all, exit);
    }

    private static int refuse(Invocation invocation, String key, int exit, Object... args) {
        return new Teller(invocation).refuse("", List.of(words(invocation, key, args)), exit);
    }

    private static String words(Invocation invocation, String key, Object... args) {
        return Messages.of(invocation.locale()).text(key, args);
    }
}
