package tillbook.desktop.journal.screen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.Tone;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.journal.screen.JournalModel.Said;
import tillbook.journal.search.JournalQuery;
import tillbook.journal.search.JournalQuery.Meant;
import tillbook.journal.search.SearchProblem;
import tillbook.register.Intent;
import tillbook.register.Reply;
import tillbook.sale.ReceiptNumber;
import tillbook.scan.ScanMeaning;

/**
 * What the journal's screen does: what a person types, scans and presses becomes a question or an intent, and what comes
 * back fills the model. Knows no control. Owned by the drawing thread.
 */
final class JournalInteractor implements AutoCloseable {
    /** Rows of a page; the list draws the visible ones. */
    static final int PAGE = 100;

    private final JournalModel model;
    private final Ledger ledger;
    private final ScreenWords words;
    private final Runnable leaves;
    private final Asker asker;
    private int offset;
    private long total;
    private int markNext;
    private boolean opensOne;
    private boolean opensMarked;
    private boolean closed;
    private boolean asksHowItEnds;
    private Meant meant = Meant.ANYTHING;
    private Found.@Nullable Told told;
    private @Nullable JournalQuery shown;

    /** For one look into the journal; {@code leaves} goes back to the checkout. */
    JournalInteractor(JournalModel model, Ledger ledger, ScreenWords words, Runnable leaves) {
        this.model = model;
        this.ledger = ledger;
        this.words = words;
        this.leaves = leaves;
        this.asker = new Asker(ledger, this::heard);
        model.text.addListener((_, _, _) -> means(Meant.ANYTHING));
        model.dayLabel.set(words.text("day.all"));
        model.none.set(words.text("asking"));
    }

    /** Begins with the newest sales. */
    void begin() {
        asks();
    }

    /** The register did something: what is shown may have changed. */
    void moved() {
        if (closed) return;
        asks();
        model.opened.get().receipt().ifPresent(asker::open);
    }

    // Asking.

    /** Looks for the text as it stands now, taken for this. */
    private void means(Meant as) {
        meant = as;
        anew();
    }

    private void anew() {
        offset = 0;
        markNext = 0;
        opensOne = false;
        opensMarked = false;
        asks();
    }

    private void asks() {
        model.asking.set(true);
        asker.list(query());
    }

    /** What is asked now. */
    JournalQuery query() {
        LocalDate day = model.day.get().orElse(null);
        JournalQuery all = JournalQuery.newest(PAGE)
                .withText(model.text.get(), meant)
                .onDays(day, day)
                .page(PAGE, offset);
        return model.filter.get().on(all);
    }

    // Hearing.

    void heard(Found found) {
        if (closed) return;
        switch (found) {
            case Found.Listed listed -> listed(listed);
            case Found.Told one -> told(one);
            case Found.Silent(SearchProblem why) -> silent(why);
            case Found.CaughtUp _ -> moved();
            case Found.Fault(String code) -> says(Tone.BAD, "", words.text("program-fault", code));
        }
    }

    private void listed(Found.Listed listed) {
        if (!listed.query().equals(query())) return;
        ReceiptNumber before = marked().map(SaleLine::receipt).orElse(null);
        LocalDate today = words.date(ledger.wall().instant());
        List<SaleLine> now = listed.page().rows().stream()
                .map(sale -> words.line(sale, today))
                .toList();
        total = listed.page().total();
        shown = listed.query();
        if (!model.rows.equals(now)) model.rows.setAll(now);
        marks(before, now);
        model.count.set(words.count(listed.page(), offset));
        model.none.set(words.text(isNarrowed() ? "nothing-fits" : "nothing-yet"));
        model.asking.set(false);
        if (listed.current()) endsLag();
        else says(Tone.WARN, "", words.text("lags"));
        if (opensMarked || (opensOne && now.size() == 1)) marked().ifPresent(line -> open(line.receipt()));
        opensMarked = false;
        opensOne = false;
    }

    private boolean isNarrowed() {
        return !model.text.get().isBlank()
                || model.filter.get() != StateFilter.ALL
                || model.day.get().isPresent();
    }

    /** The same sale stays marked though others came, unless another page was asked for. */
    private void marks(@Nullable ReceiptNumber before, List<SaleLine> now) {
        int place = -1;
        for (int i = 0; markNext < 0 && i < now.size(); i++)
            if (now.get(i).receipt().equals(before)) place = i;
        if (place < 0) place = Math.min(Math.max(0, markNext), now.size() - 1);
        markNext = -1;
        model.marked.set(place);
    }

    private void told(Found.Told one) {
        if (model.opened.get().receipt().filter(one.receipt()::equals).isEmpty()) return;
        told = one;
        CasePicture picture = picture(one);
        model.opened.set(picture);
        if (picture.receipt().isEmpty()) says(Tone.WARN, "", words.text("no-such-sale", one.receipt()));
        else if (one.silent()) silent(one.why());
        else endsLag();
    }

    private CasePicture picture(Found.Told one) {
        boolean prints = ledger.shop().printing().on();
        Cases.Ending ending = new Cases.Ending(asksHowItEnds, this::howItEnds);
        Cases cases =
                new Cases(words, ledger.state().get(), ledger.shop()::isOfAnotherAccount, prints, ending, this::wants);
        // A question that is settled meanwhile does not come back by itself.
        if (!cases.canEnd(one.receipt())) asksHowItEnds = false;
        return cases.of(one);
    }

    /** Asks how the open case's voucher ends without paper, or takes the question back. */
    private void howItEnds(boolean asked) {
        asksHowItEnds = asked;
        if (told != null) model.opened.set(picture(told));
    }

    private void silent(@Nullable SearchProblem why) {
        model.asking.set(false);
        // What was found before stays only as an answer to the same question.
        if (!query().equals(shown)) {
            total = 0;
            model.rows.clear();
            model.marked.set(-1);
            model.none.set("");
            model.count.set("");
        }
        says(Tone.WARN, FaultCode.JOURNAL, words.problem(why));
    }

    /** What was said of the copy is over; what was said to a person's wish stays until the next one. */
    private void endsLag() {
        Said said = model.said.get();
        boolean ofTheCopy =
                said.code().equals(FaultCode.JOURNAL) || said.sentence().equals(words.text("lags"));
        if (ofTheCopy) model.said.set(Said.NONE);
    }

    private void says(Tone tone, String code, String sentence) {
        model.said.set(new Said(tone, code, sentence));
    }

    // What a person does.

    /** A scanner typed this: a receipt opens its case, a payment code pays nothing here, anything else is looked for. */
    void scanned(String code) {
        model.said.set(Said.NONE);
        switch (ledger.scans().read(code)) {
            case ScanMeaning.Receipt(String number) -> open(new ReceiptNumber(number));
            case ScanMeaning.Payment _, ScanMeaning.Ambiguous _ -> says(Tone.WARN, "", words.text("payment-code-here"));
            case ScanMeaning.Weighed weighed -> looksFor(weighed.itemCode(), Meant.ITEM_CODE);
            case ScanMeaning.Goods(String item) -> looksFor(item, Meant.ITEM_CODE);
            case ScanMeaning.Held _, ScanMeaning.BadCheckDigit _, ScanMeaning.NotACode _ ->
                looksFor(code, Meant.ANYTHING);
        }
    }

    private void looksFor(String text, Meant as) {
        back(false);
        model.text.set(text);
        means(as);
        opensOne = true;
    }

    /** Does what the key is for; false if it is for nothing. */
    boolean key(String name) {
        for (Choice choice : model.opened.get().choices()) {
            if (!choice.key().equals(name)) continue;
            if (choice.enabled()) choice.action().run();
            else says(Tone.WARN, "", choice.why());
            return true;
        }
        return switch (name) {
            case "F3" -> did(() -> filter(model.filter.get().next()));
            case "F4" -> did(this::todayOrAll);
            case "F5" -> did(() -> days(-1));
            case "F6" -> did(() -> days(1));
            case "Esc" -> did(() -> back(true));
            default -> false;
        };
    }

    private static boolean did(Runnable what) {
        what.run();
        return true;
    }

    void filter(StateFilter filter) {
        model.filter.set(filter);
        anew();
    }

    void todayOrAll() {
        day(model.day.get().isPresent() ? Optional.empty() : Optional.of(today()));
    }

    /** So many days on from the one shown; from all days to today. */
    void days(int by) {
        day(Optional.of(model.day.get().map(day -> day.plusDays(by)).orElse(today())));
    }

    private void day(Optional<LocalDate> day) {
        model.day.set(day);
        model.dayLabel.set(day.map(one -> one.equals(today()) ? words.text("day.today") : one.toString())
                .orElse(words.text("day.all")));
        anew();
    }

    private LocalDate today() {
        return words.day(ledger.wall().instant());
    }

    /** Marks another sale, on another page if need be. */
    void moves(int by) {
        if (total == 0 || model.rows.isEmpty()) return;
        long place = Math.clamp(offset + model.marked.get() + (long) by, 0, total - 1);
        int page = (int) (place / PAGE) * PAGE;
        int within = (int) (place - page);
        if (page == offset) {
            model.marked.set(Math.min(within, model.rows.size() - 1));
        } else {
            offset = page;
            markNext = within;
            asks();
        }
    }

    /**
     * Enter: the marked sale, also while the same list is only read again. On the way to another page, the one that is
     * marked there; before the answer to another question, the one that is found if it is one alone.
     */
    void opensMarked() {
        JournalQuery asked = query();
        if (!model.asking.get() || asked.equals(shown)) marked().ifPresent(line -> open(line.receipt()));
        else if (shown != null && asked.equals(shown.page(PAGE, offset))) opensMarked = true;
        else opensOne = true;
    }

    /** The sale at this place. */
    void choose(int place) {
        if (place < 0 || place >= model.rows.size()) return;
        model.marked.set(place);
        open(model.rows.get(place).receipt());
    }

    private Optional<SaleLine> marked() {
        int place = model.marked.get();
        return place < 0 || place >= model.rows.size() ? Optional.empty() : Optional.of(model.rows.get(place));
    }

    /** Opens the case of a sale. */
    void open(ReceiptNumber receipt) {
        boolean another = model.opened.get().receipt().filter(receipt::equals).isEmpty();
        if (another) {
            told = null;
            asksHowItEnds = false;
            model.said.set(Said.NONE);
            model.opened.set(new CasePicture(
                    Optional.of(receipt),
                    words.text("case.title", receipt),
                    "",
                    "",
                    List.of(Word.waits(words.text("asking"))),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        asker.open(receipt);
    }

    /** From the case to the list, from the list to the checkout. */
    void back(boolean leaving) {
        boolean open = model.opened.get().receipt().isPresent();
        told = null;
        asksHowItEnds = false;
        model.opened.set(CasePicture.NONE);
        if (open) model.said.set(Said.NONE);
        else if (leaving) leaves.run();
    }

    private void wants(Intent intent) {
        model.said.set(Said.NONE);
        howItEnds(false);
        ledger.register().accept(intent, reply -> FxBridge.later(() -> replied(intent, reply)));
    }

    private void replied(Intent intent, Reply reply) {
        if (closed) return;
        switch (reply) {
            case Reply.Done _ -> {
                if (intent instanceof Intent.Recall) leaves.run();
                if (intent instanceof Intent.AskAgain) says(Tone.PLAIN, "", words.text("asked-again"));
            }
            case Reply.Refused refused -> {
                String code = FaultCode.of(refused.reason());
                says(Tone.WARN, code == null ? "" : code, words.refusal(refused));
            }
        }
        if (told != null) asker.open(told.receipt());
    }

    @Override
    public void close() {
        closed = true;
        asker.close();
    }
}
