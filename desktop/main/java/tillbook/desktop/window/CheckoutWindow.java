package tillbook.desktop.window;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.checkout.screen.Checkout;
import tillbook.desktop.checkout.screen.Counter;
import tillbook.desktop.checkout.screen.SnapshotFeed;
import tillbook.desktop.customer.CustomerDisplay;
import tillbook.desktop.diagnosis.OpensFiles;
import tillbook.desktop.diagnosis.Start;
import tillbook.desktop.diagnosis.screen.Clinic;
import tillbook.desktop.diagnosis.screen.Next;
import tillbook.desktop.diagnosis.screen.Wizard;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.journal.screen.Journal;
import tillbook.desktop.journal.screen.Ledger;
import tillbook.desktop.practice.Practice;
import tillbook.desktop.printing.PrintDesk;
import tillbook.desktop.sound.Chimes;
import tillbook.desktop.sound.Device;
import tillbook.desktop.till.Till;
import tillbook.desktop.trouble.Troubles;
import tillbook.printing.engine.PrintOutcome;
import tillbook.receipt.Receipt;
import tillbook.receipt.Receipts;
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

    private final FirstWindow first;
    private final Stage stage;
    private final Till till;
    private final Chimes chimes;
    private final Helpers helpers;
    private final Optional<Troubles> troubles;
    private final @Nullable Practice practice;
    private @Nullable CustomerDisplay customer;
    private final Checkout checkout;
    private final Consumer<Reply.Done> closed;
    private @Nullable Journal journal;
    private @Nullable Wizard wizard;

    /**
     * What a window needs besides the register.
     *
     * @param feed the register's listener
     * @param language it opens in
     * @param monotonicMs the clock of {@code feed}
     * @param nanos the clock by which a scanner is told from a person
     * @param sound where sounds are heard
     * @param files opens the settings for a person
     * @param closed the register was closed in good order and the window is gone; called on the drawing thread
     */
    public record Helpers(
            SnapshotFeed feed,
            Locale language,
            Theme theme,
            LongSupplier monotonicMs,
            LongSupplier nanos,
            RegisterThread.Faults faults,
            Device sound,
            OpensFiles files,
            Consumer<Reply.Done> closed) {}

    private CheckoutWindow(FirstWindow first, Till till, Helpers helpers) {
        this.first = first;
        this.stage = first.stage();
        this.till = till;
        this.helpers = helpers;
        this.closed = helpers.closed();
        this.chimes = chimes(helpers.feed());
        this.troubles = Troubles.of(till);
        this.practice = till.mode() == Mode.PRACTICE ? practice() : null;
        this.checkout =
                new Checkout(counter(helpers), helpers.theme(), helpers.language(), first.scan(), helpers.nanos());
        if (practice != null) join(practice);
        till.devices().scansGoTo(scan -> FxBridge.later(() -> first.scanned(scan.asRead())));
    }

    /** Opens it. */
    public static CheckoutWindow open(Stage stage, Till till, Helpers helpers) {
        return open(new FirstWindow(stage, helpers.theme(), helpers.nanos()), till, helpers);
    }

    /** Opens it in the window that may be on the screen already, and serves what was scanned there. */
    static CheckoutWindow open(FirstWindow first, Till till, Helpers helpers) {
        CheckoutWindow window = new CheckoutWindow(first, till, helpers);
        window.show();
        return window;
    }

    private void show() {
        checkout.root().subscribe(root -> {
            if (journal == null && wizard == null) first.stands(root);
        });
        customer = customer();
        helpers.feed().showOn(_ -> {
            if (journal != null) journal.moved();
            if (wizard != null) wizard.moved();
        });
        first.serves(checkout);
    }

    private Chimes chimes(SnapshotFeed feed) {
        Chimes made = new Chimes(till.settings().window().soundVolume(), feed.newest(), helpers.sound());
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
                troubles,
                helpers.language(),
                helpers.feed().newest(),
                helpers.faults()));
    }

    private void join(Practice desk) {
        // What is touched is held before the practice scanner, so that its troubles are met.
        desk.codesGoTo(troubles.map(Troubles::scanner).orElseGet(checkout::codes));
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
        checkout.dismissed().addListener((_, _, now) -> display.dismisses(now));
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
                machines(),
                practice == null ? null : practice.annex(),
                this::notices,
                this::keep,
                this::openJournal,
                this::openWizard,
                this::close);
    }

    private Counter.Machines machines() {
        Receipts receipts = till.receipts(helpers.language());
        return new Counter.Machines(
                () -> till.printing().desk().map(PrintDesk::seen),
                this::testPage,
                receipt -> receipts.of(receipt, till.sales().of(receipt))
                        .filter(known -> known.kind() == Receipt.Kind.SALE)
                        .map(known -> new Counter.PaidSale(known, till.sales().copies(receipt))),
                () -> till.devices().scanner(),
                () -> till.devices().found(),
                this::usePrinter);
    }

    /** From the next opening on. */
    private boolean usePrinter(String address) {
        SettingsFile file = new SettingsFile(till.folder().settings(), till.mode());
        Map<Field, String> chosen = Map.of(Field.PRINTER_ADDRESS, address, Field.PRINTER_ENABLED, "true");
        return file.change(chosen) instanceof SettingsFile.Change.Saved;
    }

    private CompletableFuture<PrintOutcome> testPage() {
        return till.testPage(helpers.language()).orElseThrow();
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

    // The journal.

    private void openJournal() {
        if (journal != null || wizard != null) return;
        Journal opened = new Journal(
                Ledger.of(till, helpers.faults()), checkout.language().get(), this::closeJournal);
        journal = opened;
        first.stands(opened.root());
        first.hosts(new FirstWindow.Guest() {
            @Override
            public void scanned(String code) {
                opened.scanned(code);
            }

            @Override
            public TextInputControl home() {
                return opened.home();
            }

            @Override
            public void focus() {
                opened.focus();
            }

            @Override
            public void leaves() {
                closeJournal();
            }
        });
    }

    /** The checkout again, as it was left, or with what became of it meanwhile. */
    private void closeJournal() {
        if (journal == null) return;
        journal.close();
        journal = null;
        first.stands(checkout.root().get());
        first.hosts(null);
    }

    // The wizard.

    private void openWizard(Start start) {
        if (journal != null || wizard != null) return;
        Clinic clinic = Clinic.of(till, helpers.files(), helpers.faults());
        Wizard opened = new Wizard(clinic, checkout.language().get(), start, this::leaveWizard);
        wizard = opened;
        first.stands(opened.root());
        first.hosts(new FirstWindow.Guest() {
            // Whoever scans goes on selling: the goods are on the counter, and no scan is lost.
            @Override
            public void scanned(String code) {
                opened.leave();
                first.scanned(code);
            }

            @Override
            public @Nullable TextInputControl home() {
                return null;
            }

            @Override
            public void focus() {
                opened.focus();
            }

            @Override
            public void leaves() {
                opened.leave();
            }
        });
    }

    private void leaveWizard(Next next) {
        if (wizard == null) return;
        wizard.close();
        wizard = null;
        first.stands(checkout.root().get());
        first.hosts(null);
        switch (next) {
            case CHECKOUT -> {}
            case PAYMENTS -> checkout.openPayments();
            case VOUCHERS -> checkout.openVouchers();
            case PRINTER -> checkout.openPrinter();
        }
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
        if (journal != null) journal.close();
        if (wizard != null) wizard.close();
        checkout.close();
        chimes.close();
        if (practice != null) practice.close();
        if (customer != null) customer.close();
        first.leave();
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
