package tillbook.desktop.checkout.screen;

/**
 * Something a person may do now, as a button and as a key. Immutable as far as its action is.
 *
 * @param id names it for tests and style, the same in every language
 * @param key as it stands on the button, empty if it has none: {@code F12}, {@code Enter}
 * @param action on the drawing thread
 */
record Choice(String id, String label, String key, Weight weight, boolean enabled, Runnable action) {
    /** How large its button is. */
    enum Weight {
        MAIN,
        TALL,
        PLAIN,
        CHOSEN
    }

    static Choice main(String id, String label, String key, Runnable action) {
        return new Choice(id, label, key, Weight.MAIN, true, action);
    }

    static Choice tall(String id, String label, String key, Runnable action) {
        return new Choice(id, label, key, Weight.TALL, true, action);
    }

    static Choice plain(String id, String label, String key, Runnable action) {
        return new Choice(id, label, key, Weight.PLAIN, true, action);
    }

    /** The same, to be pressed only when it holds. */
    Choice onlyIf(boolean holds) {
        return new Choice(id, label, key, weight, holds, action);
    }

    /** The same as the main one. */
    Choice asMain() {
        return new Choice(id, label, key, Weight.MAIN, enabled, action);
    }
}
