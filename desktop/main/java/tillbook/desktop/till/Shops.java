package tillbook.desktop.till;

import java.util.List;
import java.util.Locale;
import tillbook.receipt.Merchant;
import tillbook.receipt.Receipts;
import tillbook.scan.ScaleRule;
import tillbook.scan.ScanReader;
import tillbook.settings.DataFolder;
import tillbook.settings.Mode;
import tillbook.settings.Settings;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;
import tillbook.text.Texts;

/** What stands on top of receipts, and how scans are read, by a shop's settings. Stateless. */
public final class Shops {
    private Shops() {}

    /** Makes receipts by the settings of a folder, and without a name where they cannot be read. */
    public static Receipts receipts(DataFolder folder, Locale language) {
        boolean practice = folder.mode() == Mode.PRACTICE;
        return switch (new SettingsFile(folder.settings(), folder.mode()).read()) {
            case SettingsAnswer.Ready ready -> receipts(ready.settings().shop(), practice, language);
            case SettingsAnswer.Refused _ -> new Receipts(new Merchant("", ""), practice);
        };
    }

    /** Reads scans as this shop's scale prints them. */
    static ScanReader scanReader(Settings settings) {
        List<ScaleRule> rules =
                settings.scale().rules().stream().map(ScaleRule::new).toList();
        boolean practiceScale = rules.isEmpty() && settings.mode() == Mode.PRACTICE;
        return new ScanReader(practiceScale ? List.of(ScaleRule.PRACTICE) : rules);
    }

    static Receipts receipts(Settings.Shop shop, boolean practice, Locale language) {
        String usual = Texts.of("desktop.till", language).text("shop.practice");
        return new Receipts(new Merchant(shop.name().isEmpty() ? usual : shop.name(), shop.branch()), practice);
    }
}
