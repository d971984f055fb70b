package tillbook.desktop.diagnosis;

import java.util.Optional;
import tillbook.desktop.till.Till;
import tillbook.diagnosis.check.Probes.PrinterProbe;
import tillbook.diagnosis.check.Probes.ScannerProbe;
import tillbook.printing.engine.PrinterLook;
import tillbook.settings.DataFolder;
import tillbook.settings.Settings;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;

/**
 * What is attached, for the checks. Immutable.
 *
 * @param printer empty where the settings name none
 * @param scanner empty where nobody watches it
 */
public record Attached(Optional<PrinterProbe> printer, Optional<ScannerProbe> scanner) {
    /** No device is known. */
    public static final Attached NONE = new Attached(Optional.empty(), Optional.empty());

    /** To a register at work: its own printing thread looks at the printer. */
    public static Attached to(Till till) {
        Optional<PrinterProbe> printer = till.printing()
                .desk()
                .map(desk ->
                        new PrinterOfTheTill(desk, () -> now(till).printer().enabled()));
        return new Attached(
                printer,
                Optional.of(new ScannerOfTheTill(
                        till.devices(), () -> now(till).scanner().use())));
    }

    /** The settings as the file has them now; where it does not hold, those of the opening. */
    private static Settings now(Till till) {
        return switch (new SettingsFile(till.folder().settings(), till.mode()).read()) {
            case SettingsAnswer.Ready ready -> ready.settings();
            case SettingsAnswer.Refused _ -> till.settings();
        };
    }

    /** As the settings of a folder say, where no register runs: the printer is opened for a look. */
    public static Attached by(DataFolder folder) {
        return switch (new SettingsFile(folder.settings(), folder.mode()).read()) {
            case SettingsAnswer.Ready ready
            when ready.settings().printer().prints() ->
                new Attached(Optional.of(new PrinterOfTheSettings(ready.settings())), Optional.empty());
            case SettingsAnswer.Ready _ -> NONE;
            case SettingsAnswer.Refused _ -> new Attached(Optional.of(new NotKnown()), Optional.empty());
        };
    }

    /** That of settings which do not hold. */
    private record NotKnown() implements PrinterProbe {
        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public String place() {
            return "";
        }

        @Override
        public boolean automatic() {
            return true;
        }

        @Override
        public PrinterLook look() {
            return new PrinterLook.Silent();
        }
    }
}
