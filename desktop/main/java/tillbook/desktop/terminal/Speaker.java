package tillbook.desktop.terminal;

import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;

/** A voice in the language that was chosen last. Owned by the face's thread. */
final class Speaker {
    private final Voice voice;
    private final ZoneId zone;
    private Phrases phrases;

    Speaker(Voice voice, Locale language, ZoneId zone) {
        this.voice = voice;
        this.zone = zone;
        this.phrases = new Phrases(language, zone);
    }

    Phrases phrases() {
        return phrases;
    }

    void say(Saying saying) {
        voice.say(saying);
    }

    void say(Function<Phrases, Saying> saying) {
        voice.say(saying.apply(phrases));
    }

    /** Speaks this language from now on, and says so in it. */
    void speak(Locale language) {
        phrases = new Phrases(language, zone);
        say(Saying.of("lang").with("language", language.toLanguageTag()).line(phrases.text("lang")));
    }
}
