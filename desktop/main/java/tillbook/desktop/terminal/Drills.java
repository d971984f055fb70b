package tillbook.desktop.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tillbook.desktop.trouble.TroubleAnswer;
import tillbook.desktop.trouble.TroubleCode;
import tillbook.desktop.trouble.Troubles;
import tillbook.text.Texts;

/** Answers {@code trouble}: the list of troubles, and what came of switching one. Owned by the face's thread. */
final class Drills {
    private static final String ALL = "ALL";

    private final Optional<Troubles> troubles;

    /** With the troubles of this register; empty in live trade. */
    Drills(Optional<Troubles> troubles) {
        this.troubles = troubles;
    }

    Saying answer(Command.Trouble wanted, Phrases phrases) {
        Locale language = phrases.language();
        Texts texts = Texts.of("desktop.trouble", language);
        if (troubles.isEmpty()) return refused("NOT_IN_PRACTICE", texts.text("said.live"));
        Troubles known = troubles.get();
        if (wanted.code().isEmpty()) return list(known, texts);
        if (wanted.code().equals(ALL) && wanted.to() == Command.Trouble.Switch.OFF) return allWell(known, language);
        return TroubleCode.of(wanted.code())
                .map(code -> switched(known, code, wanted.to(), language))
                .orElseGet(() -> refused("UNKNOWN_TROUBLE", texts.text("said.unknown", wanted.code())));
    }

    private static Saying switched(Troubles known, TroubleCode code, Command.Trouble.Switch to, Locale language) {
        if (code.isOnce() && to != Command.Trouble.Switch.NOW) {
            String sentence = Texts.of("desktop.trouble", language).text("said.confirm", code.code());
            return refused("CONFIRM", sentence).with("trouble", code.code());
        }
        TroubleAnswer answer = to == Command.Trouble.Switch.OFF ? known.end(code) : known.begin(code);
        return said(answer, language);
    }

    private static Saying said(TroubleAnswer answer, Locale language) {
        return switch (answer) {
            case TroubleAnswer.Done done ->
                Saying.of("trouble")
                        .with("trouble", done.code().code())
                        .with("on", done.isOn())
                        .line(answer.sentence(language));
            case TroubleAnswer.NotHere not ->
                refused("NOT_HERE", answer.sentence(language))
                        .with("trouble", not.code().code());
            case TroubleAnswer.Failed failed ->
                refused("FAILED", answer.sentence(language))
                        .with("trouble", failed.code().code());
        };
    }

    private static Saying allWell(Troubles known, Locale language) {
        Optional<TroubleAnswer> failed = known.allWell().stream()
                .filter(answer -> !(answer instanceof TroubleAnswer.Done))
                .findFirst();
        if (failed.isPresent()) return said(failed.get(), language);
        return Saying.of("trouble")
                .with("on", false)
                .line(Texts.of("desktop.trouble", language).text("said.well"));
    }

    private static Saying list(Troubles known, Texts texts) {
        Set<TroubleCode> on = known.on();
        List<Map<String, Object>> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("said.list"));
        for (TroubleCode code : known.here()) {
            Map<String, Object> one = new LinkedHashMap<>();
            String name = texts.text("name." + code.key());
            one.put("trouble", code.code());
            one.put("name", name);
            one.put("on", on.contains(code));
            all.add(one);
            String mark = on.contains(code) ? "✓ " : "  ";
            String end = code.isOnce() ? " (" + texts.text("once") + ")" : "";
            lines.add(mark + code.code() + "  " + name + end);
        }
        return Saying.of("troubles").with("troubles", all).lines(lines);
    }

    private static Saying refused(String reason, String sentence) {
        return Saying.of("error").with("reason", reason).line(sentence);
    }
}
