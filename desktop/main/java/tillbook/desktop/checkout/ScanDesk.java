package tillbook.desktop.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Catalog;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.money.Money;
import tillbook.payment.PaymentCode;
import tillbook.payment.Provider;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.sale.HeldNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.scan.ScanMeaning;
import tillbook.scan.ScanReader;
import tillbook.scan.Wallet;

/**
 * Where everything scanned or typed as a code arrives: says what follows from it for the register as it stands. Knows no
 * screen; it keeps the one question that is open, and a payment code only as long as its question.
 *
 * <p>Owned by one thread, that of the face.
 */
public final class ScanDesk {
    /** A second scan sooner than this is the scanner's bounce, not a person's yes. */
    static final long BOUNCE_MS = 700;

    /** A question older than this is forgotten: the payment code is dead by then. */
    static final long QUESTION_MS = 90_000;

    private final ScanReader reader;
    private final GoodsDesk goods;
    private final Money askAbove;
    private final LongSupplier monotonicMs;
    private @Nullable Question question;
    private @Nullable PaidSale lastPaid;

    private sealed interface Question {
        long sinceMs();

        record Amount(Intent.PayByCode pay, Due due, long sinceMs) implements Question {}

        record Meaning(List<ScanMeaning> meanings, long sinceMs) implements Question {}
    }

    /** What would be paid: the amount of a basket or of a frozen sale. */
    private record Due(long basket, Money amount) {}

    private record PaidSale(ReceiptNumber receipt, Money amount, Instant at) {}

    /**
     * A desk for one face.
     *
     * @param askAbove a payment code for more than this is sent only after a yes
     * @param language of the names on lines, where a good has one in it
     * @param monotonicMs any origin, never goes back
     */
    public ScanDesk(ScanReader reader, Catalog catalog, Money askAbove, Locale language, LongSupplier monotonicMs) {
        this.reader = reader;
        this.goods = new GoodsDesk(catalog, language);
        this.askAbove = askAbove;
        this.monotonicMs = monotonicMs;
    }

    /** Remembers when a sale was paid, to tell whoever wants to pay it again. {@code state} is the one with the entry. */
    public void saw(JournalEntry entry, RegisterState state) {
        if (!(entry.event() instanceof TenderPaid paid) || paid.completion() == null) return;
        Money amount =
                state.owed().of(paid.receipt()).map(owed -> owed.amount()).orElse(paid.amount());
        lastPaid = new PaidSale(
                paid.receipt(), amount, Instant.ofEpochMilli(entry.stamp().at()));
    }

    /** A scan, or a code typed as one would be scanned. */
    public Step scanned(String text, RegisterState state) {
        return follow(reader.read(text), state);
    }

    /** A code with a quantity, by hand: also for weighed goods without a label. */
    public Step byHand(String code, Quantity quantity) {
        question = null;
        return switch (reader.read(code)) {
            case ScanMeaning.Goods(String known) -> goods.byHand(known, quantity);
            case ScanMeaning.BadCheckDigit bad -> new Step.Explains(new Trouble.BadCheckDigit(bad.shown()));
            // No code of goods, and perhaps a payment code: shown as its mask, looked up nowhere.
            case ScanMeaning.Weighed _,
                    ScanMeaning.Payment _,
                    ScanMeaning.Receipt _,
                    ScanMeaning.Held _,
                    ScanMeaning.Ambiguous _,
                    ScanMeaning.NotACode _ ->
                new Step.Explains(new Trouble.NotACode(new ScanMeaning.NotACode(code).shown(), List.of()));
        };
    }

    /**
     * Goods that nobody knows yet: into the catalogue, and onto the counter. The catalogue is written, which takes some
     * milliseconds: not for the thread that draws.
     *
     * @param price yuan, as typed
     */
    public Step addNew(String code, String price, String name) {
        question = null;
        return switch (reader.read(code)) {
            case ScanMeaning.Goods(String unknown) -> goods.addNew(unknown, price, name);
            case ScanMeaning.BadCheckDigit bad -> new Step.Explains(new Trouble.BadCheckDigit(bad.shown()));
            case ScanMeaning.Weighed _,
                    ScanMeaning.Payment _,
                    ScanMeaning.Receipt _,
                    ScanMeaning.Held _,
                    ScanMeaning.Ambiguous _,
                    ScanMeaning.NotACode _ ->
                new Step.Explains(new Trouble.NotACode(new ScanMeaning.NotACode(code).shown(), List.of()));
        };
    }

    /** Yes to the question about the amount. */
    public Step confirmed(RegisterState state) {
        if (!(open() instanceof Question.Amount asked) || !asked.due().equals(due(state))) return nothingAsked();
        question = null;
        return new Step.Wants(asked.pay());
    }

    /** One of the meanings that were asked about, from 1. */
    public Step chosen(int number, RegisterState state) {
        if (!(open() instanceof Question.Meaning asked)
                || number < 1
                || number > asked.meanings().size()) {
            return nothingAsked();
        }
        question = null;
        return follow(asked.meanings().get(number - 1), state);
    }

    /** No to whatever was asked; true if something was. */
    public boolean denied() {
        boolean asked = open() != null;
        question = null;
        return asked;
    }

    /** Whether a choice between meanings is awaited: a bare small number is its answer. */
    public boolean awaitsChoice() {
        return open() instanceof Question.Meaning;
    }

    private @Nullable Question open() {
        Question asked = question;
        if (asked == null) return null;
        if (monotonicMs.getAsLong() - asked.sinceMs() > QUESTION_MS) question = null;
        return question;
    }

    private Step follow(ScanMeaning meaning, RegisterState state) {
        if (meaning instanceof ScanMeaning.Payment(Wallet wallet, PaymentCode code)) {
            return pay(new Intent.PayByCode(code, provider(wallet)), state);
        }
        question = null;
        return switch (meaning) {
            case ScanMeaning.Goods(String code) -> goods.byCode(code);
            case ScanMeaning.Weighed weighed -> goods.byLabel(weighed.itemCode(), weighed.measure());
            case ScanMeaning.Receipt(String number) -> new Step.Opens(new ReceiptNumber(number));
            case ScanMeaning.Held(HeldNumber number) -> new Step.Wants(new Intent.RecallHeld(number));
            case ScanMeaning.BadCheckDigit bad -> new Step.Explains(new Trouble.BadCheckDigit(bad.shown()));
            case ScanMeaning.NotACode no -> notACode(no);
            case ScanMeaning.Ambiguous(List<ScanMeaning> meanings) -> ask(meanings);
            case ScanMeaning.Payment _ -> throw new IllegalStateException("a payment code was handled above");
        };
    }

    /** What is masked may be a payment code, and is not handed to a search. */
    private Step notACode(ScanMeaning.NotACode no) {
        boolean plain = no.shown().equals(no.text());
        return new Step.Explains(new Trouble.NotACode(no.shown(), plain ? goods.named(no.text()) : List.of()));
    }

    private Step ask(List<ScanMeaning> meanings) {
        question = new Question.Meaning(meanings, monotonicMs.getAsLong());
        return new Step.AsksMeaning(meanings);
    }

    // Paying.

    private Step pay(Intent.PayByCode pay, RegisterState state) {
        Due due = due(state);
        if (due == null) return new Step.Explains(whyNothingIsDue(state));
        boolean asks = due.amount().compareTo(askAbove) > 0 && !isBeingPaid(state) && !isSecondScan(due);
        if (!asks) {
            question = null;
            return new Step.Wants(pay);
        }
        // A repeat within the bounce keeps the time of the first scan, or a bouncing scanner would ask for ever.
        long since = open() instanceof Question.Amount asked && asked.due().equals(due)
                ? asked.sinceMs()
                : monotonicMs.getAsLong();
        question = new Question.Amount(pay, due, since);
        return new Step.AsksAmount(due.amount(), askAbove, pay.provider());
    }

    private boolean isSecondScan(Due due) {
        return open() instanceof Question.Amount asked
                && asked.due().equals(due)
                && monotonicMs.getAsLong() - asked.sinceMs() >= BOUNCE_MS;
    }

    private static boolean isBeingPaid(RegisterState state) {
        return state.basket().isEmpty()
                && state.saleAtCounter().flatMap(SaleState::living).isPresent();
    }

    private static @Nullable Due due(RegisterState state) {
        if (!state.basket().isEmpty())
            return new Due(state.basket().number(), state.basket().total());
        return state.saleAtCounter()
                .filter(sale -> sale.stage() == SaleState.Stage.FROZEN)
                .map(sale -> new Due(sale.sale().basket(), sale.due()))
                .orElse(null);
    }

    private Trouble whyNothingIsDue(RegisterState state) {
        return paidAtCounter(state)
                .<Trouble>map(paid -> new Trouble.AlreadyPaid(paid.receipt(), paid.amount(), paid.at()))
                .orElseGet(Trouble.NothingDue::new);
    }

    private Optional<PaidSale> paidAtCounter(RegisterState state) {
        ReceiptNumber atCounter = state.atCounter();
        if (atCounter == null) return Optional.empty();
        if (lastPaid != null && lastPaid.receipt().equals(atCounter)) return Optional.of(lastPaid);
        return state.owed()
                .of(atCounter)
                .map(owed -> new PaidSale(owed.receipt(), owed.amount(), Instant.ofEpochMilli(owed.since())));
    }

    private static Step nothingAsked() {
        return new Step.Explains(new Trouble.NothingAsked());
    }

    private static Provider provider(Wallet wallet) {
        return switch (wallet) {
            case ALIPAY -> Provider.ALIPAY;
            case WECHAT -> Provider.WECHAT_PAY;
            case UNIONPAY -> Provider.UNION_PAY;
        };
    }
}
