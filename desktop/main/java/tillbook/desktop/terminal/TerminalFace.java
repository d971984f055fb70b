package tillbook.desktop.terminal;

import java.io.BufferedReader;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Catalog;
import tillbook.desktop.checkout.Evidence;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.MoneyIs;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.checkout.Step;
import tillbook.desktop.till.RecentSales;
import tillbook.desktop.till.SaleRecords;
import tillbook.desktop.trouble.Troubles;
import tillbook.payment.AttemptState;
import tillbook.printing.engine.PrintOutcome;
import tillbook.receipt.Receipts;
import tillbook.register.HeldBasket;
import tillbook.register.Intent;
import tillbook.register.Refusal;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.Reply;
import tillbook.register.Shop;
import tillbook.register.VouchersOwed;
import tillbook.sale.ReceiptNumber;

/**
 * The register in a terminal: a scan or a word a line in, answers a line out. It shows what the register made durable and
 * brings what a person wants to it; it decides nothing about money. The end of input closes in good order.
 *
 * <p>{@link #run} belongs to one thread, on which everything is said; lines are read on another, and the register's
 * listener is the {@link Inbox}.
 */
public final class TerminalFace {
    private static final long REPLY_WITHIN_MS = TimeUnit.SECONDS.toMillis(30);
    private static final long FOR_EVER_MS = TimeUnit.DAYS.toMillis(1);

    private final Inbox inbox;
    private final RegisterThread register;
    private final ScanDesk desk;
    private final RegisterThread.Faults faults;
    private final LongSupplier monotonicMs;
    private final long closeWithinMs;
    private final Speaker speaker;
    private final Function<Locale, Optional<CompletableFuture<PrintOutcome>>> testPage;
    private final LineSource lines;
    private final Teller teller;
    private final Showcase showcase;
    private final RecentSales sales;
    private final Drills drills;
    /** Came while a reply was awaited, and is next. As many as the inbox had: nothing is made here. */
    private final Deque<Inbox.Item> putOff = new ArrayDeque<>();

    private long wishes;
    private @Nullable Integer exit;

    /**
     * What a terminal needs besides register and catalogue.
     *
     * @param inbox the one that is the register's listener
     * @param shop the one the register runs by
     * @param elsewhere finds the records of sales from before this process
     * @param testPage prints a test page in a language; empty if no printer is set
     * @param in lines of UTF-8
     * @param out takes whole lines without their end
     * @param json one JSON object a line instead of sentences
     * @param monotonicMs any origin, never goes back
     * @param troubles to practise with; empty in live trade
     * @param closeWithinMs how long closing waits at most for a payment that is under way at the counter
     */
    public record Helpers(
            Inbox inbox,
            Shop shop,
            ScanDesk desk,
            Receipts receipts,
            SaleRecords elsewhere,
            Function<Locale, Optional<CompletableFuture<PrintOutcome>>> testPage,
            BufferedReader in,
            Consumer<String> out,
            boolean json,
            Locale language,
            Clock clock,
            LongSupplier monotonicMs,
            long closeWithinMs,
            Optional<Troubles> troubles,
            RegisterThread.Faults faults) {}

    /** A face on a register that is at work. */
    public TerminalFace(RegisterThread register, Catalog catalog, Helpers helpers) {
        this.inbox = helpers.inbox();
        this.register = register;
        this.desk = helpers.desk();
        this.faults = helpers.faults();
        this.monotonicMs = helpers.monotonicMs();
        this.closeWithinMs = helpers.closeWithinMs();
        this.testPage = helpers.testPage();
        this.lines = new LineSource(helpers.in(), inbox);
        this.drills = new Drills(helpers.troubles());
        Shop shop = helpers.shop();
        this.speaker = new Speaker(new Voice(helpers.out(), helpers.json()), helpers.language(), shop.zone());
        this.sales = new RecentSales(helpers.elsewhere());
        Evidence evidence = new Evidence();
        PaidNarrator paid = new PaidNarrator(shop, helpers.receipts(), sales);
        Narrator narrator = new Narrator(new AttemptNarrator(shop), paid);
        this.teller = new Teller(speaker, narrator, sales, evidence, desk, inbox.start());
        this.showcase = new Showcase(
                speaker, shop, register, catalog, helpers.receipts(), sales, paid, evidence, helpers.clock());
    }

    /**
     * Runs until {@code quit} or the end of input, then closes the register in good order. The register thread itself is
     * left to whoever started it.
     *
     * @return one of {@link TerminalExit}
     */
    public int run() {
        try {
            showcase.greet();
            lines.start();
            lines.ready();
            while (exit == null) handle(next(FOR_EVER_MS));
            return exit;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TerminalExit.NOT_CLOSED;
        }
    }

    // What comes in.

    private Inbox.@Nullable Item next(long withinMs) throws InterruptedException {
        return putOff.isEmpty() ? inbox.next(withinMs) : putOff.remove();
    }

    private void handle(Inbox.@Nullable Item item) throws InterruptedException {
        if (item == null) return;
        switch (item) {
            case Inbox.Item.Turn turn -> guarded(() -> teller.tell(turn));
            case Inbox.Item.Typed typed -> {
                guarded(() -> obey(CommandReader.read(typed.line())));
                lines.ready();
            }
            case Inbox.Item.Scanned scanned -> guarded(() -> follow(scanned(scanned.code())));
            case Inbox.Item.PagePrinted(PageEnd end) -> speaker.say(phrases -> Answers.page(end, phrases));
            case Inbox.Item.TypedTooLong _ -> {
                speaker.say(phrases ->
                        Answers.error("TOO_LONG", "SCN-BAD", phrases.text("too-long", LineSource.CHARS_MAX)));
                lines.ready();
            }
            case Inbox.Item.EndOfInput _ -> {
                guarded(this::close);
                if (exit == null) exit = TerminalExit.NOT_CLOSED;
            }
            // A reply that nobody waits for any more: its sentence was said when the wait ended.
            case Inbox.Item.Replied _ -> {}
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** A fault of the program ends this line, not the register. */
    private void guarded(Work work) throws InterruptedException {
        try {
            work.run();
        } catch (RuntimeException fault) {
            speaker.say(
                    phrases -> Answers.error("PROGRAM_FAULT", null, phrases.text("program-fault", faults.note(fault))));
        }
    }

    // What a line wants.

    private void obey(Command command) throws InterruptedException {
        switch (command) {
            case Command.Nothing _ -> {}
            case Command.Scan(String text) -> follow(scanned(text));
            case Command.AddByHand add -> follow(desk.byHand(add.code(), add.quantity()));
            case Command.AddNew add -> follow(desk.addNew(add.code(), add.price(), add.name()));
            case Command.RecallHeld(long basket) -> recall(basket);
            case Command.Wants(Intent intent) -> want(intent);
            case Command.Yes _ -> follow(desk.confirmed(register.state()));
            case Command.No _ -> deny();
            case Command.Status _ -> showcase.status();
            case Command.Open _ -> showcase.open();
            case Command.ShowReceipt show -> showcase.receipt(show.receipt());
            case Command.Print print -> print(print.receipt());
            case Command.Looked looked -> looked(looked);
            case Command.TestPage _ -> testPage();
            case Command.Find(String words) -> showcase.find(words);
            case Command.Wait(long withinMs) -> waitForOutcomes(withinMs);
            case Command.Trouble trouble -> speaker.say(phrases -> drills.answer(trouble, phrases));
            case Command.Language(Locale locale) -> speaker.speak(locale);
            case Command.Help _ -> speaker.say(Answers::help);
            case Command.Quit _ -> close();
            case Command.Misused(Word word) -> speaker.say(phrases -> Answers.misused(word, phrases));
        }
    }

    private void recall(long basket) throws InterruptedException {
        List<HeldBasket> held = register.state().held();
        List<HeldBasket> meant = held.stream()
                .filter(one -> basket == 0 || one.number().basket() == basket)
                .toList();
        if (meant.size() == 1) want(new Intent.RecallHeld(meant.getFirst().number()));
        else if (basket == 0) speaker.say(phrases -> HeldReport.which(held, phrases));
        else refuse(new Reply.Refused(Refusal.NO_SUCH_HELD, Long.toString(basket)));
    }

    private void print(@Nullable ReceiptNumber named) throws InterruptedException {
        ReceiptNumber receipt = named == null ? sales.newestPaid().orElse(null) : named;
        if (receipt == null || !sales.isPaid(receipt)) refuse(new Reply.Refused(Refusal.NO_SUCH_SALE, ""));
        else want(new Intent.Print(receipt, sales.copies(receipt)));
    }

    /** What becomes of it is said when it is known; nothing waits for it. */
    private void testPage() {
        Optional<CompletableFuture<PrintOutcome>> page =
                testPage.apply(speaker.phrases().language());
        if (page.isEmpty()) {
            speaker.say(phrases -> Answers.error("NO_PRINTER", "SET-PRINT-OFF", phrases.text("testpage.no-printer")));
            return;
        }
        speaker.say(phrases -> Saying.of("test-page").line(phrases.text("testpage.begins")));
        CompletableFuture<Void> _ = page.get().handle((outcome, fault) -> {
            inbox.pagePrinted(PageEnd.of(outcome, fault));
            return null;
        });
    }

    private void looked(Command.Looked looked) throws InterruptedException {
        ReceiptNumber named = looked.receipt();
        List<VouchersOwed.Waiting> meant = register.state().owed().unknown().stream()
                .filter(one -> named == null || one.receipt().equals(named))
                .toList();
        if (meant.size() == 1) {
            VouchersOwed.Waiting one = meant.getFirst();
            want(new Intent.JudgePrint(one.receipt(), one.sheet().copy(), looked.complete()));
        } else refuse(new Reply.Refused(Refusal.NOTHING_TO_JUDGE, ""));
    }

    private Step scanned(String text) {
        boolean choice = desk.awaitsChoice() && text.length() == 1 && Character.isDigit(text.charAt(0));
        return choice ? desk.chosen(text.charAt(0) - '0', register.state()) : desk.scanned(text, register.state());
    }

    private void follow(Step step) throws InterruptedException {
        switch (step) {
            case Step.Wants(Intent intent) -> want(intent);
            case Step.Opens(ReceiptNumber receipt) -> showcase.receipt(receipt);
            case Step.AsksAmount asks -> speaker.say(phrases -> Answers.asksAmount(asks, phrases));
            case Step.AsksMeaning asks -> speaker.say(phrases -> Answers.asksMeaning(asks, phrases));
            case Step.Explains explains ->
                speaker.say(phrases -> Answers.explained(explains.trouble(), register.state(), phrases));
        }
    }

    private void want(Intent intent) throws InterruptedException {
        Reply reply = replyTo(intent);
        if (reply instanceof Reply.Refused refused) refuse(refused);
    }

    private void refuse(Reply.Refused refused) {
        speaker.say(phrases -> Answers.refused(refused, register.state(), phrases));
    }

    /** Null if the register did not answer in time, which was said. What became durable meanwhile is told in its order. */
    private @Nullable Reply replyTo(Intent intent) throws InterruptedException {
        long wish = ++wishes;
        register.want(intent, reply -> inbox.replied(wish, reply));
        long until = monotonicMs.getAsLong() + REPLY_WITHIN_MS;
        while (monotonicMs.getAsLong() < until) {
            Inbox.Item item = inbox.next(until - monotonicMs.getAsLong());
            if (item instanceof Inbox.Item.Replied(long to, Reply reply) && to == wish) return reply;
            if (item != null) handleOrPutOff(item);
        }
        speaker.say(phrases ->
                Answers.error("NO_REPLY", FaultCode.SLOW, phrases.text("no-reply", REPLY_WITHIN_MS / 1_000)));
        return null;
    }

    /** What wants something waits for its turn: a wait within this one would take this one's reply for a late one. */
    private void handleOrPutOff(Inbox.Item item) throws InterruptedException {
        switch (item) {
            case Inbox.Item.Turn _, Inbox.Item.PagePrinted _, Inbox.Item.Replied _ -> handle(item);
            case Inbox.Item.Typed _, Inbox.Item.TypedTooLong _, Inbox.Item.Scanned _, Inbox.Item.EndOfInput _ ->
                putOff.add(item);
        }
    }

    private void deny() {
        boolean asked = desk.denied();
        speaker.say(phrases -> Saying.of("ok").line(phrases.text(asked ? "denied" : "trouble.nothing-asked")));
    }

    // Waiting and closing.

    private void waitForOutcomes(long withinMs) throws InterruptedException {
        boolean settled = awaitOutcomes(withinMs);
        speaker.say(phrases -> Saying.of("waited")
                .with("settled", settled)
                .line(phrases.text(settled ? "waited" : "waited-in-vain", withinMs / 1_000)));
    }

    /** Goes on telling until nothing is under way; false if the time ran out before. */
    private boolean awaitOutcomes(long withinMs) throws InterruptedException {
        long until = monotonicMs.getAsLong() + withinMs;
        while (isUnderWay(teller.told())) {
            long left = until - monotonicMs.getAsLong();
            if (left <= 0) return false;
            handle(next(left));
        }
        return true;
    }

    /** What is only watched, or waits for a person, is not waited for here: that takes half an hour, or a person. */
    private static boolean isUnderWay(RegisterState state) {
        return state.openAttempts()
                .filter(attempt -> !attempt.goodsKept())
                .anyMatch(attempt -> MoneyIs.of(attempt.state()) == MoneyIs.BEING_CHECKED
                        || attempt.state() == AttemptState.CANCELLING);
    }

    private void close() throws InterruptedException {
        catchUp();
        if (isUnderWay(teller.told())) {
            speaker.say(phrases -> Saying.of("closing")
                    .with("waitMs", closeWithinMs)
                    .line(phrases.text("closing", closeWithinMs / 1_000)));
            awaitOutcomes(closeWithinMs);
        }
        RegisterState before = register.state();
        Reply reply = replyTo(new Intent.CloseRegister());
        if (reply instanceof Reply.Done(RegisterState state)) {
            speaker.say(phrases -> CloseReport.of(state, phrases));
            exit = state.openAttempts().findAny().isPresent() ? TerminalExit.OPEN_ATTEMPT : TerminalExit.CLOSED;
            return;
        }
        if (reply instanceof Reply.Refused refused) speaker.say(phrases -> Answers.refused(refused, before, phrases));
        speaker.say(phrases -> CloseReport.notClosed(before, phrases));
        exit = TerminalExit.NOT_CLOSED;
    }

    /** Tells what became durable before the end of input was seen. */
    private void catchUp() throws InterruptedException {
        Inbox.Item item = next(0);
        while (item != null) {
            handle(item);
            item = next(0);
        }
    }
}
