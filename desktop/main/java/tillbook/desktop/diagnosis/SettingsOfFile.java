package tillbook.desktop.diagnosis;

import java.util.Optional;
import java.util.function.Supplier;
import tillbook.diagnosis.check.Probes.SettingsProbe;
import tillbook.settings.KeyProblem;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;

/** Settings as they are in the file now. Immutable. */
record SettingsOfFile(SettingsFile file, Supplier<Optional<KeyProblem>> wrongKeys) implements SettingsProbe {
    @Override
    public SettingsAnswer read() {
        return file.read();
    }

    @Override
    public Optional<KeyProblem> keys() {
        return wrongKeys.get();
    }
}
