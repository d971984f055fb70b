package tillbook.desktop.journal.screen;

import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;

/** One look into the journal, ready to be put into a window. Owned by the drawing thread. */
public final class Journal implements AutoCloseable {
    private final JournalInteractor interactor;
    private final JournalView view;

    /** Opens it at the newest sales; {@code leaves} is called when the person goes back to the checkout. */
    public Journal(Ledger ledger, Locale language, Runnable leaves) {
        JournalModel model = new JournalModel();
        ScreenWords words = new ScreenWords(language, ledger.shop());
        interactor = new JournalInteractor(model, ledger, words, leaves);
        view = new JournalView(model, interactor, words);
        interactor.begin();
    }

    /** What is drawn. */
    public Parent root() {
        return view;
    }

    /** Takes what a keyboard scanner typed, whichever window has the focus. */
    public void scanned(String code) {
        interactor.scanned(code);
    }

    /** The field that gets what is typed while no field has the focus. */
    public TextInputControl home() {
        return view.home();
    }

    /** Gives the focus to where typing belongs. */
    public void focus() {
        view.focusHome();
    }

    /** The register did something: what is shown is asked for again. */
    public void moved() {
        interactor.moved();
    }

    /** Asks nothing any more. */
    @Override
    public void close() {
        interactor.close();
    }
}
