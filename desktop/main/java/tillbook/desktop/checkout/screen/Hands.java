package tillbook.desktop.checkout.screen;

/** What a person's hands reach on the checkout: its buttons, its keys, its lines and its field. Called on the drawing thread. */
interface Hands extends Does {
    /** A code or name typed by hand, or the number of a choice; nothing means Enter alone. */
    void typed(String text);

    /** Does what the key is for now; false if it is for nothing. */
    boolean key(String name);

    /** The line at this place is what keys act upon. */
    void choose(int place);
}
