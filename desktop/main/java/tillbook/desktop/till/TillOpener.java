package tillbook.desktop.till;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tillbook.care.Logs;
import tillbook.catalog.Catalog;
import tillbook.catalog.CatalogOpening;
import tillbook.catalog.PracticeGoods;
import tillbook.desktop.device.Devices;
import tillbook.desktop.printing.PrintRoom;
import tillbook.desktop.printing.PrinterSetup;
import tillbook.desktop.rig.PracticeRig;
import tillbook.device.DeviceHost;
import tillbook.diagnosis.check.Probes.ProviderProbe;
import tillbook.journal.JournalBrokenException;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalWriter;
import tillbook.journal.Stamp;
import tillbook.journal.search.JournalSearchException;
import tillbook.journal.search.Opened;
import tillbook.journal.search.SaleStory;
import tillbook.journal.search.SearchWriter;
import tillbook.journal.search.TapeFeed;
import tillbook.journal.search.TapeRecord;
import tillbook.journal.tape.CopyMark;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeJournal;
import tillbook.payment.Provider;
import tillbook.printing.engine.PrintOutcome;
import tillbook.printing.port.PrinterPort;
import tillbook.receipt.ElectronicReceipt;
import tillbook.receipt.HeldSlip;
import tillbook.receipt.Merchant;
import tillbook.receipt.Receipts;
import tillbook.receipt.SelfContainedReceipt;
import tillbook.register.PaymentRules;
import tillbook.register.PrintRules;
import tillbook.register.RegisterStart;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.Shop;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;
import tillbook.settings.DataFolder;
import tillbook.settings.FolderProblem;
import tillbook.settings.Mode;
import tillbook.settings.OwnerLock;
import tillbook.settings.ReceiptKey;
import tillbook.settings.Settings;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;

/** The way from nothing to an open register, step by step. Used once, by the thread that opens. */
final class TillOpener {
    private final TillOptions options;
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.till");

    /** A clock that stands further than this before the newest record was set back, ms. */
    private static final long CLOCK_BACK_MS = 10 * 60_000;

    /** No sale has so many attempts, so no order of a sale ends like a probe's. */
    private static final int PROBE_ATTEMPT = 99;

    private final Function<RegisterState, RegisterThread.Listener> listenerOf;
    private final RegisterThread.Faults faults;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final SecureRandom random = new SecureRandom();
    private final Chance chance = new Chance(random);
    private final AtomicLong rebuilt = new AtomicLong();

    TillOpener(
            TillOptions options,
            Function<RegisterState, RegisterThread.Listener> listenerOf,
            RegisterThread.Faults faults) {
        this.options = options;
        this.listenerOf = listenerOf;
        this.faults = faults;
    }

    Opening open() {
        try {
            return new Opening.Opened(opened());
        } catch (Stopped stopped) {
            Till.closeAll(opened);
            return stopped.why();
        } catch (JournalBrokenException full) {
            // The first record of a start is written here; on a full disk it is the first that does not fit.
            Till.closeAll(opened);
            return new Opening.DiskRefused(String.valueOf(full.getMessage()));
        } catch (RuntimeException e) {
            Till.closeAll(opened);
            throw e;
        }
    }

    private Till opened() throws Stopped {
        DataFolder folder = folder();
        lock(folder);
        log(folder);
        DeviceHost cables = DeviceHost.ofThisMachine();
        Optional<PracticeRig> rig = rig(folder, cables);
        Settings settings = settings(folder);
        Wire wire = opened(new WireStart(options, notices, random, rig).open(folder, settings));
        AtomicReference<RegisterState> durable = new AtomicReference<>(RegisterState.NEW);
        Shop shop = shop(folder, settings, wire);
        TapeStart.Outcome.Ready tape = tape(folder, shop, durable);
        durable.set(tape.state());
        noticeClock(tape.state());
        noticeAccounts(tape.state(), shop);
        TapeFeed source = new TapeFeed(tape.disk(), tape.tape()::acknowledgedThrough);
        SearchWriter search = search(folder, source);
        TapeJournal journal = journal(tape.tape(), search);
        Catalog catalog = catalog(folder);
        Trade trade = trade(folder, settings, wire);
        RecentSales sales = new RecentSales(records(search));
        Devices devices = opened(new Devices(
                rig.<DeviceHost>map(PracticeRig::scanner).orElse(cables),
                Shops.scanReader(settings),
                options.clock().wall()));
        devices.begin(settings.scanner().use());
        PrintRoom printing = printing(folder, settings, shop, sales, devices, rig);
        JournalWriter written =
                rig.<JournalWriter>map(one -> one.disk().over(journal)).orElse(journal);
        RegisterThread register = register(shop, tape, durable, written, trade, printing, sales, settings);
        opened(printing).begin(register);
        settledIn(tape);
        upkeep(folder, settings, tape);
        return new Till(new Till.Parts(
                options,
                opened,
                notices,
                folder,
                settings,
                shop,
                search,
                tape.disk(),
                source,
                catalog,
                register,
                devices,
                printing,
                sales,
                trade,
                wire,
                providerFace(folder, settings, wire),
                tape.state().open(),
                rebuilt,
                rig));
    }

    /** Before the settings are read: what was disturbed in them is put back first. */
    private Optional<PracticeRig> rig(DataFolder folder, DeviceHost cables) throws Stopped {
        try {
            Optional<PracticeRig> rig = PracticeRig.of(folder, cables);
            rig.ifPresent(this::opened);
            return rig;
        } catch (IOException e) {
            throw new Stopped(new Opening.PracticeRefused(String.valueOf(e.getMessage())));
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    private DataFolder folder() throws Stopped {
        Path root = options.machine().dataRoot();
        Mode named = options.mode();
        Mode mode = named == null ? DataFolder.usualMode(root) : named;
        return switch (DataFolder.open(root, mode)) {
            case DataFolder.Opening.Refused(FolderProblem problem) ->
                throw new Stopped(new Opening.FolderUnusable(problem));
            case DataFolder.Opening.Opened(DataFolder folder, List<FolderProblem> remarks) -> {
                remarks.forEach(remark -> notices.add(folderNotice(remark)));
                yield folder;
            }
        };
    }

    private static Notice folderNotice(FolderProblem remark) {
        return Notice.of("", "folder." + remark.code(), remark.path());
    }

    private void lock(DataFolder folder) throws Stopped {
        Instant now = options.clock().wall().instant();
        OwnerLock.Owner me = OwnerLock.Owner.thisProcess(options.machine().user(), now, options.what());
        switch (OwnerLock.take(folder, me)) {
            case OwnerLock.Taking.Locked(OwnerLock lock) -> opened(lock);
            case OwnerLock.Taking.HeldBy(OwnerLock.Owner owner) -> throw new Stopped(new Opening.HeldBy(owner));
            case OwnerLock.Taking.Failed(FolderProblem problem) ->
                throw new Stopped(new Opening.FolderUnusable(problem));
        }
    }

    private void log(DataFolder folder) {
        switch (Logs.start(folder.log(), ZoneId.systemDefault())) {
            case Logs.Start.Started(Logs logs) -> opened(logs);
            case Logs.Start.NotWritten(Path place) -> notices.add(Notice.of("SYS-LOG", "log", place));
        }
    }

    private Settings settings(DataFolder folder) throws Stopped {
        SettingsFile file = new SettingsFile(folder.settings(), folder.mode());
        return switch (file.read()) {
            case SettingsAnswer.Refused refused ->
                throw new Stopped(new Opening.SettingsRefused(file.path(), refused.problems()));
            case SettingsAnswer.Ready ready -> {
                ready.warnings()
                        .forEach(warning -> notices.add(new Notice(
                                "",
                                "settings",
                                List.of(warning.sentence(
                                        ready.settings().language().locale())))));
                yield ready.settings();
            }
        };
    }

    // The provider.

    private Trade trade(DataFolder folder, Settings settings, Wire wire) {
        // Practice money needs no proof, and a newcomer's first scan should not wait for one.
        if (folder.mode() == Mode.PRACTICE) return Trade.open(wire.provider());
        // Where scan-pay is off nobody is let through anyway, and nobody is asked.
        if (!settings.alipay().enabled()) return Trade.open(wire.provider());
        Trade trade = Trade.behind(wire.provider(), () -> wire.alipay().probe(freshOrder()));
        opened(trade::stop);
        return trade;
    }

    /** Empty where nobody is asked for money over it. */
    private Optional<ProviderProbe> providerFace(DataFolder folder, Settings settings, Wire wire) {
        boolean asked = folder.mode() == Mode.PRACTICE || settings.alipay().enabled();
        return asked
                ? Optional.of(
                        new GatewayProbe(wire.gateway(), () -> wire.alipay().probe(freshOrder())))
                : Optional.empty();
    }

    /** A number of nobody: its sequence is never reached by a sale of this epoch, and its end is chance. */
    private OrderNumber freshOrder() {
        return ReceiptNumber.of(999, "00", 99_999_999).order(PROBE_ATTEMPT, chance.orderSuffix());
    }

    // The tape and its state.

    private TapeStart.Outcome.Ready tape(DataFolder folder, Shop shop, AtomicReference<RegisterState> durable)
            throws Stopped {
        Path searchFile = searchFile(folder);
        TapeStart start = new TapeStart(folder.tape(), searchFile, () -> snapshot(shop, durable.get()));
        return switch (start.run()) {
            case TapeStart.Outcome.Failed(Opening why) -> throw new Stopped(why);
            case TapeStart.Outcome.Ready ready -> {
                notices.addAll(ready.notices());
                yield ready;
            }
        };
    }

    private byte[] snapshot(Shop shop, RegisterState state) {
        Instant now = options.clock().wall().instant();
        String cashier = state.cashier().isEmpty() ? shop.cashier() : state.cashier();
        Stamp stamp = new Stamp(
                shop.register(),
                Math.max(1, state.shift()),
                cashier,
                now.atZone(shop.zone()).toLocalDate(),
                now.toEpochMilli(),
                0);
        return RegisterStart.snapshot(stamp, state);
    }

    private void noticeClock(RegisterState state) {
        Instant now = options.clock().wall().instant();
        long backMs = state.lastAt() - now.toEpochMilli();
        if (backMs <= CLOCK_BACK_MS) return;
        ZoneId zone = options.clock().wall().getZone();
        Instant last = Instant.ofEpochMilli(state.lastAt());
        notices.add(Notice.of(
                "SYS-CLOCK",
                "clock",
                now.atZone(zone).toLocalDateTime().withNano(0),
                last.atZone(zone).toLocalDateTime().withNano(0)));
    }

    /** Payments that were begun for an account that is not in the settings any more are asked about by nobody. */
    private void noticeAccounts(RegisterState state, Shop shop) {
        state.openAttempts()
                .filter(shop::isOfAnotherAccount)
                .collect(Collectors.groupingBy(
                        attempt -> String.valueOf(attempt.facts().merchant()), Collectors.counting()))
                .forEach((account, attempts) -> notices.add(Notice.of("SET-PROVIDER", "account", attempts, account)));
    }

    // The searchable journal.

    private static Path searchFile(DataFolder folder) {
        return folder.journal().resolveSibling(folder.journal().getFileName() + ".mv.db");
    }

    private SearchWriter search(DataFolder folder, TapeFeed source) {
        SearchWriter writer =
                SearchWriter.start(searchFile(folder), source, SearchWriter.Pauses.ORDINARY, this::searchOpened);
        return opened(writer);
    }

    private void searchOpened(Opened how) {
        if (how instanceof tillbook.journal.search.Rebuilt again && again.keptAside() != null)
            rebuilt.set(again.records());
        LOG.log(
                System.Logger.Level.INFO,
                "searchable journal: " + how.getClass().getSimpleName());
        if (how instanceof tillbook.journal.search.Rebuilt rebuilt && rebuilt.keptAside() != null) {
            notices.add(Notice.of("SYS-JOURNAL", "rebuilt", rebuilt.records(), rebuilt.keptAside()));
        }
    }

    private TapeJournal journal(Tape tape, SearchWriter search) {
        return opened(new TapeJournal(
                tape, (sequence, hash, payload) -> search.offer(new TapeRecord(sequence, hash.toBytes(), payload))));
    }

    // The goods.

    private Catalog catalog(DataFolder folder) {
        CatalogOpening opening = Catalog.open(folder.path());
        Catalog catalog = opened(opening.catalog());
        switch (opening) {
            case CatalogOpening.Opened _ -> {}
            case CatalogOpening.BegunEmpty _ -> {
                if (folder.mode() == Mode.PRACTICE) catalog.importCsv(PracticeGoods.source());
                else notices.add(Notice.of("", "goods.none"));
            }
            case CatalogOpening.DamagedSetAside aside ->
                notices.add(Notice.of("SYS-CATALOGUE", "goods.aside", aside.damagedFile()));
            case CatalogOpening.InUse used -> notices.add(Notice.of("SYS-CATALOGUE", "goods.used", used.file()));
            case CatalogOpening.FolderUnusable unusable ->
                notices.add(Notice.of("SYS-CATALOGUE", "goods.unusable", unusable.folder()));
        }
        return catalog;
    }

    private void upkeep(DataFolder folder, Settings settings, TapeStart.Outcome.Ready tape) {
        // Practice money is worth no copy.
        if (folder.mode() == Mode.PRACTICE) return;
        Path chosen = settings.backup().folder();
        Path backup = (chosen == null ? folder.backup() : chosen)
                .resolve("register-" + settings.shop().registerDigits())
                .resolve("tape");
        Upkeep upkeep = new Upkeep(
                backup,
                tape.disk(),
                tape.tape()::acknowledgedThrough,
                options.clock().wall(),
                settings.day().businessDayStarts(),
                notices);
        opened(upkeep).begin();
    }

    // Paper.

    private static SaleRecords records(SearchWriter search) {
        return receipt -> {
            try {
                return search.search()
                        .flatMap(copy -> copy.sale(receipt))
                        .map(SaleStory::entries)
                        .orElse(List.of());
            } catch (JournalSearchException notNow) {
                return List.of();
            }
        };
    }

    private @Nullable ElectronicReceipt electronic(DataFolder folder, Settings settings) {
        if (!settings.receipt().electronic()) return null;
        try {
            return new SelfContainedReceipt(ReceiptKey.of(folder, random));
        } catch (IOException e) {
            notices.add(Notice.of("SET-DEVICE", "receipt.key", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private PrintRoom printing(
            DataFolder folder,
            Settings settings,
            Shop shop,
            RecentSales sales,
            Devices devices,
            Optional<PracticeRig> rig) {
        PrinterSetup.unknownProfile(settings.printer())
                .ifPresent(
                        name -> notices.add(Notice.of("SET-DEVICE", "printer.profile", name, PrinterSetup.profiles())));
        PrinterSetup.profileOfOtherPaper(settings.printer())
                .ifPresent(name -> notices.add(Notice.of(
                        "SET-DEVICE", "printer.paper", name, settings.printer().paperMm(), PrinterSetup.profiles())));
        Locale language = settings.language().locale();
        Receipts receipts = Shops.receipts(settings.shop(), folder.mode() == Mode.PRACTICE, language);
        return PrintRoom.open(
                settings,
                new PrintRoom.Needs(
                        folder.path(),
                        receipt -> rig.map(PracticeRig::receiptsWithheld).orElse(false)
                                ? Optional.empty()
                                : receipts.of(receipt, sales.of(receipt)),
                        devices::printer,
                        rig.map(PracticeRig::way).map(way -> (UnaryOperator<PrinterPort>) way::to),
                        options.clock().wall(),
                        shop.zone(),
                        language,
                        electronic(folder, settings),
                        random,
                        faults));
    }

    // The loop.

    private Shop shop(DataFolder folder, Settings settings, Wire wire) {
        boolean practice = folder.mode() == Mode.PRACTICE;
        Settings.Alipay alipay = settings.alipay();
        boolean scanPay = practice || alipay.enabled();
        PaymentRules rules = PaymentRules.ALIPAY.paced(alipay.queryEveryMs(), alipay.confirmWithinMs());
        String cashier = settings.shop().cashier();
        return new Shop(
                settings.shop().register(),
                cashier.isEmpty() ? "1" : cashier,
                subject(settings),
                settings.limits().minimum(),
                settings.limits().maximum(),
                options.clock().wall().getZone(),
                settings.day().businessDayStarts(),
                practice,
                options.version(),
                Place.of(folder.path()),
                new PrintRules(
                        settings.printer().prints(),
                        TimeUnit.MINUTES.toMillis(settings.printer().askAfterMinutes()),
                        PrintRules.RETRY_MS),
                scanPay ? Map.of(Provider.ALIPAY, rules) : Map.of(),
                Map.of(Provider.ALIPAY, wire.merchant()));
    }

    /** The new beginning of numbers is durable, so a tape that was put back needs no mark any more. */
    private static void settledIn(TapeStart.Outcome.Ready tape) {
        if (tape.readOnly()) return;
        try {
            if (CopyMark.isOn(tape.disk())) CopyMark.remove(tape.disk());
        } catch (IOException e) {
            // The next start takes one more new beginning, which costs nothing.
            LOG.log(System.Logger.Level.WARNING, "the mark of a copy stays", e);
        }
    }

    /** The provider takes no {@code / = &} here. */
    private static String subject(Settings settings) {
        String named = settings.shop().name() + " " + settings.shop().branch();
        String plain = named.replaceAll("[/=&\\p{Cntrl}]", " ").strip();
        return plain.isEmpty() ? "Tillbook" : plain;
    }

    private RegisterThread register(
            Shop shop,
            TapeStart.Outcome.Ready tape,
            AtomicReference<RegisterState> durable,
            JournalWriter journal,
            Trade trade,
            PrintRoom printing,
            RecentSales sales,
            Settings settings) {
        Merchant merchant = Shops.receipts(
                        settings.shop(), shop.practice(), settings.language().locale())
                .merchant();
        boolean slips = settings.receipt().heldSlip();
        RegisterState state = tape.state();
        RegisterThread.Listener face = listenerOf.apply(state);
        RegisterThread.Listener listener = (entries, now) -> {
            durable.set(now);
            entries.forEach(sales::saw);
            if (slips) entries.forEach(entry -> slip(entry, now, shop, merchant, printing));
            face.committed(entries, now);
        };
        RegisterThread.Parts parts = new RegisterThread.Parts(
                shop,
                state,
                journal,
                options.clock().times(),
                chance::orderSuffix,
                Map.of(Provider.ALIPAY, trade),
                printing::order,
                listener,
                faults);
        return opened(
                tape.readOnly()
                        ? RegisterThread.readOnly(parts)
                        : RegisterThread.start(parts, chance.newEpoch(state.epochs())));
    }

    /** Not a voucher: what does not come out is recalled by its number all the same. */
    private static void slip(JournalEntry entry, RegisterState now, Shop shop, Merchant merchant, PrintRoom printing) {
        if (!(entry.event() instanceof JournalEvent.BasketHeld stepped)) return;
        now.held(stepped.number())
                .ifPresent(held -> printing.desk().ifPresent(desk -> {
                    CompletableFuture<PrintOutcome> _ = desk.print(new HeldSlip(
                            merchant,
                            shop.practice(),
                            shop.register(),
                            entry.stamp().cashier(),
                            held.number(),
                            Instant.ofEpochMilli(held.since()),
                            held.basket().lines(),
                            held.basket().total()));
                }));
    }
}
