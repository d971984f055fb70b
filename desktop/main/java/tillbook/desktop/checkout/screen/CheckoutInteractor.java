package tillbook.desktop.checkout.screen;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.Step;
import tillbook.desktop.checkout.Trouble;
import tillbook.desktop.diagnosis.Start;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.diagnosis.cause.Symptom;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.printing.engine.PrintOutcome;
import tillbook.printing.engine.PrintWording;
import tillbook.register.Attempt;
import tillbook.register.Intent;
import tillbook.register.Refusal;
import tillbook.register.Reply;
import tillbook.register.SaleState;
import tillbook.sale.Basket;
import tillbook.sale.Line;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;

/**
 * What the checkout does: pictures of the register come in, the model is filled; what a person does goes out as an intent.
 * Knows no control and decides nothing about money. Owned by the drawing thread.
 */
final class CheckoutInteractor implements Hands, AutoCloseable {
    private final CheckoutModel model;
    private final Counter counter;
    private final Theme theme;
    private final DeskThread desk;
    private Words words;
    private Snapshot snapshot;
    private Standing standing = Standing.START;
    /** The line that was scanned or changed last. */
    private int touched;

    private final Set<Integer> understood = new HashSet<>();
    private final Wishes wishes = new Wishes();
    private Wishes.@Nullable Wish wish;

    CheckoutInteractor(CheckoutModel model, Counter counter, Theme theme) {
        this.model = model;
        this.counter = counter;
        this.theme = theme;
        this.words = new Words(model.language.get(), counter.shop().zone());
        this.snapshot = Snapshot.of(counter.register().state());
        this.desk =
                new DeskThread(counter.register(), counter.desk(), counter.catalog(), counter.faults(), this::hears);
    }

    /** Begins to show the register. */
    void begin() {
        basketChanged(Basket.empty(0), snapshot.state().basket());
        draw();
        counter.feed().showOn(this::sees);
    }

    // What comes from the register.

    private void sees(Snapshot now) {
        Snapshot before = snapshot;
        snapshot = now;
        JournalEntry paid = now.lastPaid();
        if (paid != null && !paid.equals(before.lastPaid())) paid(paid, (TenderPaid) paid.event());
        // A sale that left the counter and comes back, recalled, is somebody's again.
        ReceiptNumber done = standing.dismissed();
        if (done != null && !done.equals(now.state().atCounter())) standing = standing.dismissing(null);
        before.state().openAttempts().forEach(this::endedAside);
        if (livingAtCounter(now).isPresent() && livingAtCounter(before).isEmpty()) standing = standing.nothingAsked();
        if (!now.state().basket().equals(before.state().basket()))
            basketChanged(before.state().basket(), now.state().basket());
        draw();
    }

    private static Optional<Attempt> livingAtCounter(Snapshot of) {
        return of.state().saleAtCounter().flatMap(SaleState::living);
    }

    private boolean isShown(ReceiptNumber receipt) {
        return receipt.equals(snapshot.state().atCounter()) && !receipt.equals(standing.dismissed());
    }

    private void paid(JournalEntry entry, TenderPaid tender) {
        desk.saw(entry, snapshot.state());
        if (isShown(tender.receipt())) standing = standing.nothingAsked();
        else says(Tone.OK, "", "aside.paid", tender.amount(), tender.receipt());
    }

    /** A payment that was put aside ended without money: its sale waits in the tray, and that is said. */
    private void endedAside(Attempt was) {
        ReceiptNumber receipt = was.facts().receipt();
        boolean ended = snapshot.state()
                .attempt(was.order())
                .filter(now -> now.state().isFinal())
                .isPresent();
        if (ended && !isShown(receipt))
            says(Tone.WARN, "", "aside.not-paid", was.facts().amount(), receipt);
    }

    private void basketChanged(Basket before, Basket now) {
        Optional<Line> newest = newest(before, now);
        if (newest.isPresent()) {
            touched = newest.get().number();
            standing = standing.at(touched);
        } else if (now.line(standing.line()).isEmpty() && !now.isEmpty())
            standing = standing.at(now.lines().getLast().number());
        model.lastScan.set(now.line(touched).map(CheckoutInteractor::lastScan).orElse(CheckoutModel.LastScan.NONE));
    }

    /** The line that is new or changed. Its share of the basket's discount changes with any other line, and is none of its own. */
    private static Optional<Line> newest(Basket before, Basket now) {
        if (before.number() != now.number())
            return now.lines().reversed().stream().findFirst();
        List<Line> known =
                before.lines().stream().map(CheckoutInteractor::goods).toList();
        return now.lines().reversed().stream()
                .filter(line -> !known.contains(goods(line)))
                .findFirst();
    }

    private static Line goods(Line line) {
        return line.withDiscount(Money.ZERO);
    }

    private static CheckoutModel.LastScan lastScan(Line line) {
        return new CheckoutModel.LastScan(
                line.name(), "× " + line.quantity().text(), line.amount().toString());
    }

    // What came of something a person did.

    /**
     * What there was when something was asked of the desk.
     *
     * @param open what was open
     * @param paid the newest payment
     * @param wish null unless it was asked of the register itself
     */
    private record Asked(Asking open, @Nullable JournalEntry paid, Wishes.@Nullable Wish wish) {}

    /** Whoever waits for an answer remembers what there was when it was asked for. */
    private Consumer<Outcome> hears() {
        Asked asked = new Asked(standing.asking(), snapshot.lastPaid(), wish);
        return outcome -> {
            if (asked.wish() != null) wishes.ends(asked.wish());
            heard(asked, outcome);
        };
    }

    /** Whether there is something newer on the screen than what an answer belongs to. */
    private boolean isLate(Asked asked) {
        return !standing.asking().equals(asked.open()) || !Objects.equals(snapshot.lastPaid(), asked.paid());
    }

    private void heard(Asked asked, Outcome outcome) {
        counter.sounds().heard(outcome.manner());
        switch (outcome) {
            case Outcome.Stepped(Step step) -> stepped(asked, step);
            case Outcome.Replied(Intent intent, Reply.Done _) -> done(asked.open(), intent);
            case Outcome.Replied(Intent intent, Reply.Refused refused) -> refused(asked, intent, refused);
            case Outcome.NotKept _ -> says(Tone.WARN, "", "not-kept");
            case Outcome.NoReply _ -> says(Tone.BAD, FaultCode.SLOW, "no-reply");
            case Outcome.Fault(String code) -> says(Tone.BAD, "", "program-fault", code);
            case Outcome.Found(String query, List<Good> goods) -> found(query, goods);
            case Outcome.Paid(ReceiptNumber receipt, Optional<Counter.PaidSale> paid) -> opened(asked, receipt, paid);
        }
        draw();
    }

    private void stepped(Asked asked, Step step) {
        standing = standing.saying(null);
        switch (step) {
            case Step.Wants _ -> {}
            case Step.Opens(ReceiptNumber receipt) -> opens(asked, receipt);
            case Step.AsksAmount asks -> standing = standing.asking(new Asking.LargeAmount(asks));
            case Step.AsksMeaning asks -> standing = standing.asking(new Asking.Meaning(asks));
            case Step.Explains(Trouble why) -> explained(asked, why);
        }
    }

    private void explained(Asked asked, Trouble why) {
        standing = standing.saying(new Standing.Remark.Of(why));
        model.spoken.set(words.trouble(why));
        if (why instanceof Trouble.KnownAlready && standing.asking() instanceof Asking.NewGoods)
            standing = standing.nothingAsked();
        if (why instanceof Trouble.NeedsWeight(Good good)) standing = standing.asking(weight(good));
        List<Good> near = why.proposed();
        if (!near.isEmpty() && !isLate(asked)) standing = standing.asking(new Asking.Find(typed(why), near, true));
    }

    /** The weight that is being typed stays that of the goods it was asked for. */
    private Asking weight(Good good) {
        return standing.asking() instanceof Asking.Weight asked ? asked.and(good) : new Asking.Weight(good);
    }

    private static String typed(Trouble why) {
        return switch (why) {
            case Trouble.UnknownGoods unknown -> unknown.code();
            case Trouble.NotACode no -> no.shown();
            default -> "";
        };
    }

    private void opens(Asked asked, ReceiptNumber receipt) {
        if (isLate(asked)) says(Tone.PLAIN, "", "receipt.once-more", receipt);
        else if (snapshot.state().sale(receipt).isPresent()) standing = standing.asking(new Asking.OneSale(receipt));
        else desk.opens(receipt, counter.machines().paid());
    }

    private void opened(Asked asked, ReceiptNumber receipt, Optional<Counter.PaidSale> paid) {
        if (paid.isPresent() && isLate(asked)) says(Tone.PLAIN, "", "receipt.once-more", receipt);
        else if (paid.isPresent())
            standing = standing.asking(
                    new Asking.PaidSale(paid.get().receipt(), paid.get().copies()));
        else says(Tone.WARN, "", "receipt.at-rest", receipt);
    }

    /** What a person opened while the answer was on its way stays: it belongs to what she does next. */
    private void done(Asking open, Intent intent) {
        standing = standing.saying(null);
        if (intent instanceof Intent.Recall) standing = standing.dismissing(null);
        boolean openedSince = !standing.asking().getClass().equals(open.getClass());
        boolean staysOpen = openedSince
                || isOfPaper(intent)
                || (intent instanceof Intent.AddGoods goods && !isAnsweredBy(standing.asking(), goods));
        if (!staysOpen) standing = standing.nothingAsked();
    }

    private static boolean isOfPaper(Intent intent) {
        return intent instanceof Intent.SettleVoucher
                || intent instanceof Intent.JudgePrint
                || intent instanceof Intent.Print;
    }

    /** The form for goods that nobody knew ends with their line; other goods come beside it. */
    private static boolean isAnsweredBy(Asking asked, Intent.AddGoods goods) {
        return asked instanceof Asking.NewGoods(String code) && goods.code().equals(code);
    }

    /** A refusal that nobody can overlook takes the right side, unless something is there that is newer or has to be read. */
    private void refused(Asked asked, Intent intent, Reply.Refused refused) {
        boolean scanned = intent instanceof Intent.AddGoods || intent instanceof Intent.PayByCode;
        boolean recalls = intent instanceof Intent.RecallHeld || intent instanceof Intent.Recall;
        boolean inTheWay = recalls && refused.reason() == Refusal.BASKET_NOT_EMPTY;
        boolean drops = asked.wish() != null && asked.wish().drops();
        boolean beside = scanned || isLate(asked) || isPaidShown();
        if (inTheWay && drops) says(Tone.WARN, "", "held.drop.not-now");
        else if (inTheWay && !beside) standing = standing.asking(new Asking.HoldFirst(intent));
        else if (beside) says(Tone.BAD, orEmpty(FaultCode.of(refused.reason())), "said", words.refusal(refused));
        else standing = standing.asking(new Asking.Refused(refused));
    }

    private static String orEmpty(@Nullable String code) {
        return code == null ? "" : code;
    }

    /** The change that has to be given stands there, or that nothing has to be. */
    private boolean isPaidShown() {
        JournalEntry paid = snapshot.lastPaid();
        return snapshot.state().basket().isEmpty()
                && paid != null
                && paid.event() instanceof TenderPaid tender
                && isShown(tender.receipt());
    }

    private void says(Tone tone, String code, String key, Object... args) {
        standing = standing.saying(new Standing.Remark.Sentence(tone, code, key, List.of(args)));
        model.spoken.set(words.text(key, args));
    }

    private void found(String query, List<Good> goods) {
        if (!(standing.asking() instanceof Asking.Find find) || !find.query().equals(query)) return;
        standing = standing.asking(new Asking.Find(query, goods, true));
        if (find.takes() && !goods.isEmpty()) take(goods.getFirst());
    }

    // What a person does.

    /** A scanner typed this. */
    void wedge(String code) {
        standing = standing.scanned(counter.wall().millis());
        scanned(code);
    }

    private void scanned(String code) {
        wishes.beginAnew();
        nextOne();
        desk.scanned(code);
    }

    /** What comes now is the next customer's: an unpaid sale that was put aside would otherwise take it as its own. */
    private void nextOne() {
        ReceiptNumber done = standing.dismissed();
        if (done != null && done.equals(snapshot.state().atCounter())) desk.stepsAside(done, words.text("aside.note"));
    }

    @Override
    public void typed(String text) {
        String plain = text.strip();
        boolean choice = plain.isEmpty() ? key("Enter") : plain.length() == 1 && key(plain);
        if (!choice && !plain.isEmpty()) scanned(plain);
    }

    @Override
    public boolean key(String name) {
        for (Choice choice : model.panel.get().choices()) {
            if (choice.key().equals(name) && !name.isEmpty()) {
                if (choice.enabled()) choice.action().run();
                else cannot(choice);
                return true;
            }
        }
        return switch (name) {
            case "Ins" -> did(this::addUnknown);
            case "?", "？" -> did(this::trouble);
            case "F2" -> did(this::find);
            case "F3" -> did(this::quantity);
            case "F4" -> did(this::price);
            case "F5" -> did(this::discount);
            case "F6" -> did(this::hold);
            case "F7" -> did(() -> open(new Asking.Held()));
            case "F9" -> did(() -> open(new Asking.More()));
            case "F10" -> did(this::journal);
            case "F11" -> did(this::payCash);
            case "F12" -> did(this::payByScan);
            case "Del" -> did(this::voidLine);
            case "Esc" -> !(standing.asking() instanceof Asking.Nothing) && did(this::back);
            case "Up" -> did(() -> moves(-1));
            case "Down" -> did(() -> moves(1));
            default -> false;
        };
    }

    private static boolean did(Runnable what) {
        what.run();
        return true;
    }

    /** A key whose button cannot be pressed says why; where there is nothing to pay, that is a fault of its own. */
    private void cannot(Choice choice) {
        boolean pays = choice.key().equals("F11") || choice.key().equals("F12");
        if (pays && sight().basket().isEmpty() && standing.asking() instanceof Asking.Nothing)
            says(Tone.BAD, "OPR-NOT-SUBMITTED", "nothing-due");
        else if (!choice.why().isEmpty()) says(Tone.WARN, "", "said", choice.why());
        draw();
    }

    private void moves(int by) {
        int last = snapshot.state().basket().lines().size() - 1;
        if (last >= 0) choose(Math.clamp(model.current.get() + by, 0, last));
    }

    @Override
    public void choose(int place) {
        if (place < 0 || place >= model.rows.size()) return;
        if (model.rows.get(place) instanceof Row.Goods goods) {
            standing = standing.at(goods.line());
            draw();
        }
    }

    @Override
    public void wants(Intent intent) {
        once(List.of(intent), () -> desk.wants(intent));
    }

    @Override
    public void wants(Intent first, Intent then) {
        once(List.of(first, then), () -> desk.wants(first, then));
    }

    /** Not while the answer to the same is on its way: the second one would be refused, or done to something else. */
    private void once(List<Intent> intents, Runnable asks) {
        Wishes.Wish now = new Wishes.Wish(standing.asking(), intents);
        if (!wishes.begins(now)) return;
        wish = now;
        asks.run();
        wish = null;
    }

    @Override
    public void open(Asking what) {
        standing = standing.asking(what);
        draw();
    }

    @Override
    public void back() {
        boolean question =
                standing.asking() instanceof Asking.LargeAmount || standing.asking() instanceof Asking.Meaning;
        if (question) desk.denied();
        open(standing.asking().next());
    }

    @Override
    public void nextCustomer() {
        standing = standing.dismissing(snapshot.state().atCounter()).saying(null);
        open(new Asking.Nothing());
    }

    @Override
    public void payByScan() {
        pays(new Asking.PaymentCode());
    }

    @Override
    public void payCash() {
        pays(new Asking.Cash());
    }

    private void pays(Asking how) {
        Sight sight = sight();
        boolean due = !sight.basket().isEmpty()
                || sight.frozenAtCounter()
                        .filter(sale -> sale.living().isEmpty())
                        .isPresent();
        if (!due) says(Tone.BAD, "OPR-NOT-SUBMITTED", "nothing-due");
        open(due ? how : standing.asking());
    }

    @Override
    public void find() {
        open(new Asking.Find("", List.of(), false));
    }

    @Override
    public void search(String query) {
        if (!(standing.asking() instanceof Asking.Find find) || find.query().equals(query)) return;
        if (!query.isBlank()) desk.find(query);
        open(new Asking.Find(query, query.isBlank() ? List.of() : find.goods(), false));
    }

    @Override
    public void takeWhenFound(boolean takes) {
        if (standing.asking() instanceof Asking.Find find && !find.searched())
            standing = standing.asking(new Asking.Find(find.query(), find.goods(), false, takes));
    }

    @Override
    public void quantity() {
        onLine(line -> open(new Asking.LineQuantity(line)));
    }

    @Override
    public void voidLine() {
        onLine(line -> wants(new Intent.VoidLine(line)));
    }

    @Override
    public void price() {
        onLine(line -> open(new Asking.LinePrice(line)));
    }

    @Override
    public void discount() {
        onLine(line -> open(new Asking.Discounting(line, false)));
    }

    /** Something can be done to a line only while there is one. */
    private void onLine(IntConsumer what) {
        currentLine().ifPresentOrElse(what::accept, this::nothingOnCounter);
    }

    private void nothingOnCounter() {
        says(Tone.WARN, "", "nothing-on-counter");
        draw();
    }

    /** An unpaid sale can be held as well as a basket, unless money is under way for it. */
    @Override
    public void hold() {
        boolean something = !sight().basket().isEmpty()
                || sight().frozenAtCounter()
                        .filter(sale -> sale.living().isEmpty())
                        .isPresent();
        if (something) open(new Asking.Hold());
        else nothingOnCounter();
    }

    private void addUnknown() {
        if (standing.remark() instanceof Standing.Remark.Of(Trouble.UnknownGoods unknown))
            open(new Asking.NewGoods(unknown.code()));
    }

    @Override
    public void addNew(String code, String price, String name) {
        nextOne();
        once(List.of(), () -> desk.addNew(code, price, name));
    }

    private Optional<Integer> currentLine() {
        return snapshot.state().basket().line(standing.line()).map(Line::number);
    }

    @Override
    public void take(Good good) {
        if (good.weighed()) {
            open(new Asking.Weight(good));
            return;
        }
        wishes.beginAnew();
        nextOne();
        desk.byHand(good.code(), Quantity.ONE);
        open(new Asking.Nothing());
    }

    @Override
    public void takeByHand(String code, Quantity quantity) {
        wishes.beginAnew();
        nextOne();
        desk.byHand(code, quantity);
        open(standing.asking().next());
    }

    @Override
    public void confirmAmount() {
        desk.confirmed();
        open(new Asking.Nothing());
    }

    @Override
    public void chooseMeaning(int number) {
        desk.chosen(number);
        open(new Asking.Nothing());
    }

    @Override
    public void deny() {
        desk.denied();
        open(new Asking.Nothing());
    }

    // The window itself.

    @Override
    public void otherLanguage() {
        boolean chinese = words.language().getLanguage().equals("zh");
        speak(chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        keep();
    }

    /** The next start knows it. */
    private void keep() {
        Locale language = words.language();
        Look look = theme.look().get();
        desk.keeps(() -> counter.keeps().keep(language, look));
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
        keep();
    }

    @Override
    public void lastReceipt() {
        JournalEntry paid = snapshot.lastPaid();
        if (paid != null && paid.event() instanceof TenderPaid tender)
            desk.opens(tender.receipt(), counter.machines().paid());
    }

    @Override
    public void journal() {
        if (standing.asking() instanceof Asking.More) open(new Asking.Nothing());
        counter.wantsJournal().run();
    }

    @Override
    public void light(Light light) {
        boolean paying = snapshot.state().openAttempts().findAny().isPresent();
        switch (light.id()) {
            case Light.PRINTER -> open(new Asking.PrinterLight());
            case Light.SCANNER -> trouble(Start.at(Symptom.SCAN_DEAD, light.evidence()));
            case Light.JOURNAL -> trouble(Start.at(Symptom.EVERYTHING, light.evidence()));
            default -> trouble(Start.at(paying ? Symptom.STAYS_OPEN : Symptom.NOTHING_SHOWS, light.evidence()));
        }
    }

    @Override
    public void trouble() {
        boolean isBeingChecked = snapshot.state()
                .saleAtCounter()
                .flatMap(SaleState::living)
                .filter(attempt -> attempt.state() == AttemptState.UNKNOWN)
                .isPresent();
        // Of a payment that is being checked before everybody's eyes nobody need say what is seen.
        trouble(isBeingChecked ? Start.at(Symptom.STAYS_OPEN, "") : Start.asking(likely()));
    }

    @Override
    public void trouble(Start start) {
        boolean leadsThere =
                standing.asking() instanceof Asking.More || standing.asking() instanceof Asking.PrinterLight;
        if (leadsThere) open(new Asking.Nothing());
        counter.wantsWizard().accept(start);
    }

    /** What a person who asks now has most likely seen. */
    private Symptom likely() {
        if (snapshot.state().openAttempts().findAny().isPresent()) return Symptom.STAYS_OPEN;
        if (snapshot.state().owed().count() > 0) return Symptom.NO_RECEIPT;
        return standing.remark() instanceof Standing.Remark.Of ? Symptom.SCAN_DEAD : Symptom.NOTHING_SHOWS;
    }

    @Override
    public void testPage() {
        says(Tone.PLAIN, "", "printer.testing");
        open(new Asking.Nothing());
        CompletableFuture<Void> _ = counter.machines().testPage().get().handle((outcome, fault) -> {
            FxBridge.later(() -> tested(outcome, fault));
            return null;
        });
    }

    @Override
    public void usePrinter(String address) {
        says(Tone.OK, "", "printer.chosen", address);
        open(new Asking.Nothing());
        desk.keeps(() -> counter.machines().usePrinter().test(address));
    }

    private void tested(@Nullable PrintOutcome outcome, @Nullable Throwable fault) {
        if (outcome == null)
            says(
                    Tone.BAD,
                    "",
                    "program-fault",
                    counter.faults().note(fault == null ? new IllegalStateException("no outcome") : fault));
        else
            says(
                    outcome instanceof PrintOutcome.Confirmed ? Tone.OK : Tone.WARN,
                    "",
                    "said",
                    new PrintWording(words.language()).of(outcome));
        draw();
    }

    @Override
    public void playSounds() {
        CompletableFuture<Void> _ = counter.sounds().playAll().thenAccept(heard -> FxBridge.later(() -> tried(heard)));
    }

    /** Who hears nothing is told why. */
    private void tried(Sounds.Heard heard) {
        switch (heard) {
            case YES -> {}
            case VOLUME_ZERO -> says(Tone.WARN, "", "sounds.off");
            case NO_DEVICE -> says(Tone.WARN, "", "sounds.no-device");
        }
        draw();
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
        says(Tone.BAD, FaultCode.JOURNAL, "closing.failed");
        open(new Asking.Nothing());
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
                theme.look().get() == Look.DARK,
                standing.dismissed(),
                counter.machines().devices().get());
    }

    @Override
    public void understood(int place) {
        understood.add(place);
        draw();
    }

    /** The first notice of its kind that was not put away. */
    private Strip strip(boolean stays) {
        List<Counter.Told> all = counter.notices().get();
        List<Integer> open = IntStream.range(0, all.size())
                .filter(place -> !understood.contains(place) && all.get(place).stays() == stays)
                .boxed()
                .toList();
        if (open.isEmpty()) return Strip.NONE;
        int place = open.getFirst();
        Counter.Told told = all.get(place);
        String sentence = told.sentence().apply(words.language());
        return new Strip(place, stays ? Tone.BAD : Tone.WARN, told.code(), sentence, open.size() - 1, stays);
    }

    private void draw() {
        model.dismissed.set(standing.dismissed());
        model.stays.set(strip(true));
        model.strip.set(strip(false));
        Sight sight = sight();
        List<Light> lights = lights(sight);
        CheckoutPicture picture = new CheckoutPicture(sight, standing, lights, this);
        model.head.set(head(sight, lights));
        List<Row> rows = picture.rows();
        Rows.become(model.rows, rows);
        model.current.set(picture.place());
        Optional<Panel> asked = picture.asked();
        if (asked.isEmpty()) standing = standing.nothingAsked();
        model.panel.set(asked.orElseGet(picture::stands));
        model.trayLeft.set(picture.tray());
        model.trayRight.set(picture.trayRight());
    }

    private List<Light> lights(Sight sight) {
        Counter.Trading trading = counter.seen().get();
        Lights.Seen seen = new Lights.Seen(
                trading.open(),
                Optional.ofNullable(trading.closedBecause()),
                counter.register().isBroken(),
                standing.scannedAt(),
                counter.machines().seen().get(),
                counter.machines().scanner().get());
        return new Lights(sight, seen).all();
    }

    private CheckoutModel.Head head(Sight sight, List<Light> lights) {
        String signedOn = sight.state().cashier();
        return new CheckoutModel.Head(
                counter.shopName(),
                words.text("register", counter.shop().register()),
                words.text("cashier", signedOn.isEmpty() ? counter.shop().cashier() : signedOn),
                words.clock(counter.wall().instant()),
                counter.shop().practice() ? words.text("practice") : "",
                lights);
    }

    @Override
    public void close() {
        desk.close();
    }
}
