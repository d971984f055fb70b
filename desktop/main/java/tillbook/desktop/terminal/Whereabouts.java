package tillbook.desktop.terminal;

import tillbook.desktop.checkout.MoneyIs;
import tillbook.desktop.checkout.VoucherIs;
import tillbook.payment.AttemptState;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.register.VouchersOwed;
import tillbook.sale.ReceiptNumber;
import tillbook.text.Texts;

/** The answer to the two questions that come before every trouble. Immutable. */
record Whereabouts(MoneyIs money, VoucherIs voucher) {
    static final Whereabouts NOTHING_ASKED = new Whereabouts(MoneyIs.NOT_ASKED, VoucherIs.NOT_DUE);

    /** Of the sale whose customer stands at the counter. */
    static Whereabouts atCounter(RegisterState state) {
        ReceiptNumber receipt = state.atCounter();
        return receipt == null ? NOTHING_ASKED : of(state, receipt);
    }

    /** Of any sale that was frozen once. */
    static Whereabouts of(RegisterState state, ReceiptNumber receipt) {
        return state.sale(receipt)
                .filter(sale -> sale.stage() != SaleState.Stage.PAID)
                .map(Whereabouts::of)
                .orElseGet(() -> new Whereabouts(MoneyIs.PAID, voucher(state, receipt)));
    }

    private static Whereabouts of(SaleState sale) {
        return sale.living()
                .map(attempt -> of(attempt.state()))
                .orElseGet(() -> sale.attempts().isEmpty()
                        ? NOTHING_ASKED
                        : last(sale.attempts().getLast()));
    }

    private static Whereabouts last(Attempt attempt) {
        return of(attempt.state());
    }

    /** Of one attempt that has not paid. */
    static Whereabouts of(AttemptState state) {
        MoneyIs money = MoneyIs.of(state);
        boolean open = money == MoneyIs.BEING_CHECKED || money == MoneyIs.FOR_A_PERSON;
        return new Whereabouts(money, open ? VoucherIs.AFTER_THE_OUTCOME : VoucherIs.NOT_DUE);
    }

    static VoucherIs voucher(RegisterState state, ReceiptNumber receipt) {
        // Of the older ones only the number is kept: nothing prints them by itself any more.
        VoucherIs otherwise = state.owed().owes(receipt) ? VoucherIs.HELD : VoucherIs.SETTLED;
        return state.owed().of(receipt).map(Whereabouts::voucher).orElse(otherwise);
    }

    private static VoucherIs voucher(VouchersOwed.Owed owed) {
        return VoucherIs.of(owed.job());
    }

    /** One line: where the money is, where the voucher is. */
    String line(Texts texts) {
        return texts.text("money." + money) + " " + texts.text("voucher." + voucher);
    }

    /** The saying with both answers as fields, and as its first line. */
    Saying before(Saying saying, Texts texts) {
        return saying.with("money", Names.of(money))
                .with("voucher", Names.of(voucher))
                .line(line(texts));
    }
}
