package tillbook.desktop.journal.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.journal.TimeLine;
import tillbook.desktop.journal.Verdict;
import tillbook.desktop.journal.screen.CasePicture.Fact;
import tillbook.desktop.journal.screen.CasePicture.Moment;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.CopyOrdered;
import tillbook.journal.JournalEvent.SaleFrozen;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.journal.JournalEvent.VoucherEnd;
import tillbook.journal.search.AttemptRow;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SaleStory;
import tillbook.journal.search.TenderRow;
import tillbook.printing.PrintJobState;
import tillbook.register.Attempt;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.register.Sheet;
import tillbook.sale.Line;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/** Makes the picture of a case: verdict, life, facts, and what may safely be done now. Immutable. */
final class Cases {
    /**
     * The keys, by what they do: a key whose meaning is gone does nothing, and never what stands in its place by then.
     * F11 alone does two things, both of which only lead on: nothing is recorded until a person says more.
     */
    private static final Map<String, String> KEYS = Map.of(
            "print", "F12",
            "came-out", "F7",
            "not-out", "F8",
            "end", "F11",
            "resume", "F11",
            "ask-again", "F9",
            "voucher-GIVEN", "F2",
            "voucher-WAIVED", "F10",
            "keep", "Esc");

    private static final Set<String> ANSWERS = Set.of("came-out", "keep");

    private final ScreenWords words;
    private final TimeLine sentences;
    private final RegisterState state;
    private final boolean prints;
    private final Predicate<Attempt> isOfAnotherAccount;
    private final Consumer<Intent> does;
    private final Ending ending;

    /**
     * Whether a person asked how a voucher ends without paper.
     *
     * @param asked the question stands
     * @param asks asks it, or takes it back
     */
    record Ending(boolean asked, Consumer<Boolean> asks) {}

    /**
     * Cases as they stand with the register in this state.
     *
     * @param isOfAnotherAccount whether the provider knows nothing of it any more, by the settings of now
     * @param prints whether there is a printer to order a sheet of
     * @param ending whether it is asked how the voucher ends
     * @param does what a choice wants of the register
     */
    Cases(
            ScreenWords words,
            RegisterState state,
            Predicate<Attempt> isOfAnotherAccount,
            boolean prints,
            Ending ending,
            Consumer<Intent> does) {
        this.isOfAnotherAccount = isOfAnotherAccount;
        this.words = words;
        this.sentences = new TimeLine(words.room());
        this.state = state;
        this.prints = prints;
        this.ending = ending;
        this.does = does;
    }

    CasePicture of(Found.Told told) {
        return told.story().map(story -> of(told, story)).orElseGet(() -> withoutTheCopy(told));
    }

    private CasePicture of(Found.Told told, SaleStory story) {
        SaleRow sale = story.sale();
        SaleRow.Opening opening = sale.opening();
        Verdict verdict = Verdict.of(story);
        List<Word> said = new ArrayList<>();
        said.add(word(verdict.money(), verdict.money(words.room(), sale)));
        said.add(word(verdict.voucher(), verdict.voucher(words.room())));
        asked(told.receipt()).ifPresent(said::add);
        return new CasePicture(
                Optional.of(told.receipt()),
                words.text("case.title", told.receipt()),
                words.text("case.fine", words.dayAndClock(opening.at()), opening.cashier()),
                opening.amount().toString(),
                said,
                story.chapters().stream()
                        .map(chapter -> moment(chapter, opening.at()))
                        .toList(),
                facts(story),
                choices(told, verdict.money() == Verdict.MoneyIs.PAID || isPaid(told)));
    }

    /** What this process remembers of it while the copy cannot be asked. */
    private CasePicture withoutTheCopy(Found.Told told) {
        if (told.records().isEmpty() && !told.silent()) return CasePicture.NONE;
        Optional<Sale> sale = told.records().stream()
                .filter(entry -> entry.event() instanceof SaleFrozen)
                .map(entry -> ((SaleFrozen) entry.event()).sale())
                .reduce((_, later) -> later);
        long at =
                told.records().isEmpty() ? 0 : told.records().getFirst().stamp().at();
        List<Word> said = new ArrayList<>();
        said.add(Word.warn(words.text(told.records().isEmpty() ? "case.unknown-now" : "case.known-here")));
        if (isPaid(told)) said.add(Word.ok(words.text("money.paid")));
        asked(told.receipt()).ifPresent(said::add);
        return new CasePicture(
                Optional.of(told.receipt()),
                words.text("case.title", told.receipt()),
                told.records().isEmpty()
                        ? ""
                        : words.text(
                                "case.fine",
                                words.dayAndClock(at),
                                told.records().getFirst().stamp().cashier()),
                sale.map(one -> one.amount().toString()).orElse(""),
                said,
                told.records().stream().map(entry -> moment(entry, at)).toList(),
                sale.map(one -> lines(one.lines())).orElse(List.of()),
                choices(told, isPaid(told)));
    }

    private static boolean isPaid(Found.Told told) {
        return told.records().stream()
                .anyMatch(entry -> entry.event() instanceof TenderPaid paid && paid.completion() != null);
    }

    // The verdict.

    private static Word word(Verdict.MoneyIs money, String sentence) {
        return switch (money) {
            case PAID -> Word.ok(sentence);
            case NOT_ASKED, NOT_PAID, BACK, NOT_TAKEN_BY_WORD, RETURNED_BY_WORD -> Word.plain(sentence);
            case BEING_CHECKED, GOING_BACK -> Word.waits(sentence);
            case PART_PAID, PART_PAID_AND_GOING_BACK, PART_PAID_AND_CHECKING, PAID_AND_CHECKING -> Word.warn(sentence);
            case FOR_A_PERSON, PART_PAID_AND_FOR_A_PERSON, PAID_AND_FOR_A_PERSON -> Word.bad(sentence);
        };
    }

    private static Word word(Verdict.VoucherIs voucher, String sentence) {
        return switch (voucher) {
            case PRINTED, UNCONFIRMED, GIVEN -> Word.ok(sentence);
            case NOT_DUE, AFTER_THE_OUTCOME, WAIVED -> Word.plain(sentence);
            case PRINTING -> Word.waits(sentence);
            case QUEUED, HELD -> Word.warn(sentence);
            case UNKNOWN -> Word.asks(sentence);
        };
    }

    /** How its voucher ends, if a person wants it to; else whether a sheet came out of which nobody knows it. */
    private Optional<Word> asked(ReceiptNumber receipt) {
        if (asksHowItEnds(receipt)) return Optional.of(Word.asks(words.text("end.asks", receipt)));
        return doubted(receipt).map(sheet -> Word.asks(words.question(receipt, sheet.copy())));
    }

    private Optional<Sheet> doubted(ReceiptNumber receipt) {
        return state.owed().newestSheet(receipt).filter(sheet -> sheet.state() == PrintJobState.UNKNOWN);
    }

    // Its life.

    private Moment moment(SaleStory.Chapter chapter, long besideMs) {
        JournalEntry entry = chapter.entry();
        if (entry != null) return moment(entry, besideMs);
        Marks marks = new Marks(tillbook.desktop.checkout.screen.Tone.WARN, "!");
        return new Moment(
                "",
                marks.tone(),
                marks.mark(),
                words.room().text("line.unreadable", chapter.sequence(), chapter.type()));
    }

    private Moment moment(JournalEntry entry, long besideMs) {
        Marks marks = Marks.of(entry.event());
        return new Moment(
                words.seconds(entry.stamp().at(), besideMs),
                marks.tone(),
                marks.mark(),
                sentences.sentence(entry.event()));
    }

    // Facts.

    private List<Fact> facts(SaleStory story) {
        List<Fact> all = new ArrayList<>(lines(story.lines()));
        all.addFirst(new Fact(words.text("fact.receipt"), story.sale().receipt().text(), true));
        story.tenders().forEach(tender -> all.add(tender(tender)));
        for (AttemptRow attempt : story.attempts()) {
            all.add(new Fact(words.text("fact.order"), attempt.order().text(), true));
            String trade = attempt.progress().tradeNumber();
            if (trade != null) all.add(new Fact(words.text("fact.trade"), trade, true));
        }
        return all;
    }

    private Fact tender(TenderRow tender) {
        String how = words.means(tender.means());
        String value = tender.given() == null
                ? words.text("fact.tender", how, tender.amount())
                : words.text("fact.cash", how, tender.amount(), tender.given(), tender.change());
        return new Fact(words.text("fact.paid-with"), value, false);
    }

    private List<Fact> lines(List<Line> lines) {
        return lines.stream()
                .map(line -> new Fact(
                        line.name(),
                        words.text("fact.line", line.unitPrice(), line.quantity(), line.unit(), line.amount()),
                        false))
                .toList();
    }

    // What may be done.

    private List<Choice> choices(Found.Told told, boolean paid) {
        ReceiptNumber receipt = told.receipt();
        if (asksHowItEnds(receipt)) return keyed(howItEnds(receipt));
        List<Choice> all = new ArrayList<>();
        Optional<Sheet> doubted = doubted(receipt);
        if (doubted.isPresent()) judge(receipt, doubted.get(), all);
        else if (paid) all.add(print(told));
        if (canEnd(receipt))
            all.add(Choice.plain(
                    "end", words.text("do.end"), "", () -> ending.asks().accept(true)));
        state.sale(receipt)
                .filter(sale ->
                        sale.stage() == SaleState.Stage.FROZEN && sale.living().isEmpty())
                .ifPresent(_ -> all.add(choice("resume", words.text("do.resume"), new Intent.Recall(receipt))));
        // It goes away by itself, and what stands before it stays where it is.
        if (canBeAskedAbout(receipt)) all.add(choice("ask-again", words.text("do.ask-again"), new Intent.AskAgain()));
        return keyed(all);
    }

    /** Nothing ends a voucher that is printed already, or is being printed. */
    boolean canEnd(ReceiptNumber receipt) {
        return state.owed()
                .of(receipt)
                .filter(owed -> !owed.sheet().isUnderWay())
                .isPresent();
    }

    private boolean asksHowItEnds(ReceiptNumber receipt) {
        return ending.asked() && canEnd(receipt);
    }

    private List<Choice> howItEnds(ReceiptNumber receipt) {
        return List.of(
                end(receipt, VoucherEnd.GIVEN),
                end(receipt, VoucherEnd.WAIVED),
                Choice.plain(
                        "keep", words.text("end.keep"), "", () -> ending.asks().accept(false)));
    }

    /** An attempt of another account is never asked about, and of one that contradicts itself the provider knows no better. */
    private boolean canBeAskedAbout(ReceiptNumber receipt) {
        return state.openAttempts()
                .filter(attempt -> attempt.facts().receipt().equals(receipt) && !isOfAnotherAccount.test(attempt))
                .anyMatch(attempt -> switch (attempt.state()) {
                    case PENDING, UNKNOWN, CANCELLING, WATCH, NEEDS_PERSON -> true;
                    case CREATED, SENDING, ANOMALY, PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> false;
                });
    }

    private Choice print(Found.Told told) {
        ReceiptNumber receipt = told.receipt();
        Optional<Sheet> sheet = state.owed().newestSheet(receipt);
        int copies = copies(told);
        boolean original =
                sheet.filter(one -> one.copy() == 0 && one.isUnspent()).isPresent();
        boolean busy = sheet.filter(Sheet::isUnderWay).isPresent();
        return choice(
                        "print",
                        words.text(original ? "do.print" : "do.copy", copies + 1),
                        new Intent.Print(receipt, copies))
                .onlyIf(prints && !busy, words.text(prints ? "do.printing" : "do.no-printer"));
    }

    /** The highest number that a copy bears, by either of the two that know: no two copies bear the same. */
    private static int copies(Found.Told told) {
        int remembered = told.records().stream()
                .mapToInt(entry -> entry.event() instanceof CopyOrdered ordered ? ordered.copy() : 0)
                .max()
                .orElse(0);
        return told.story()
                .map(story -> Math.max(remembered, story.sale().voucher().copies()))
                .orElse(remembered);
    }

    private void judge(ReceiptNumber receipt, Sheet sheet, List<Choice> all) {
        all.add(choice("came-out", words.text("do.came-out"), new Intent.JudgePrint(receipt, sheet.copy(), true)));
        all.add(choice("not-out", words.text("do.not-out"), new Intent.JudgePrint(receipt, sheet.copy(), false)));
    }

    private Choice end(ReceiptNumber receipt, VoucherEnd end) {
        return choice("voucher-" + end, words.text("do." + end), new Intent.SettleVoucher(receipt, end));
    }

    private Choice choice(String id, String label, Intent intent) {
        return Choice.plain(id, label, "", () -> does.accept(intent));
    }

    /** Each has its key. Of the answers to a question none is larger than the others. */
    private static List<Choice> keyed(List<Choice> all) {
        boolean asks = all.stream().anyMatch(choice -> ANSWERS.contains(choice.id()));
        List<Choice> keyed = new ArrayList<>();
        for (Choice choice : all) {
            Choice.Weight weight = keyed.isEmpty() && !asks ? Choice.Weight.MAIN : Choice.Weight.PLAIN;
            String key = KEYS.getOrDefault(choice.id(), "");
            keyed.add(new Choice(
                    choice.id(), choice.label(), key, weight, choice.enabled(), choice.why(), choice.action()));
        }
        return keyed;
    }
}
