package tillbook.desktop.diagnosis.screen;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.util.Duration;
import tillbook.desktop.diagnosis.Start;

/** One visit to the troubleshooting wizard, ready to be put into a window. Owned by the drawing thread. */
public final class Wizard implements AutoCloseable {
    private static final Duration TICK = Duration.millis(500);

    private final WizardInteractor interactor;
    private final WizardView view;
    private final Timeline ticks;

    /** Opens it where the person came from; {@code leaves} is called when they go on. */
    public Wizard(Clinic clinic, Locale language, Start start, Consumer<Next> leaves) {
        WizardModel model = new WizardModel();
        WizardWords words = new WizardWords(language, clinic.shop().practice());
        interactor = new WizardInteractor(model, clinic, words, leaves);
        view = new WizardView(model, interactor, words);
        interactor.begin(start);
        ticks = new Timeline(new KeyFrame(TICK, _ -> interactor.tick()));
        ticks.setCycleCount(Timeline.INDEFINITE);
        ticks.play();
    }

    /** What is drawn. */
    public Parent root() {
        return view;
    }

    /** Gives the focus to the thing to do now. */
    public void focus() {
        view.focusHome();
    }

    /** The register did something: where things stand is looked at again. */
    public void moved() {
        interactor.moved();
    }

    /** Back to the checkout; what was found is kept. */
    public void leave() {
        interactor.leave(Next.CHECKOUT);
    }

    /** Examines nothing any more. */
    @Override
    public void close() {
        ticks.stop();
        interactor.close();
    }
}
