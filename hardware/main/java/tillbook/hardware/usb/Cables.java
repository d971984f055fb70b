package tillbook.hardware.usb;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tillbook.care.Guarded;
import tillbook.device.DeviceListener;
import tillbook.device.FoundDevice;
import tillbook.device.Reach;
import tillbook.device.Scan;
import tillbook.device.ScannerFault;
import tillbook.device.Teaching;
import tillbook.hardware.hid.HidScan;
import tillbook.printing.port.PrinterPort;

/**
 * A machine with USB while it is watched: one thread looks what is there and hands out the scanners, each scanner has a
 * thread, the listener another. Safe from any thread.
 */
final class Cables implements AutoCloseable, ScannerHand.Ears {
    /** How long a scanner that another program holds, or that does not answer, is left in peace. */
    private static final long PEACE_NANOS = 5_000_000_000L;

    private static final long END_MS = 2_000;

    private final Bus bus;
    private final Watch watch;
    private final Wishes wishes;
    private final DeviceListener listener;
    private final long lookMs;
    private final Holdings holdings = new Holdings();
    private final Told told = new Told();
    private final Map<Place, ScannerHand> hands = new ConcurrentHashMap<>();
    private final Losses losses = new Losses();
    private final AtomicReference<@Nullable Lesson> lesson = new AtomicReference<>();
    private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
    private final Guarded loop = new Guarded("usb-watch", this::turn, Thread::sleep, fault -> {});
    private final Thread thread = Thread.ofPlatform().name("usb-watch").daemon().unstarted(loop);
    private final Map<Place, Long> peaceUntil = new ConcurrentHashMap<>();
    private final Set<Place> noScanners = ConcurrentHashMap.newKeySet();
    /** Of the watching thread alone. */
    private List<FoundDevice> lastTold = List.of();

    /** Looks every so many ms. */
    Cables(Bus bus, Wishes wishes, DeviceListener listener, long lookMs) {
        this.bus = bus;
        this.watch = new Watch(bus);
        this.wishes = wishes;
        this.listener = listener;
        this.lookMs = lookMs;
    }

    /** Looks once, and then on a thread of its own. */
    void start() {
        told.start();
        look();
        thread.start();
    }

    /** Once; nothing is taken. */
    void look() {
        watch.look();
    }

    List<FoundDevice> found() {
        return watch.known().stream().map(this::found).toList();
    }

    private FoundDevice found(Known known) {
        return known.found(holdings.of(place(known)));
    }

    PrinterPort printer(String address) {
        return new UsbPrinterPort(bus, watch, holdings, address);
    }

    /** Something was wished: looks soon. One nudge that waits is enough. */
    @SuppressWarnings("ReturnValueIgnored")
    void nudge() {
        nudges.offer(true);
    }

    private void turn() throws InterruptedException {
        List<Known> now = watch.look();
        hands.values().forEach(this::giveBackUnwished);
        now.forEach(this::takeWished);
        forgetAllBut(now);
        tellIfChanged();
        Lesson open = lesson.get();
        if (open != null && open.isTimeOver()) endLesson(open, new Teaching.NoAnswer(open.asked()));
        nudges.poll(lookMs, TimeUnit.MILLISECONDS);
    }

    private void forgetAllBut(List<Known> now) {
        Set<Place> places = new HashSet<>();
        now.forEach(one -> places.add(place(one)));
        losses.keepOnly(namesOf(now));
        holdings.keepOnly(places);
        peaceUntil.keySet().retainAll(places);
        noScanners.retainAll(places);
    }

    private static Set<String> namesOf(List<Known> known) {
        Set<String> names = new HashSet<>();
        known.forEach(one -> names.add(name(one)));
        return names;
    }

    private static String name(Known known) {
        return known.address().toString();
    }

    /** What a scanner is held by: its name changes when another of its kind comes or goes. */
    private static Place place(Known known) {
        return known.seen().place();
    }

    private void giveBackUnwished(ScannerHand hand) {
        if (!hand.isLearning() && !wishes.want(hand.scanner())) hand.stop();
    }

    private void takeWished(Known known) {
        Place place = place(known);
        if (!wishes.want(known) || hands.containsKey(place) || noScanners.contains(place)) return;
        if (known.isDenied()) miss(known, ScannerFault.DENIED, false);
        else if (!isLeftInPeace(place)) take(known, null);
    }

    private boolean isLeftInPeace(Place place) {
        Long until = peaceUntil.get(place);
        return until != null && System.nanoTime() - until < 0;
    }

    private void take(Known known, @Nullable Lesson now) {
        ScannerHand hand = new ScannerHand(known, bus, now, this);
        if (hands.putIfAbsent(place(known), hand) == null) hand.start();
    }

    private void tellIfChanged() {
        List<FoundDevice> now = found();
        if (now.equals(lastTold) || !told.tellIfRoom(() -> listener.devicesChanged(now))) return;
        lastTold = now;
    }

    @Override
    public void claimed(ScannerHand hand) {
        holdings.set(place(hand.scanner()), Reach.CLAIMED);
        losses.isBack(name(hand.scanner()));
        FoundDevice found = found(hand.scanner());
        if (!hand.isLearning()) told.tell(() -> listener.scannerBack(found));
        nudge();
    }

    @Override
    public void scanned(ScannerHand hand, HidScan scan) {
        FoundDevice found = found(hand.scanner());
        Lesson open = lesson.get();
        if (open != null && open.isCode(scan.text())) {
            boolean isNew = hand.isLearning();
            wishes.use(found.address());
            hand.learned();
            if (endLesson(open, new Teaching.Taken(found)) && isNew) told.tell(() -> listener.scannerBack(found));
        } else if (!hand.isLearning()) {
            told.tell(() -> listener.scanned(new Scan(scan.text(), scan.aim(), found)));
        }
    }

    @Override
    public void ended(ScannerHand hand, @Nullable ScannerFault fault) {
        Place place = place(hand.scanner());
        holdings.set(place, fault == ScannerFault.BUSY ? Reach.BUSY : Reach.FREE);
        boolean isLeft = fault == ScannerFault.BUSY || fault == ScannerFault.MUTE;
        if (isLeft) peaceUntil.put(place, System.nanoTime() + PEACE_NANOS);
        if (fault == null && !hand.isStopped()) noScanners.add(place);
        if (fault != null && !hand.isLearning()) miss(hand.scanner(), fault, hand.wasClaimed());
        // Whoever takes it next, and tells that it is back, comes after all this.
        hands.remove(place, hand);
        Lesson open = lesson.get();
        boolean nobodyIsLeft = hands.isEmpty();
        if (open != null && nobodyIsLeft) endLesson(open, new Teaching.NoAnswer(open.asked()));
        nudge();
    }

    private void miss(Known scanner, ScannerFault fault, boolean wasOurs) {
        FoundDevice found = found(scanner);
        if (losses.isNews(name(scanner), fault, wasOurs)) told.tell(() -> listener.scannerLost(found, fault));
    }

    void teach(String code, long waitMs, Consumer<Teaching> answer) {
        List<Known> asked = watch.known().stream()
                .filter(one -> one.found(Reach.FREE).isScanner() && !one.isDenied())
                .toList();
        Lesson next = Lesson.of(code, asked.stream().map(this::found).toList(), waitMs, answer);
        if (asked.isEmpty()) told.tell(() -> answer.accept(new Teaching.NobodyToAsk()));
        else if (!lesson.compareAndSet(null, next)) told.tell(() -> answer.accept(new Teaching.StillAsking()));
        else asked.forEach(one -> take(one, next));
    }

    /** True for the one that ended it. Whoever did not read the code is given back. */
    private boolean endLesson(Lesson open, Teaching answer) {
        if (!open.end()) return false;
        lesson.compareAndSet(open, null);
        hands.values().stream().filter(ScannerHand::isLearning).forEach(ScannerHand::stop);
        told.tell(() -> open.answer().accept(answer));
        nudge();
        return true;
    }

    @Override
    public void close() {
        loop.stop();
        thread.interrupt();
        List<ScannerHand> ending = List.copyOf(hands.values());
        ending.forEach(ScannerHand::stop);
        told.close();
        try {
            thread.join(END_MS);
            for (ScannerHand hand : ending) hand.awaitEnd(END_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bus.close();
    }
}
