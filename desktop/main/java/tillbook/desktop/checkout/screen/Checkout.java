package tillbook.desktop.checkout.screen;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.fx.Theme;
import tillbook.sale.ReceiptNumber;

/** The checkout, ready to be put into a window. Owned by the drawing thread. */
public final class Checkout implements AutoCloseable {
    private static final Duration TICK = Duration.seconds(1);

    private final CheckoutModel model = new CheckoutModel();
    private final CheckoutInteractor interactor;
    private final Counter counter;
    private final ReadOnlyObjectWrapper<Parent> root = new ReadOnlyObjectWrapper<>();
    private final Timeline ticks;
    private final TextField scan;
    private final LongSupplier nanos;
    private CheckoutView view;

    /**
     * A checkout before a register, in a language, around a {@link #scanField} that may have been shown before.
     *
     * @param nanos the clock by which people are timed, any origin
     */
    public Checkout(Counter counter, Theme theme, Locale language, TextField scan, LongSupplier nanos) {
        this.counter = counter;
        this.scan = scan;
        this.nanos = nanos;
        model.language.set(language);
        interactor = new CheckoutInteractor(model, counter, theme);
        interactor.begin();
        view = view(language);
        root.set(view);
        model.language.addListener((_, _, now) -> {
            view = view(now);
            root.set(view);
            view.focusHome();
        });
        ticks = new Timeline(new KeyFrame(TICK, _ -> interactor.tick()));
        ticks.setCycleCount(Timeline.INDEFINITE);
        ticks.play();
    }

    private CheckoutView view(Locale language) {
        Words words = new Words(language, counter.shop().zone());
        CheckoutView made = new CheckoutView(model, interactor, counter.annex(), words, scan);
        made.minds(nanos);
        return made;
    }

    /** The field for codes: one for the life of a window, so that what is half typed stays in it. */
    public static TextField scanField() {
        return new CodeField("scan");
    }

    /** What is drawn; another object when the language changes. */
    public ReadOnlyObjectProperty<Parent> root() {
        return root.getReadOnlyProperty();
    }

    /** The language it speaks now. */
    public ReadOnlyObjectProperty<Locale> language() {
        return model.language;
    }

    /** The sale that the cashier has done with although it is still the one at the counter; its value is null if none. */
    public ReadOnlyObjectProperty<@Nullable ReceiptNumber> dismissed() {
        return model.dismissed;
    }

    /** Takes what a keyboard scanner typed, whichever window has the focus. */
    public Consumer<String> scans() {
        return interactor::wedge;
    }

    /** Takes what a person chose instead of typing it: a code of goods, a payment code. */
    public Consumer<String> codes() {
        return interactor::typed;
    }

    /** The field that gets what is typed while no field has the focus. */
    public TextInputControl home() {
        return view.home();
    }

    /** Whether a field is the one for codes alone. */
    public boolean isForCodes(@Nullable Node field) {
        return view.isScan(field);
    }

    /** Gives the focus to where typing belongs. */
    public void focus() {
        view.focusHome();
    }

    /** The payments that are open. */
    public void openPayments() {
        interactor.open(new Asking.OpenAttempts());
    }

    /** The vouchers owed. */
    public void openVouchers() {
        interactor.open(new Asking.Vouchers());
    }

    /** The printer's test page, and which printer to use. */
    public void openPrinter() {
        interactor.open(new Asking.PrinterLight());
    }

    /** Says what is open, and asks whether to close. */
    public void askToClose() {
        interactor.closeRegister();
    }

    /** The register did not close in good order: that is said. */
    public void didNotClose() {
        interactor.didNotClose();
    }

    /** Another language, at once. */
    public void speak(Locale language) {
        interactor.speak(language);
    }

    @Override
    public void close() {
        ticks.stop();
        interactor.close();
    }
}
