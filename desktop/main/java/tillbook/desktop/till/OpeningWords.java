package tillbook.desktop.till;

import java.util.List;
import java.util.Locale;
import tillbook.journal.tape.Damage;
import tillbook.settings.SettingsFile;
import tillbook.text.Texts;

/** Says why a register did not open: what, where, and what to do. Stateless. */
public final class OpeningWords {
    private OpeningWords() {}

    /** One line each; empty if it opened. */
    public static List<String> of(Opening opening, Locale locale) {
        Texts texts = Texts.of("desktop.till", locale);
        return switch (opening) {
            case Opening.Opened _ -> List.of();
            case Opening.HeldBy held -> List.of(held.owner().sentence(locale));
            case Opening.FolderUnusable unusable -> List.of(unusable.problem().sentence(locale));
            case Opening.SettingsRefused refused -> settings(refused, texts, locale);
            case Opening.KeysRefused refused -> List.of(refused.problem().sentence(locale));
            case Opening.WrittenByNewer newer ->
                List.of(texts.text(
                        "opening.newer", newer.tape().resolve(newer.segment()), newer.sequence(), newer.what()));
            case Opening.TapeDamaged damaged -> List.of(damaged(damaged, texts));
            case Opening.RecordRefused refused ->
                List.of(texts.text("opening.record", refused.tape(), refused.sequence(), refused.why()));
            case Opening.DiskRefused refused -> List.of(texts.text("opening.disk", refused.sentence()));
            case Opening.PracticeRefused refused -> List.of(texts.text("opening.practice", refused.sentence()));
        };
    }

    private static List<String> settings(Opening.SettingsRefused refused, Texts texts, Locale locale) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(texts.text("opening.settings", refused.file()));
        lines.addAll(SettingsFile.sentences(refused.problems(), locale));
        return lines;
    }

    private static String damaged(Opening.TapeDamaged damaged, Texts texts) {
        Damage damage = damaged.damage();
        return texts.text(
                "opening.damaged",
                damaged.tape().resolve(damage.segment()),
                damage.sequence(),
                texts.text("damage." + damage.kind()));
    }
}
