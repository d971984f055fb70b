package tillbook.desktop.trouble;

import java.util.Locale;
import tillbook.text.Texts;

/** What came of switching a trouble. Immutable. */
public sealed interface TroubleAnswer {
    /** It is as it was wanted. */
    record Done(TroubleCode code, boolean isOn) implements TroubleAnswer {}

    /** The part that it disturbs is not in this program: another provider, a real printer, none at all. */
    record NotHere(TroubleCode code) implements TroubleAnswer {}

    /**
     * It could not be done; everything is as it was.
     *
     * @param why what the system said
     */
    record Failed(TroubleCode code, String why) implements TroubleAnswer {}

    /** The sentence for a person. */
    default String sentence(Locale language) {
        Texts texts = Texts.of("desktop.trouble", language);
        return switch (this) {
            case Done(TroubleCode code, boolean isOn) ->
                texts.text(isOn ? "said.on" : "said.off", code.code(), texts.text("name." + code.key()));
            case NotHere(TroubleCode code) ->
                texts.text(
                        "said.not-here",
                        code.code(),
                        texts.text("group." + code.group().key()));
            case Failed(TroubleCode code, String why) -> texts.text("said.failed", code.code(), why);
        };
    }
}
