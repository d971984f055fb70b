package tillbook.desktop.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tillbook.catalog.Catalog;
import tillbook.catalog.CatalogUnreadable;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.trouble.TroubleAnswer;
import tillbook.desktop.trouble.TroubleCode;
import tillbook.desktop.trouble.Troubles;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.journal.Json;
import tillbook.printing.practice.PracticePrinter;
import tillbook.receipt.Receipts;
import tillbook.register.RegisterThread;
import tillbook.register.SaleState;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;
import tools.jackson.databind.JsonNode;

/**
 * What the practice panel does. A touched code goes the way of a scan; troubles go to the provider on a thread of their
 * own. Knows no control. Owned by the drawing thread.
 */
final class PracticeInteractor implements AutoCloseable {
    /** So many goods are enough to practise with. */
    private static final int GOODS_MAX = 40;

    private static final List<String> CODES_BEGIN_WITH = List.of("2", "0", "6", "9", "1");

    /** More wishes than this at once come from no person. */
    private static final int WAITING_MAX = 16;

    private final PracticeModel model;
    private final Catalog catalog;
    private final boolean practiceScale;
    private final Optional<ProviderControl> provider;
    private final Optional<PracticePrinter> printer;
    private final Optional<PaperWatch> watch;
    private final Optional<Troubles> troubles;
    private boolean looksAtFaults;
    private final RegisterThread.Faults faults;
    private final PaymentCodes codes;
    private final ScaleLabels labels = new ScaleLabels();
    private final ThreadPoolExecutor beside = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().name("practice").daemon().factory());
    private Consumer<String> scans = _ -> {};
    private Receipts receipts;
    private Snapshot snapshot;

    PracticeInteractor(
            PracticeModel model,
            Catalog catalog,
            boolean practiceScale,
            Optional<ProviderControl> provider,
            Optional<PracticePrinter> printer,
            Optional<Troubles> troubles,
            Receipts receipts,
            Snapshot first,
            LongSupplier wallMs,
            RegisterThread.Faults faults) {
        this.model = model;
        this.catalog = catalog;
        this.practiceScale = practiceScale;
        this.provider = provider;
        this.receipts = receipts;
        this.snapshot = first;
        this.codes = new PaymentCodes(wallMs);
        this.faults = faults;
        this.printer = printer;
        this.troubles = troubles;
        troubles.ifPresent(known -> model.here.set(known.here()));
        model.reachable.set(provider.isPresent());
        printer.ifPresent(one -> model.paper.set(one.paper()));
        this.watch = printer.map(one -> new PaperWatch(one, this::saw));
    }

    void codesGoTo(Consumer<String> scanned) {
        scans = scanned;
    }

    void prints(Receipts inLanguage) {
        receipts = inLanguage;
        draw(snapshot, snapshot);
    }

    // What a person does.

    void toggle() {
        model.open.set(!model.open.get());
        if (model.open.get()) refresh();
    }

    void show(PracticeModel.Tab tab) {
        model.asks.set(null);
        model.tab.set(tab);
        refresh();
    }

    void scans(Good good) {
        boolean label = good.weighed() && practiceScale && ScaleLabels.isItem(good.code());
        scans.accept(label ? labels.next(good.code()) : good.code());
    }

    void pays(String ending) {
        scans.accept(codes.next(ending));
    }

    void toggle(Drill drill) {
        Set<Drill> wanted = copy(model.waiting.get());
        if (!wanted.remove(drill)) wanted.add(drill);
        set(wanted);
    }

    void calm() {
        set(Set.of());
    }

    void toggle(PaperDrill drill) {
        boolean isOn = model.ills.get().contains(drill);
        printer.ifPresent(one -> run(() -> {
            if (isOn) one.end(drill.trouble());
            else one.trouble(drill.trouble());
        }));
    }

    /** A new roll, the cover closed, plugged in: it goes on with what it holds. */
    void mend() {
        printer.ifPresent(one -> run(one::mend));
    }

    /** On or off; what cannot be switched off again asks first. */
    void toggle(TroubleCode code) {
        boolean asked = model.asks.get() == code;
        model.asks.set(null);
        if (code.isOnce() && !asked) {
            model.asks.set(code);
            return;
        }
        boolean isOn = model.on.get().contains(code);
        change(known -> List.of(isOn ? known.end(code) : known.begin(code)));
    }

    /** Everything that was disturbed here is as it should be. */
    void allWell() {
        model.asks.set(null);
        calm();
        mend();
        change(Troubles::allWell);
    }

    private void change(Function<Troubles, List<TroubleAnswer>> how) {
        troubles.ifPresent(known -> run(() -> {
            TroubleAnswer refused = how.apply(known).stream()
                    .filter(answer -> !(answer instanceof TroubleAnswer.Done))
                    .findFirst()
                    .orElse(null);
            Set<TroubleCode> on = known.on();
            FxBridge.later(() -> {
                model.answer.set(refused);
                model.on.set(on);
            });
        }));
    }

    /** What was mended in another way is off. */
    private void lookAtFaults() {
        if (looksAtFaults || troubles.isEmpty()) return;
        looksAtFaults = true;
        run(() -> {
            Set<TroubleCode> on = troubles.get().on();
            FxBridge.later(() -> {
                looksAtFaults = false;
                model.on.set(on);
            });
        });
    }

    void tearOff() {
        printer.ifPresent(one -> run(one::tearOff));
    }

    private void set(Set<Drill> wanted) {
        provider.ifPresent(control -> run(() -> {
            control.set(List.copyOf(wanted));
            FxBridge.later(() -> told(wanted));
        }));
    }

    private void told(Set<Drill> waiting) {
        model.reachable.set(true);
        model.waiting.set(copy(waiting));
    }

    private void saw(PaperWatch.Seen now) {
        model.paper.set(now.paper());
        model.ills.set(now.troubles());
    }

    private static Set<Drill> copy(Set<Drill> drills) {
        return drills.isEmpty() ? EnumSet.noneOf(Drill.class) : EnumSet.copyOf(drills);
    }

    // What is so.

    void sees(Snapshot now) {
        Snapshot before = snapshot;
        snapshot = now;
        draw(before, now);
        if (!model.waiting.get().isEmpty()) look();
        if (showsFaults()) lookAtFaults();
    }

    /** What was met is over: a trouble leaves the list when the provider has none of its kind left. */
    private void look() {
        provider.ifPresent(control -> run(() -> {
            List<String> active = control.active();
            FxBridge.later(() -> {
                Set<Drill> left = copy(model.waiting.get());
                left.removeIf(drill -> drill.orders().stream().noneMatch(order -> active.contains(name(order))));
                told(left);
            });
        }));
    }

    static String name(String order) {
        JsonNode fields = Json.mapper().readTree(order);
        return fields.path("trouble").asString("");
    }

    private void refresh() {
        if (model.goods.get().isEmpty()) run(this::readGoods);
        if (model.tab.get() == PracticeModel.Tab.TROUBLES) look();
        if (showsFaults()) lookAtFaults();
    }

    private boolean showsFaults() {
        return model.open.get() && model.tab.get() == PracticeModel.Tab.FAULTS;
    }

    private void readGoods() {
        List<Good> found = new ArrayList<>();
        try {
            for (String begin : CODES_BEGIN_WITH) {
                catalog.search(begin, GOODS_MAX).stream()
                        .filter(good -> good.code().startsWith(begin))
                        .forEach(found::add);
            }
        } catch (CatalogUnreadable notNow) {
            // The checkout says what is wrong with the goods; here there are just none to touch.
        }
        List<Good> some = found.stream().limit(GOODS_MAX).toList();
        FxBridge.later(() -> model.goods.set(some));
    }

    private void draw(Snapshot before, Snapshot now) {
        JournalEntry entry = now.lastPaid();
        if (entry == null || !(entry.event() instanceof TenderPaid paid)) return;
        sale(paid.receipt(), before, now)
                .filter(sale -> sale.amount().equals(paid.amount()))
                .map(sale -> receipts.paid(sale, List.of(paid), entry.stamp()))
                .ifPresent(receipt -> model.receipt.set(receipt));
    }

    private static Optional<Sale> sale(ReceiptNumber number, Snapshot before, Snapshot now) {
        Sale frozen = now.lastFrozen();
        if (frozen != null && frozen.number().equals(number)) return Optional.of(frozen);
        return before.state().sale(number).map(SaleState::sale);
    }

    // Beside the drawing thread.

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void run(Work work) {
        try {
            beside.execute(() -> guarded(work));
        } catch (RejectedExecutionException full) {
            model.reachable.set(false);
        }
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (IOException silent) {
            FxBridge.later(() -> model.reachable.set(false));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            faults.note(fault);
        }
    }

    @Override
    public void close() {
        watch.ifPresent(PaperWatch::close);
        beside.shutdownNow();
        provider.ifPresent(ProviderControl::close);
    }
}
