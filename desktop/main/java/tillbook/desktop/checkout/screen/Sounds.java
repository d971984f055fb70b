package tillbook.desktop.checkout.screen;

/** What the checkout lets be heard. Called on the drawing thread; returns at once. */
public interface Sounds {
    /** Something came of what a person did. */
    void heard(Manner manner);

    /** Plays each sound there is, to try them. */
    void playAll();
}
