package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.Step;
import tillbook.desktop.checkout.Trouble;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.payment.AttemptState;
import tillbook.register.Attempt;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.register.Reply;
import tillbook.register.SaleState;
import tillbook.sale.Basket;
import tillbook.sale.Line;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * What the checkout does: pictures of the register come in, the model is filled; what a person does goes out as an intent.
 * Knows no control and decides nothing about money. Owned by the drawing thread.
 */
final class CheckoutInteractor implements Does, AutoCloseable {
    private final CheckoutModel model;
    private final Counter counter;
    private final Theme theme;
    private final DeskThread desk;
    private Words words;
    private Snapshot snapshot;
    private Asking asking = new Asking.Nothing();
    private @Nullable ReceiptNumber dismissed;
    private @Nullable Trouble trouble;
    private @Nullable Sentence sentence;
    /** The number of the line that was chosen by hand, 0 for the newest. */
    private int current;

    private long scannedAt;

    /** Why the register did not do what was wanted, as a row. */
    private record Sentence(String text, String code) {}

    CheckoutInteractor(CheckoutModel model, Counter counter, Theme theme) {
        this.model = model;
        this.counter = counter;
        this.theme = theme;
        this.words = new Words(model.language.get(), counter.shop().zone());
        this.snapshot = Snapshot.of(counter.register().state());
        this.desk =
                new DeskThread(counter.register(), counter.desk(), counter.catalog(), counter.faults(), this::heard);
    }

    /** Begins to show the register. */
    void begin() {
        draw();
        counter.feed().showOn(this::sees);
    }

    // What comes from the register.

    private void sees(Snapshot now) {
        Snapshot before = snapshot;
        snapshot = now;
        if (now.lastPaid() != null && !now.lastPaid().equals(before.lastPaid())) paid(now.lastPaid());
        if (livingAtCounter(now).isPresent() && livingAtCounter(before).isEmpty()) asking = new Asking.Nothing();
        if (!now.state().basket().equals(before.state().basket()))
            basketChanged(before.state().basket(), now.state().basket());
        draw();
    }

    private void paid(JournalEntry entry) {
        desk.saw(entry, snapshot.state());
        if (((TenderPaid) entry.event()).receipt().equals(snapshot.state().atCounter())) asking = new Asking.Nothing();
    }

    private static Optional<Attempt> livingAtCounter(Snapshot of) {
        return of.state().saleAtCounter().flatMap(SaleState::living);
    }

    private void basketChanged(Basket before, Basket now) {
        model.lastScan.set(newest(before, now)
                .map(this::lastScan)
                .orElseGet(() -> now.isEmpty() ? CheckoutModel.LastScan.NONE : model.lastScan.get()));
        current = 0;
    }

    /** The line that is new or changed. */
    private static Optional<Line> newest(Basket before, Basket now) {
        return now.lines().reversed().stream()
                .filter(line -> !before.lines().contains(line) || before.number() != now.number())
                .findFirst();
    }

    private CheckoutModel.LastScan lastScan(Line line) {
        return new CheckoutModel.LastScan(
                line.name(), "× " + line.quantity().text(), line.amount().toString());
    }

    /** Something came of what a person did. */
    private void heard(Outcome outcome) {
        counter.sounds().heard(outcome.manner());
        switch (outcome) {
            case Outcome.Stepped(Step step) -> stepped(step);
            case Outcome.Replied(Intent intent, Reply.Done _) -> done(intent);
            case Outcome.Replied(Intent intent, Reply.Refused refused) -> refused(intent, refused);
            case Outcome.NoReply _ -> says(words.text("no-reply"), FaultCode.SLOW);
            case Outcome.Fault(String code) -> says(words.text("program-fault", code), "");
            case Outcome.Found(String query, List<Good> goods) -> found(query, goods);
        }
        draw();
    }

    private void stepped(Step step) {
        sentence = null;
        switch (step) {
            case Step.Wants _ -> {}
            case Step.Opens(ReceiptNumber receipt) -> opens(receipt);
            case Step.AsksAmount asks -> asking = new Asking.LargeAmount(asks);
            case Step.AsksMeaning asks -> asking = new Asking.Meaning(asks);
            case Step.Explains(Trouble why) -> explained(why);
        }
    }

    private void explained(Trouble why) {
        trouble = why;
        model.spoken.set(words.trouble(why));
        if (why instanceof Trouble.NeedsWeight(Good good)) asking = new Asking.Weight(good);
        List<Good> near = Words.near(why);
        if (!near.isEmpty()) asking = new Asking.Find(typed(why), near, true);
    }

    private static String typed(Trouble why) {
        return switch (why) {
            case Trouble.UnknownGoods unknown -> unknown.code();
            case Trouble.NotACode no -> no.shown();
            default -> "";
        };
    }

    private void opens(ReceiptNumber receipt) {
        asking = new Asking.OneSale(receipt);
        if (snapshot.state().sale(receipt).isEmpty()) {
            asking = new Asking.Nothing();
            says(voucherSentence(receipt), "");
        }
    }

    private String voucherSentence(ReceiptNumber receipt) {
        boolean owed = snapshot.state().owed().of(receipt).isPresent();
        return words.text(owed ? "receipt.owed" : "receipt.at-rest", receipt);
    }

    private void done(Intent intent) {
        trouble = null;
        sentence = null;
        switch (intent) {
            case Intent.AddGoods _ -> {
                if (asking instanceof Asking.Find || asking instanceof Asking.Weight) asking = new Asking.Nothing();
            }
            case Intent.SettleVoucher _ -> {}
            default -> asking = new Asking.Nothing();
        }
    }

    private void refused(Intent intent, Reply.Refused refused) {
        if (intent instanceof Intent.AddGoods || intent instanceof Intent.PayByCode) {
            says(
                    words.refusal(refused),
                    Optional.ofNullable(FaultCode.of(refused.reason())).orElse(""));
        } else {
            asking = new Asking.Refused(refused);
        }
    }

    private void says(String text, String code) {
        trouble = null;
        sentence = new Sentence(text, code);
        model.spoken.set(text);
    }

    private void found(String query, List<Good> goods) {
        if (asking instanceof Asking.Find find && find.query().equals(query))
            asking = new Asking.Find(query, goods, true);
    }

    // What a person does.

    /** A scanner typed this. */
    void wedge(String code) {
        scannedAt = counter.wall().millis();
        desk.scanned(code);
    }

    /** A code or name typed by hand, or the number of a choice; nothing means Enter alone. */
    void typed(String text) {
        String plain = text.strip();
        boolean choice = plain.isEmpty() ? key("Enter") : plain.length() == 1 && key(plain);
        if (!choice && !plain.isEmpty()) desk.scanned(plain);
    }

    /** Does what the key is for now; false if it is for nothing. */
    boolean key(String name) {
        for (Choice choice : model.panel.get().choices()) {
            if (choice.key().equals(name) && !name.isEmpty()) {
                if (choice.enabled()) choice.action().run();
                return true;
            }
        }
        return switch (name) {
            case "F2" -> did(this::find);
            case "F3" -> did(this::quantity);
            case "F9" -> did(() -> open(new Asking.More()));
            case "F11" -> did(this::payCash);
            case "F12" -> did(this::payByScan);
            case "Del" -> did(this::voidLine);
            case "Up" -> did(() -> moves(-1));
            case "Down" -> did(() -> moves(1));
            default -> false;
        };
    }

    private static boolean did(Runnable what) {
        what.run();
        return true;
    }

    private void moves(int by) {
        List<Line> lines = snapshot.state().basket().lines();
        if (lines.isEmpty()) return;
        choose(Math.clamp(model.current.get() + by, 0, lines.size() - 1));
    }

    /** The line at this place is what keys act upon. */
    void choose(int place) {
        if (place < 0 || place >= model.rows.size()) return;
        if (model.rows.get(place) instanceof Row.Goods goods) {
            current = goods.line();
            model.current.set(place);
        }
    }

    @Override
    public void wants(Intent intent) {
        desk.wants(intent);
    }

    @Override
    public void open(Asking what) {
        asking = what;
        draw();
    }

    @Override
    public void back() {
        if (asking instanceof Asking.LargeAmount || asking instanceof Asking.Meaning) desk.denied();
        open(new Asking.Nothing());
    }

    @Override
    public void nextCustomer() {
        dismissed = snapshot.state().atCounter();
        trouble = null;
        sentence = null;
        model.lastScan.set(CheckoutModel.LastScan.NONE);
        open(new Asking.Nothing());
    }

    @Override
    public void payByScan() {
        if (isSomethingDue()) open(new Asking.PaymentCode());
        else nothingDue();
    }

    @Override
    public void payCash() {
        if (isSomethingDue()) open(new Asking.Cash());
        else nothingDue();
    }

    private boolean isSomethingDue() {
        Sight sight = sight();
        return !sight.basket().isEmpty()
                || sight.frozenAtCounter()
                        .filter(sale -> sale.living().isEmpty())
                        .isPresent();
    }

    private void nothingDue() {
        says(words.text("nothing-due"), "OPR-NOT-SUBMITTED");
        draw();
    }

    @Override
    public void find() {
        open(new Asking.Find("", List.of(), false));
    }

    @Override
    public void search(String query) {
        if (!(asking instanceof Asking.Find find) || find.query().equals(query)) return;
        asking = new Asking.Find(query, query.isBlank() ? List.of() : find.goods(), false);
        if (!query.isBlank()) desk.find(query);
        draw();
    }

    @Override
    public void quantity() {
        currentLine().ifPresent(line -> open(new Asking.LineQuantity(line)));
    }

    @Override
    public void voidLine() {
        currentLine().ifPresent(line -> wants(new Intent.VoidLine(line)));
    }

    private Optional<Integer> currentLine() {
        List<Line> lines = snapshot.state().basket().lines();
        if (lines.isEmpty()) return Optional.empty();
        boolean chosen = lines.stream().anyMatch(line -> line.number() == current);
        return Optional.of(chosen ? current : newestLine(lines));
    }

    private int newestLine(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.name().equals(model.lastScan.get().name()))
                .reduce((_, last) -> last)
                .orElse(lines.getLast())
                .number();
    }

    @Override
    public void take(Good good) {
        if (good.weighed()) open(new Asking.Weight(good));
        else desk.scanned(good.code());
    }

    @Override
    public void takeByHand(String code, Quantity quantity) {
        desk.byHand(code, quantity);
    }

    @Override
    public void confirmAmount() {
        asking = new Asking.Nothing();
        desk.confirmed();
    }

    @Override
    public void chooseMeaning(int number) {
        asking = new Asking.Nothing();
        desk.chosen(number);
    }

    @Override
    public void deny() {
        desk.denied();
        open(new Asking.Nothing());
    }

    @Override
    public void otherLanguage() {
        boolean chinese = words.language().getLanguage().equals("zh");
        speak(chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    void speak(Locale language) {
        words = new Words(language, counter.shop().zone());
        draw();
        model.language.set(language);
    }

    @Override
    public void otherLook() {
        theme.look().set(theme.look().get().other());
        draw();
    }

    @Override
    public void playSounds() {
        counter.sounds().playAll();
    }

    @Override
    public void closeRegister() {
        open(new Asking.Closing());
    }

    @Override
    public void closeNow() {
        counter.wantsToClose().run();
    }

    void didNotClose() {
        asking = new Asking.Nothing();
        says(words.text("closing.failed"), FaultCode.JOURNAL);
        draw();
    }

    /** Time passed: the clock, ages and countdowns. */
    void tick() {
        draw();
    }

    // Filling the model.

    private Sight sight() {
        return new Sight(
                snapshot,
                words,
                counter.shop(),
                counter.monotonicMs().getAsLong(),
                counter.wall().millis(),
                theme.look().get() == Look.DARK);
    }

    private void draw() {
        Sight sight = sight();
        List<Light> lights = lights(sight);
        drawHead(sight, lights);
        drawRows(sight);
        drawPanel(sight, lights);
        drawTray(sight);
    }

    private List<Light> lights(Sight sight) {
        Counter.Trading trading = counter.seen().get();
        Lights.Seen seen = new Lights.Seen(
                trading.open(),
                Optional.ofNullable(trading.closedBecause()),
                counter.register().isBroken(),
                scannedAt);
        return new Lights(sight, seen).all();
    }

    private void drawHead(Sight sight, List<Light> lights) {
        String cashier = sight.state().cashier().isEmpty()
                ? counter.shop().cashier()
                : sight.state().cashier();
        model.head.set(new CheckoutModel.Head(
                counter.shopName(),
                words.text("register", counter.shop().register()),
                words.text("cashier", cashier),
                words.clock(counter.wall().instant()),
                counter.shop().practice() ? words.text("practice") : "",
                lights));
    }

    private void drawRows(Sight sight) {
        List<Row> rows = new ArrayList<>();
        List<Line> lines = linesAtCounter(sight);
        for (int i = 0; i < lines.size(); i++) rows.add(row(lines.get(i), i + 1));
        int chosen = currentLine().map(number -> placeOf(number, lines)).orElse(-1);
        if (trouble != null) {
            String code = FaultCode.of(trouble);
            rows.add(new Row.Refused(words.trouble(trouble), code == null ? "" : code));
        } else if (sentence != null) {
            rows.add(new Row.Refused(sentence.text(), sentence.code()));
        }
        if (!model.rows.equals(rows)) model.rows.setAll(rows);
        model.current.set(chosen);
    }

    private static int placeOf(int number, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).number() == number) return i;
        return -1;
    }

    /** The basket; while it is empty, the sale at the counter, until the next customer. */
    private List<Line> linesAtCounter(Sight sight) {
        RegisterState state = sight.state();
        if (!state.basket().isEmpty()
                || state.atCounter() == null
                || state.atCounter().equals(dismissed)) return state.basket().lines();
        Sale frozen = snapshot.lastFrozen();
        if (frozen != null && frozen.number().equals(state.atCounter())) return frozen.lines();
        return state.saleAtCounter().map(sale -> sale.sale().lines()).orElse(List.of());
    }

    private static Row row(Line line, int place) {
        return new Row.Goods(
                line.number(),
                place,
                line.name(),
                line.code(),
                line.unitPrice().yuan() + (isPiece(line) ? "" : "/" + line.unit()),
                line.quantity().text(),
                line.discount().isZero() ? "" : "-" + line.discount().yuan(),
                line.amount().yuan());
    }

    private static boolean isPiece(Line line) {
        return line.quantity().thousandths() % 1_000 == 0;
    }

    private void drawPanel(Sight sight, List<Light> lights) {
        Optional<Panel> asked = new AskingPanels(sight, this).of(asking, lights);
        if (asked.isEmpty()) asking = new Asking.Nothing();
        model.panel.set(asked.orElseGet(() -> standing(sight)));
    }

    /** Where things stand while nothing is asked. */
    private Panel standing(Sight sight) {
        PaymentPanels payments = new PaymentPanels(sight, this);
        RegisterState state = sight.state();
        boolean next = !state.basket().isEmpty()
                || state.atCounter() == null
                || state.atCounter().equals(dismissed);
        if (next) return new SellingPanels(sight, this).selling();
        Optional<SaleState> frozen = sight.frozenAtCounter();
        if (frozen.isPresent()) return payments.unpaid(frozen.get());
        JournalEntry entry = snapshot.lastPaid();
        return entry != null
                        && entry.event() instanceof TenderPaid paid
                        && paid.receipt().equals(state.atCounter())
                ? payments.paid(entry, paid)
                : new SellingPanels(sight, this).selling();
    }

    private void drawTray(Sight sight) {
        List<Chip> left = new ArrayList<>();
        List<Attempt> open = sight.state().openAttempts().toList();
        if (!open.isEmpty()) left.add(attempts(sight, open));
        long unpaid = OpenPanels.unpaidSales(sight).count();
        if (unpaid > 0)
            left.add(new Chip(
                    "tray-unpaid", Tone.WARN, "!", words.text("tray.unpaid", unpaid), () -> open(new Asking.Unpaid())));
        long owed = sight.state().owed().count();
        if (owed > 0)
            left.add(new Chip(
                    "tray-vouchers", Tone.BAD, "▤", words.text("tray.owed", owed), () -> open(new Asking.Vouchers())));
        model.trayLeft.set(left);
        model.trayRight.set(List.of());
    }

    private Chip attempts(Sight sight, List<Attempt> open) {
        Attempt oldest = open.getFirst();
        long ageMs = oldest.sendingAt() == 0 ? 0 : sight.wallMs() - oldest.sendingAt();
        boolean person = open.stream()
                .anyMatch(attempt ->
                        attempt.state() == AttemptState.ANOMALY || attempt.state() == AttemptState.NEEDS_PERSON);
        String label = words.text(
                open.size() == 1 ? "tray.one" : "tray.many",
                open.size(),
                oldest.facts().amount(),
                words.age(ageMs));
        return new Chip(
                "tray-attempts",
                person ? Tone.BAD : Tone.WARN,
                person ? "!" : "◔",
                label,
                () -> open(new Asking.OpenAttempts()));
    }

    @Override
    public void close() {
        desk.close();
    }
}
