package tillbook.desktop.checkout.screen;

/**
 * Something a person may do now, as a button and as a key. Immutable as far as its action is.
 *
 * @param id names it for tests and style, the same in every language
 * @param key as it stands on the button, empty if it has none: {@code F12}, {@code Enter}
 * @param why it cannot be pressed just now, empty if it can
 * @param action on the drawing thread
 */
public record Choice(String id, String label, String key, Weight weight, boolean enabled, String why, Runnable action) {
    /** How large its button is. */
    public enum Weight {
        MAIN,
        TALL,
        PLAIN,
        CHOSEN
    }

    /** The thing to do now, in the largest size. */
    public static Choice main(String id, String label, String key, Runnable action) {
        return new Choice(id, label, key, Weight.MAIN, true, "", action);
    }

    /** One of the things to do now. */
    public static Choice tall(String id, String label, String key, Runnable action) {
        return new Choice(id, label, key, Weight.TALL, true, "", action);
    }

    /** Something else that may be done. */
    public static Choice plain(String id, String label, String key, Runnable action) {
        return new Choice(id, label, key, Weight.PLAIN, true, "", action);
    }

    /** The same, to be pressed only when it holds; {@code why} says what is missing otherwise. */
    public Choice onlyIf(boolean holds, String why) {
        return holds ? this : new Choice(id, label, key, weight, false, why, action);
    }

    /** The same as the one of several that is chosen. */
    public Choice asChosen() {
        return new Choice(id, label, key, Weight.CHOSEN, enabled, why, action);
    }

    /** The same as the main one. */
    public Choice asMain() {
        return new Choice(id, label, key, Weight.MAIN, enabled, why, action);
    }
}
