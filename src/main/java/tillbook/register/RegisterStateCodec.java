package tillbook.register;

import java.util.List;
import tillbook.journal.AttemptFormat;
import tillbook.journal.DiscountFormat;
import tillbook.journal.FieldReader;
import tillbook.journal.FieldWriter;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.journal.SaleFormat;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.sale.Basket;
import tillbook.sale.Discounts;
import tillbook.sale.HeldNumber;
import tools.jackson.core.io.SerializedString;

/** How a register's state lies at the head of a tape segment: the components of its records, by their names. */
final class RegisterStateCodec {
    private static final SerializedString EPOCHS = name("epochs");
    private static final SerializedString PLACE = name("place");
    private static final SerializedString OPEN = name("open");
    private static final SerializedString SHIFT = name("shift");
    private static final SerializedString CASHIER = name("cashier");
    private static final SerializedString NEXT_SALE = name("nextSale");
    private static final SerializedString NEXT_BASKET = name("nextBasket");
    private static final SerializedString BASKET = name("basket");
    private static final SerializedString NUMBER = name("number");
    private static final SerializedString LINES = name("lines");
    private static final SerializedString NEXT_LINE = name("nextLine");
    private static final SerializedString AT_COUNTER = name("atCounter");
    private static final SerializedString SALES = name("sales");
    private static final SerializedString SALE = name("sale");
    private static final SerializedString ATTEMPTS = name("attempts");
    private static final SerializedString PAID = name("paid");
    private static final SerializedString STAGE = name("stage");
    private static final SerializedString FACTS = name("facts");
    private static final SerializedString STATE = name("state");
    private static final SerializedString SENDING_AT = name("sendingAt");
    private static final SerializedString GOODS_KEPT = name("goodsKept");
    private static final SerializedString CANCEL = name("cancel");
    private static final SerializedString CANCEL_ANSWER = name("cancelAnswer");
    private static final SerializedString ANOTHER_ALLOWED_BY = name("anotherAllowedBy");
    private static final SerializedString CONFIRMING = name("confirming");
    private static final SerializedString ASKED = name("asked");
    private static final SerializedString LAST = name("last");
    private static final SerializedString OWED = name("owed");
    private static final SerializedString NEWEST = name("newest");
    private static final SerializedString OLDER = name("older");
    private static final SerializedString RECEIPT = name("receipt");
    private static final SerializedString AMOUNT = name("amount");
    private static final SerializedString SINCE = name("since");
    private static final SerializedString JOB = name("job");
    private static final SerializedString HELD = name("held");
    private static final SerializedString NAMED = name("named");
    private static final SerializedString DISCOUNTS = name("discounts");
    private static final SerializedString HELD_BASKETS = name("heldBaskets");
    private static final SerializedString NOTE = name("note");
    private static final SerializedString LAST_AT = name("lastAt");
    private static final SerializedString SHEET = name("sheet");
    private static final SerializedString COPY = name("copy");
    private static final SerializedString FAULT = name("fault");
    private static final SerializedString BY = name("by");
    private static final SerializedString COPIES = name("copies");
    private static final SerializedString COPY_NUMBERS = name("copyNumbers");

    private RegisterStateCodec() {}

    private static SerializedString name(String text) {
        return new SerializedString(text);
    }

    static void write(FieldWriter out, RegisterState state) {
        out.texts(EPOCHS, state.epochs())
                .text(PLACE, state.place())
                .flag(OPEN, state.open())
                .number(SHIFT, state.shift())
                .text(CASHIER, state.cashier())
                .number(NEXT_SALE, state.nextSale())
                .number(NEXT_BASKET, state.nextBasket())
                .object(BASKET, state.basket(), RegisterStateCodec::write)
                .receiptIfAny(AT_COUNTER, state.atCounter())
                .list(SALES, state.sales(), RegisterStateCodec::write)
                .object(OWED, state.owed(), RegisterStateCodec::write)
                .number(LAST_AT, state.lastAt());
        if (!state.held().isEmpty()) out.list(HELD_BASKETS, state.held(), RegisterStateCodec::write);
    }

    /** Reads what {@link #write} of this or any earlier version wrote; see {@link FieldReader} for what it refuses. */
    static RegisterState read(FieldReader in) {
        RegisterState withoutHeld = new RegisterState(
                in.texts(EPOCHS),
                in.text(PLACE),
                in.flag(OPEN),
                in.count(SHIFT),
                in.text(CASHIER),
                in.number(NEXT_SALE),
                in.number(NEXT_BASKET),
                in.object(BASKET, RegisterStateCodec::basket),
                in.receiptIfAny(AT_COUNTER),
                in.list(SALES, RegisterStateCodec::sale),
                List.of(),
                in.object(OWED, RegisterStateCodec::vouchersOwed),
                in.number(LAST_AT));
        return withoutHeld.with(in.listIfAny(HELD_BASKETS, RegisterStateCodec::held));
    }

    private static void write(FieldWriter out, Basket basket) {
        out.number(NUMBER, basket.number())
                .list(LINES, basket.lines(), SaleFormat::write)
                .number(NEXT_LINE, basket.nextLine());
        write(out, basket.discounts());
    }

    private static Basket basket(FieldReader in) {
        return new Basket(in.number(NUMBER), in.list(LINES, SaleFormat::line), in.count(NEXT_LINE), discounts(in));
    }

    /** Left out where there are none, which is the rule. */
    private static void write(FieldWriter out, Discounts discounts) {
        if (!discounts.isEmpty()) out.object(DISCOUNTS, discounts, DiscountFormat::write);
    }

    private static Discounts discounts(FieldReader in) {
        Discounts said = in.objectIfAny(DISCOUNTS, DiscountFormat::discounts);
        return said == null ? Discounts.NONE : said;
    }

    private static void write(FieldWriter out, HeldBasket held) {
        out.text(NUMBER, held.number().text())
                .object(BASKET, held.basket(), RegisterStateCodec::write)
                .text(NOTE, held.note())
                .number(SINCE, held.since());
    }

    private static HeldBasket held(FieldReader in) {
        return new HeldBasket(
                new HeldNumber(in.text(NUMBER)),
                in.object(BASKET, RegisterStateCodec::basket),
                in.text(NOTE),
                in.number(SINCE));
    }

    private static void write(FieldWriter out, SaleState sale) {
        out.object(SALE, sale.sale(), SaleFormat::write)
                .list(ATTEMPTS, sale.attempts(), RegisterStateCodec::write)
                .money(PAID, sale.paid())
                .word(STAGE, sale.stage());
        write(out, sale.discounts());
    }

    private static SaleState sale(FieldReader in) {
        return new SaleState(
                in.object(SALE, SaleFormat::sale),
                in.list(ATTEMPTS, RegisterStateCodec::attempt),
                in.money(PAID),
                in.word(STAGE, SaleState.Stage.class),
                discounts(in));
    }

    private static void write(FieldWriter out, Attempt attempt) {
        out.object(FACTS, attempt.facts(), AttemptFormat::write)
                .word(STATE, attempt.state())
                .number(SENDING_AT, attempt.sendingAt())
                .flag(GOODS_KEPT, attempt.goodsKept())
                .wordIfAny(CANCEL, attempt.cancel())
                .wordIfAny(CANCEL_ANSWER, attempt.cancelAnswer())
                .textIfAny(ANOTHER_ALLOWED_BY, attempt.anotherAllowedBy())
                .flag(CONFIRMING, attempt.confirming())
                .number(ASKED, attempt.asked())
                .objectIfAny(LAST, attempt.last(), AttemptFormat::write);
    }

    private static Attempt attempt(FieldReader in) {
        return new Attempt(
                in.object(FACTS, AttemptFormat::created),
                in.word(STATE, AttemptState.class),
                in.number(SENDING_AT),
                in.flag(GOODS_KEPT),
                in.wordIfAny(CANCEL, CancelCause.class),
                in.wordIfAny(CANCEL_ANSWER, AnswerKind.class),
                in.textIfAny(ANOTHER_ALLOWED_BY),
                in.flag(CONFIRMING),
                in.count(ASKED),
                in.objectIfAny(LAST, AttemptFormat::answered));
    }

    private static void write(FieldWriter out, VouchersOwed owed) {
        out.list(NEWEST, owed.newest(), RegisterStateCodec::write).number(OLDER, owed.older());
        if (owed.named().count() > 0) out.texts(NAMED, owed.named().texts());
        if (!owed.copies().open().isEmpty()) out.list(COPIES, owed.copies().open(), RegisterStateCodec::write);
        if (!owed.copies().numbers().isEmpty()) {
            out.list(COPY_NUMBERS, owed.copies().numbers(), RegisterStateCodec::write);
        }
    }

    private static VouchersOwed vouchersOwed(FieldReader in) {
        VouchersOwed counted = new VouchersOwed(in.list(NEWEST, RegisterStateCodec::owed), in.number(OLDER));
        return new VouchersOwed(
                counted.newest(),
                OlderVouchers.of(in.textsIfAny(NAMED)),
                counted.older(),
                new Copies(
                        in.listIfAny(COPIES, RegisterStateCodec::copy),
                        in.listIfAny(COPY_NUMBERS, RegisterStateCodec::copyNumber)));
    }

    /** What is not begun stands as it did before there were sheets. */
    private static void write(FieldWriter out, VouchersOwed.Owed owed) {
        out.receipt(RECEIPT, owed.receipt())
                .money(AMOUNT, owed.amount())
                .number(SINCE, owed.since())
                .word(JOB, owed.job())
                .wordIfAny(HELD, owed.held());
        if (!owed.sheet().equals(Sheet.original(owed.job(), owed.since()))) {
            out.object(SHEET, owed.sheet(), RegisterStateCodec::write);
        }
    }

    private static VouchersOwed.Owed owed(FieldReader in) {
        VouchersOwed.Owed plain = new VouchersOwed.Owed(
                in.receipt(RECEIPT),
                in.money(AMOUNT),
                in.number(SINCE),
                in.word(JOB, PrintJobState.class),
                in.wordIfAny(HELD, HeldCause.class));
        Sheet sheet = in.objectIfAny(SHEET, RegisterStateCodec::sheet);
        return sheet == null
                ? plain
                : new VouchersOwed.Owed(plain.receipt(), plain.amount(), plain.since(), sheet, plain.held());
    }

    private static void write(FieldWriter out, Sheet sheet) {
        out.number(COPY, sheet.copy())
                .word(STATE, sheet.state())
                .number(SINCE, sheet.since())
                .wordIfAny(FAULT, sheet.fault())
                .textIfAny(BY, sheet.by());
    }

    private static Sheet sheet(FieldReader in) {
        return new Sheet(
                in.count(COPY),
                in.word(STATE, PrintJobState.class),
                in.number(SINCE),
                in.wordIfAny(FAULT, PrinterFault.class),
                in.textIfAny(BY));
    }

    private static void write(FieldWriter out, Copies.Open copy) {
        out.receipt(RECEIPT, copy.receipt()).object(SHEET, copy.sheet(), RegisterStateCodec::write);
    }

    private static Copies.Open copy(FieldReader in) {
        return new Copies.Open(in.receipt(RECEIPT), in.object(SHEET, RegisterStateCodec::sheet));
    }

    private static void write(FieldWriter out, Copies.Newest newest) {
        out.receipt(RECEIPT, newest.receipt()).number(COPY, newest.copy());
    }

    private static Copies.Newest copyNumber(FieldReader in) {
        return new Copies.Newest(in.receipt(RECEIPT), in.count(COPY));
    }
}
