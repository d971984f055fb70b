package tillbook.desktop.trouble;

import java.io.IOException;
import tillbook.desktop.rig.PracticeSettings;

/** A fault in the settings file. */
record SettingsPart(PracticeSettings settings, PracticeSettings.Fault fault) implements Part {
    @Override
    public boolean isOn() {
        return settings.has(fault);
    }

    @Override
    public void begin() throws IOException {
        settings.begin(fault);
    }

    @Override
    public void end() throws IOException {
        settings.end(fault);
    }
}
