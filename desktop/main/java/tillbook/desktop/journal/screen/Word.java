package tillbook.desktop.journal.screen;

import tillbook.desktop.checkout.screen.Tone;

/** A state in words, with a mark beside them and a tone behind. Immutable. */
record Word(Tone tone, String mark, String text) {
    static Word ok(String text) {
        return new Word(Tone.OK, "✓", text);
    }

    static Word waits(String text) {
        return new Word(Tone.WARN, "◔", text);
    }

    static Word warn(String text) {
        return new Word(Tone.WARN, "!", text);
    }

    static Word bad(String text) {
        return new Word(Tone.BAD, "!", text);
    }

    static Word asks(String text) {
        return new Word(Tone.BAD, "?", text);
    }

    static Word plain(String text) {
        return new Word(Tone.PLAIN, "–", text);
    }

    /** As a screen reader says it, and as a narrow place shows it. */
    String marked() {
        return mark + " " + text;
    }
}
