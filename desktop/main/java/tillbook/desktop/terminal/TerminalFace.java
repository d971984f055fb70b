package tillbook.desktop.terminal;

import java.io.BufferedReader;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Catalog;
import tillbook.catalog.CatalogUnreadable;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.checkout.Step;
import tillbook.journal.JournalEntry;
import tillbook.payment.AttemptState;
import tillbook.receipt.Receipt;
import tillbook.receipt.Receipts;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.Reply;
import tillbook.register.SaleState;
import tillbook.register.Shop;
import tillbook.sale.ReceiptNumber;

/**
 * The register in a terminal: a scan or a word a line in, answers a line out. It shows what the register made durable and
 * brings what a person wants to it; it decides nothing about money. The end of input closes in good order.
 *
 * <p>{@link #run} belongs to one thread, on which everything is said; lines are read on another, and the register's
 * listener is the {@link Inbox}.
 */
public final class TerminalFace {
    private static final int FOUND_MAX = 20;
    private static final long REPLY_WITHIN_MS = TimeUnit.SECONDS.toMillis(30);
    private static final long FOR_EVER_MS = TimeUnit.DAYS.toMillis(1);

    private final Inbox inbox;
    private final RegisterThread register;
    private final Catalog catalog;
    private final ScanDesk desk;
    private final Receipts receipts;
    private final RegisterThread.Faults faults;
    private final LongSupplier monotonicMs;
    private final long closeWithinMs;
    private final java.time.ZoneId zone;

    private final Voice voice;
    private final LineSource lines;
    private final RecentSales sales;
    private final Evidence evidence = new Evidence();
    private final PaidNarrator paid;
    private final Narrator narrator;
    private final StatusReport status = new StatusReport(evidence);
    private final OpenReport open;

    private Phrases phrases;
    private RegisterState told;
    private long lastSequence;
    private @Nullable Integer exit;

    /**
     * What a terminal needs besides register and catalogue.
     *
     * @param inbox the one that is the register's listener
     * @param shop the one the register runs by
     * @param elsewhere finds the records of sales from before this process
     * @param in lines of UTF-8
     * @param out takes whole lines without their end
     * @param json one JSON object a line instead of sentences
     * @param monotonicMs any origin, never goes back
     * @param closeWithinMs how long closing waits at most for a payment that is under way at the counter
     */
    public record Helpers(
            Inbox inbox,
            Shop shop,
            ScanDesk desk,
            Receipts receipts,
            SaleRecords elsewhere,
            BufferedReader in,
            Consumer<String> out,
            boolean json,
            Locale language,
            Clock clock,
            LongSupplier monotonicMs,
            long closeWithinMs,
            RegisterThread.Faults faults) {}

    /** A face on a register that is at work. */
    public TerminalFace(RegisterThread register, Catalog catalog, Helpers helpers) {
        this.inbox = helpers.inbox();
        this.register = register;
        this.catalog = catalog;
        this.desk = helpers.desk();
        this.receipts = helpers.receipts();
        this.faults = helpers.faults();
        this.monotonicMs = helpers.monotonicMs();
        this.closeWithinMs = helpers.closeWithinMs();
        this.zone = helpers.shop().zone();
        this.voice = new Voice(helpers.out(), helpers.json());
        this.lines = new LineSource(helpers.in(), inbox);
        this.sales = new RecentSales(helpers.elsewhere());
        this.paid = new PaidNarrator(helpers.shop(), receipts, sales);
        this.narrator = new Narrator(new AttemptNarrator(helpers.shop()), paid);
        this.open = new OpenReport(helpers.clock());
        this.phrases = new Phrases(helpers.language(), zone);
        this.told = inbox.start();
    }

    /**
     * Runs until {@code quit} or the end of input, then closes the register in good order. The register thread itself is
     * left to whoever started it.
     *
     * @return one of {@link TerminalExit}
     */
    public int run() {
        try {
            greet();
            lines.start();
            lines.ready();
            while (exit == null) handle(inbox.next(FOR_EVER_MS));
            return exit;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TerminalExit.NOT_CLOSED;
        }
    }

    private void greet() {
        RegisterState state = register.state();
        voice.say(Saying.of("ready")
                .with("cashier", state.cashier())
                .with("openAttempts", state.openAttempts().count())
                .with("vouchersOwed", state.owed().count())
                .with("basketLines", state.basket().lines().size())
                .line(phrases.text("ready"))
                .line(phrases.text(
                        "ready.counts",
                        state.openAttempts().count(),
                        state.owed().count())));
    }

    // What comes in.

    private void handle(Inbox.@Nullable Item item) throws InterruptedException {
        if (item == null) return;
        switch (item) {
            case Inbox.Item.Turn turn -> tell(turn);
            case Inbox.Item.Typed typed -> {
                guarded(() -> obey(CommandReader.read(typed.line())));
                lines.ready();
            }
            case Inbox.Item.TypedTooLong _ -> {
                voice.say(Answers.error("TOO_LONG", "SCN-BAD", phrases.text("too-long", LineSource.CHARS_MAX)));
                lines.ready();
            }
            case Inbox.Item.EndOfInput _ -> close();
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
            voice.say(Answers.error("PROGRAM_FAULT", null, phrases.text("program-fault", faults.note(fault))));
        }
    }

    private void tell(Inbox.Item.Turn turn) {
        for (JournalEntry entry : turn.entries()) {
            boolean gap = lastSequence != 0 && entry.sequence() != lastSequence + 1;
            if (gap) missed(entry, turn.after());
            else tell(entry);
            lastSequence = entry.sequence();
        }
        told = turn.after();
    }

    private void tell(JournalEntry entry) {
        RegisterState before = told;
        RegisterState after = before.after(entry);
        sales.saw(entry);
        desk.saw(entry, after);
        evidence.saw(entry, before);
        narrator.tell(entry, before, after, phrases).forEach(voice::say);
        told = after;
    }

    /** The output stood still for so long that records were passed over: what is true is in the state. */
    private void missed(JournalEntry entry, RegisterState after) {
        long records = entry.sequence() - lastSequence - 1;
        voice.say(Saying.of("missed")
                .with("records", records)
                .with("code", FaultCode.SLOW)
                .line(phrases.text("missed", records)));
        told = after;
    }

    // What a line wants.

    private void obey(Command command) throws InterruptedException {
        switch (command) {
            case Command.Nothing _ -> {}
            case Command.Scan(String text) -> follow(scanned(text));
            case Command.AddByHand add -> follow(desk.byHand(add.code(), add.quantity()));
            case Command.Wants(Intent intent) -> want(intent);
            case Command.Yes _ -> follow(desk.confirmed(register.state()));
            case Command.No _ -> deny();
            case Command.Status _ -> voice.say(status.of(register.state(), register.isBroken(), phrases));
            case Command.Open _ -> voice.say(open.of(register.state(), phrases));
            case Command.ShowReceipt show -> showReceipt(show.receipt());
            case Command.Find(String words) -> find(words);
            case Command.Wait(long withinMs) -> waitForOutcomes(withinMs);
            case Command.Language(Locale locale) -> speak(locale);
            case Command.Help _ -> voice.say(Answers.help(phrases));
            case Command.Quit _ -> close();
            case Command.Misused(Word word) -> voice.say(Answers.misused(word, phrases));
        }
    }

    private Step scanned(String text) {
        boolean choice = desk.awaitsChoice() && text.length() == 1 && Character.isDigit(text.charAt(0));
        return choice ? desk.chosen(text.charAt(0) - '0', register.state()) : desk.scanned(text, register.state());
    }

    private void follow(Step step) throws InterruptedException {
        switch (step) {
            case Step.Wants(Intent intent) -> want(intent);
            case Step.Opens(ReceiptNumber receipt) -> showReceipt(receipt);
            case Step.AsksAmount asks -> voice.say(Answers.asksAmount(asks, phrases));
            case Step.AsksMeaning asks -> voice.say(Answers.asksMeaning(asks, phrases));
            case Step.Explains explains -> voice.say(Answers.explained(explains.trouble(), register.state(), phrases));
        }
    }

    private void want(Intent intent) throws InterruptedException {
        Reply reply = replyTo(intent);
        if (reply instanceof Reply.Refused refused) {
            voice.say(Answers.refused(refused, register.state(), phrases));
        }
    }

    /** Null if the register did not answer in time, which was said. What became durable meanwhile is told in its order. */
    private @Nullable Reply replyTo(Intent intent) throws InterruptedException {
        register.want(intent, inbox::replied);
        long until = monotonicMs.getAsLong() + REPLY_WITHIN_MS;
        while (monotonicMs.getAsLong() < until) {
            Inbox.Item item = inbox.next(until - monotonicMs.getAsLong());
            if (item instanceof Inbox.Item.Replied replied) return replied.reply();
            handle(item);
        }
        voice.say(Answers.error("NO_REPLY", FaultCode.SLOW, phrases.text("no-reply", REPLY_WITHIN_MS / 1_000)));
        return null;
    }

    private void deny() {
        boolean asked = desk.denied();
        voice.say(Saying.of("ok").line(phrases.text(asked ? "denied" : "trouble.nothing-asked")));
    }

    private void showReceipt(@Nullable ReceiptNumber wanted) {
        Optional<ReceiptNumber> number = Optional.ofNullable(wanted).or(sales::newestPaid);
        Optional<Receipt> receipt = number.flatMap(known -> receipts.of(known, sales.of(known)));
        RegisterState state = register.state();
        number.flatMap(state::sale).ifPresent(sale -> voice.say(saleOpened(sale)));
        receipt.ifPresentOrElse(
                found -> voice.say(paid.shown(found, phrases)),
                () -> voice.say(Answers.error(
                        "NO_RECEIPT",
                        null,
                        number.isEmpty() ? phrases.text("no-receipt-yet") : phrases.text("no-receipt", number.get()))));
    }

    private Saying saleOpened(SaleState sale) {
        Saying saying = Saying.of("sale").with("sale", StatusReport.sale(sale));
        return Whereabouts.of(register.state(), sale.sale().number())
                .before(saying, phrases.texts())
                .line(phrases.text("status.sale", sale.sale().number(), sale.due()))
                .lines(sale.attempts().stream()
                        .map(attempt -> OpenReport.attempt(attempt, phrases))
                        .toList());
    }

    private void find(String words) {
        try {
            voice.say(Answers.found(catalog.search(words, FOUND_MAX), phrases));
        } catch (CatalogUnreadable e) {
            voice.say(Answers.error("CATALOGUE_BROKEN", null, phrases.text("trouble.catalogue-broken")));
        }
    }

    private void speak(Locale locale) {
        phrases = new Phrases(locale, zone);
        voice.say(Saying.of("lang").with("language", locale.toLanguageTag()).line(phrases.text("lang")));
    }

    // Waiting and closing.

    private void waitForOutcomes(long withinMs) throws InterruptedException {
        boolean settled = awaitOutcomes(withinMs);
        voice.say(Saying.of("waited")
                .with("settled", settled)
                .line(phrases.text(settled ? "waited" : "waited-in-vain", withinMs / 1_000)));
    }

    /** Goes on telling until nothing is under way; false if the time ran out before. */
    private boolean awaitOutcomes(long withinMs) throws InterruptedException {
        long until = monotonicMs.getAsLong() + withinMs;
        while (isUnderWay(told)) {
            long left = until - monotonicMs.getAsLong();
            if (left <= 0) return false;
            handle(inbox.next(left));
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
        if (isUnderWay(told)) {
            voice.say(Saying.of("closing")
                    .with("waitMs", closeWithinMs)
                    .line(phrases.text("closing", closeWithinMs / 1_000)));
            awaitOutcomes(closeWithinMs);
        }
        RegisterState before = register.state();
        Reply reply = replyTo(new Intent.CloseRegister());
        if (reply instanceof Reply.Done(RegisterState state)) {
            voice.say(CloseReport.of(state, phrases));
            exit = state.openAttempts().findAny().isPresent() ? TerminalExit.OPEN_ATTEMPT : TerminalExit.CLOSED;
            return;
        }
        if (reply instanceof Reply.Refused refused) voice.say(Answers.refused(refused, before, phrases));
        voice.say(CloseReport.notClosed(before, phrases));
        exit = TerminalExit.NOT_CLOSED;
    }

    /** Tells what became durable before the end of input was seen. */
    private void catchUp() throws InterruptedException {
        Inbox.Item item = inbox.next(0);
        while (item != null) {
            handle(item);
            item = inbox.next(0);
        }
    }
}
