package tillbook.desktop.practice;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import tillbook.catalog.Catalog;
import tillbook.desktop.checkout.screen.Annex;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.desktop.trouble.Troubles;
import tillbook.printing.practice.PracticePrinter;
import tillbook.receipt.Receipts;
import tillbook.register.RegisterThread;

/** Practice at the window: the band across it, and the panel that folds out under the lines. Owned by the drawing thread. */
public final class Practice implements AutoCloseable {
    private final PracticeModel model = new PracticeModel();
    private final Function<Locale, Receipts> receipts;
    private final PracticeInteractor interactor;
    private final PracticeView view;

    /**
     * What it practises with.
     *
     * @param practiceScale the register reads labels of the practice scale
     * @param receipts makes receipts in a language
     * @param wall the register's clock
     * @param provider where the practice provider listens; empty if it lives elsewhere
     * @param printer the practice printer; empty if there is none in this program
     * @param troubles by code; empty where nothing can be disturbed
     */
    public record Needs(
            Catalog catalog,
            boolean practiceScale,
            Function<Locale, Receipts> receipts,
            Clock wall,
            Optional<URI> provider,
            Optional<PracticePrinter> printer,
            Optional<Troubles> troubles,
            Locale language,
            Snapshot first,
            RegisterThread.Faults faults) {}

    /** A folded panel. */
    public Practice(Needs needs) {
        this.receipts = needs.receipts();
        this.interactor = new PracticeInteractor(
                model,
                needs.catalog(),
                needs.practiceScale(),
                needs.provider().map(ProviderControl::new),
                needs.printer(),
                needs.troubles(),
                receipts.apply(needs.language()),
                needs.first(),
                needs.wall()::millis,
                needs.faults());
        this.view =
                new PracticeView(model, interactor, new TextSlip(needs.wall().getZone()), needs.language());
    }

    /** What it puts into the checkout. */
    public Annex annex() {
        return new Annex(view.band(), view.panel());
    }

    /** Where a touched code goes: the way of every scan. */
    public void codesGoTo(Consumer<String> scanned) {
        interactor.codesGoTo(scanned);
    }

    /** F1 folds the panel out and in. */
    public void keysFrom(Stage window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.F1) return;
            interactor.toggle();
            event.consume();
        });
    }

    /** Takes the next picture of the register. */
    public void sees(Snapshot now) {
        interactor.sees(now);
    }

    /** Another language, at once. */
    public void speak(Locale language) {
        interactor.prints(receipts.apply(language));
        view.speak(language);
    }

    @Override
    public void close() {
        interactor.close();
    }
}
