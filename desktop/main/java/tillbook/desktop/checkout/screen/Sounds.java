package tillbook.desktop.checkout.screen;

import java.util.concurrent.CompletableFuture;

/** What the checkout lets be heard. Called on the drawing thread; returns at once. */
public interface Sounds {
    /** Something came of what a person did. */
    void heard(Manner manner);

    /** Plays each sound there is, to try them; ends, on any thread, when it is known whether they are heard. */
    CompletableFuture<Heard> playAll();

    /** What came of sounds that were tried. */
    enum Heard {
        /** By whoever stands near. */
        YES,
        /** The settings want none. */
        VOLUME_ZERO,
        /** This machine has no way out for them. */
        NO_DEVICE
    }
}
