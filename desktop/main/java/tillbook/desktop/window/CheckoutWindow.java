package tillbook.desktop.window;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.checkout.screen.Checkout;
import tillbook.desktop.checkout.screen.Counter;
import tillbook.desktop.checkout.screen.SnapshotFeed;
import tillbook.desktop.customer.CustomerDisplay;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.fx.WedgeFilter;
import tillbook.desktop.practice.Practice;
import tillbook.desktop.sound.Chimes;
import tillbook.desktop.till.Till;
import tillbook.register.Intent;
import tillbook.register.Refusal;
import tillbook.register.RegisterThread;
import tillbook.register.Reply;
import tillbook.settings.Field;
import tillbook.settings.Mode;
import tillbook.settings.SettingsFile;

/** The cashier's window over an open register. Owned by the drawing thread. */
public final class CheckoutWindow {
    /** The code of a notice that the data can only be read: true as long as it is open. */
    private static final String READ_ONLY = String.valueOf(FaultCode.of(Refusal.READ_ONLY));

    static final double WIDTH = 1366;
    static final double HEIGHT = 768;
    private static final double WIDTH_MIN = 1024;
    private static final double HEIGHT_MIN = 700;

    private final Stage stage;
    private final Till till;
    private final Chimes chimes;
    private final Helpers helpers;
    private final @Nullable Practice practice;
    private @Nullable CustomerDisplay customer;
    private final Checkout checkout;
    private final WedgeFilter wedge;
    private final Consumer<Reply.Done> closed;

    /**
     * What a window needs besides the register.
     *
     * @param feed the register's listener
     * @param language it opens in
     * @param monotonicMs the clock of {@code feed}
     * @param nanos the clock by which a scanner is told from a person
     * @param closed the register was closed in good order and the window is gone; called on the drawing thread
     */
    public record Helpers(
            SnapshotFeed feed,
            Locale language,
            Theme theme,
            LongSupplier monotonicMs,
            LongSupplier nanos,
            RegisterThread.Faults faults,
            Consumer<Reply.Done> closed) {}

    private CheckoutWindow(Stage stage, Till till, Helpers helpers) {
        this.stage = stage;
        this.till = till;
        this.helpers = helpers;
        this.closed = helpers.closed();
        this.chimes = chimes(helpers.feed());
        this.practice = till.mode() == Mode.PRACTICE ? practice() : null;
        this.checkout = new Checkout(counter(helpers), helpers.theme(), helpers.language());
        if (practice != null) join(practice);
        this.wedge = WedgeFilter.everywhere(helpers.nanos(), checkout::home, checkout::isForCodes, checkout.scans());
    }

    /** Opens it. */
    public static CheckoutWindow open(Stage stage, Till till, Helpers helpers) {
        CheckoutWindow window = new CheckoutWindow(stage, till, helpers);
        window.show(helpers.theme());
        return window;
    }

    private void show(Theme theme) {
        Parent root = checkout.root().get();
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        theme.dress(scene);
        checkout.root().addListener((_, _, now) -> scene.setRoot(now));
        stage.setTitle("明账 Tillbook");
        stage.setMinWidth(WIDTH_MIN);
        stage.setMinHeight(HEIGHT_MIN);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            checkout.askToClose();
        });
        stage.focusedProperty().addListener((_, _, focused) -> {
            if (focused) checkout.focus();
        });
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMaximized(screen.getWidth() <= WIDTH || screen.getHeight() <= HEIGHT);
        stage.show();
        customer = customer();
        checkout.focus();
    }

    private Chimes chimes(SnapshotFeed feed) {
        Chimes made = Chimes.atVolume(till.settings().window().soundVolume(), feed.newest());
        feed.showOn(made::sees);
        return made;
    }

    private Practice practice() {
        return new Practice(new Practice.Needs(
                till.catalog(),
                till.settings().scale().rules().isEmpty(),
                till::receipts,
                till.clock().wall(),
                till.practiceAddress(),
                till.printing().practicePrinter(),
                helpers.language(),
                helpers.feed().newest(),
                helpers.faults()));
    }

    private void join(Practice desk) {
        desk.codesGoTo(checkout.codes());
        desk.keysFrom(stage);
        helpers.feed().showOn(desk::sees);
        checkout.language().addListener((_, _, now) -> desk.speak(now));
    }

    /** The customer's window, which may never be shown. */
    private CustomerDisplay customer() {
        CustomerDisplay display = CustomerDisplay.open(
                stage,
                till.settings().window().customerDisplay(),
                new CustomerDisplay.Shows(
                        till.settings().shop().name(),
                        helpers.language(),
                        () -> System.nanoTime() / 1_000_000,
                        helpers.feed().newest()));
        helpers.feed().showOn(display::sees);
        checkout.language().addListener((_, _, now) -> display.speak(now));
        return display;
    }

    private Counter counter(Helpers helpers) {
        ScanDesk desk = new ScanDesk(
                till.scanReader(),
                till.catalog(),
                till.settings().limits().askAbove(),
                helpers.language(),
                () -> System.nanoTime() / 1_000_000);
        String branch = till.settings().shop().branch();
        String name = till.settings().shop().name();
        return new Counter(
                till.register(),
                helpers.feed(),
                desk,
                till.catalog(),
                till.shop(),
                branch.isEmpty() ? name : name + " " + branch,
                () -> new Counter.Trading(
                        till.trade().isOpen(), till.trade().closedBecause().orElse(null)),
                till.clock().wall(),
                helpers.monotonicMs(),
                helpers.faults(),
                chimes,
                practice == null ? null : practice.annex(),
                this::notices,
                this::keep,
                this::close);
    }

    /** Where there are no settings yet, in practice, they are begun. */
    private boolean keep(Locale language, Look look) {
        SettingsFile file = new SettingsFile(till.folder().settings(), till.mode());
        Map<Field, String> chosen = Map.of(
                Field.LANGUAGE, language.getLanguage().equals("zh") ? "zh-CN" : "en", Field.WINDOW_THEME, look.word());
        return file.change(chosen) instanceof SettingsFile.Change.Saved;
    }

    private List<Counter.Told> notices() {
        return till.notices().stream()
                .map(notice -> new Counter.Told(notice.code(), notice.code().equals(READ_ONLY), notice::sentence))
                .toList();
    }

    /** The checkout in it. */
    public Checkout checkout() {
        return checkout;
    }

    /** Says goodbye to the journal, and goes once that is durable. */
    private void close() {
        till.register().want(new Intent.CloseRegister(), said -> {
            if (said instanceof Reply.Done done) FxBridge.later(() -> gone(done));
            else FxBridge.later(checkout::didNotClose);
        });
    }

    /** Takes the window down and leaves the register as it is. */
    public void leave() {
        wedge.end();
        checkout.close();
        chimes.close();
        if (practice != null) practice.close();
        if (customer != null) customer.close();
        stage.hide();
    }

    /** The window itself. */
    public Stage stage() {
        return stage;
    }

    private void gone(Reply.Done done) {
        leave();
        closed.accept(done);
    }
}
