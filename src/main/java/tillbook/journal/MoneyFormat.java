package tillbook.journal;

import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.VoucherEnd;
import tillbook.journal.JournalEvent.VoucherSettled;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.printing.PrintJobState;

/** How tenders that are paid and their vouchers lie on the tape. */
final class MoneyFormat {
    private MoneyFormat() {}

    static void write(FieldWriter out, ScanPaid paid) {
        out.receipt(Names.RECEIPT, paid.receipt())
                .number(Names.TENDER, paid.tender())
                .order(Names.ORDER, paid.order())
                .word(Names.PROVIDER, paid.provider())
                .money(Names.AMOUNT, paid.amount())
                .text(Names.TRADE_NUMBER, paid.tradeNumber())
                .instantIfAny(Names.PAID_AT, paid.paidAt())
                .textIfAny(Names.PAYER, paid.payer())
                .moneyIfAny(Names.PAYER_PAID, paid.payerPaid())
                .word(Names.CALL, paid.call())
                .object(Names.EXCHANGE, paid.exchange(), AttemptFormat::write)
                .objectIfAny(Names.COMPLETION, paid.completion(), MoneyFormat::write);
    }

    static ScanPaid scanPaid(FieldReader in) {
        return new ScanPaid(
                in.receipt(Names.RECEIPT),
                in.count(Names.TENDER),
                in.order(Names.ORDER),
                in.word(Names.PROVIDER, Provider.class),
                in.money(Names.AMOUNT),
                in.text(Names.TRADE_NUMBER),
                in.instantIfAny(Names.PAID_AT),
                in.textIfAny(Names.PAYER),
                in.moneyIfAny(Names.PAYER_PAID),
                in.word(Names.CALL, ProviderCall.class),
                in.object(Names.EXCHANGE, AttemptFormat::exchange),
                in.objectIfAny(Names.COMPLETION, MoneyFormat::completion));
    }

    static void write(FieldWriter out, CashTaken taken) {
        out.receipt(Names.RECEIPT, taken.receipt())
                .number(Names.TENDER, taken.tender())
                .money(Names.AMOUNT, taken.amount())
                .money(Names.GIVEN, taken.given())
                .money(Names.CHANGE, taken.change())
                .objectIfAny(Names.COMPLETION, taken.completion(), MoneyFormat::write);
    }

    static CashTaken cashTaken(FieldReader in) {
        return new CashTaken(
                in.receipt(Names.RECEIPT),
                in.count(Names.TENDER),
                in.money(Names.AMOUNT),
                in.money(Names.GIVEN),
                in.money(Names.CHANGE),
                in.objectIfAny(Names.COMPLETION, MoneyFormat::completion));
    }

    static void write(FieldWriter out, Completion completion) {
        out.word(Names.JOB, completion.job()).wordIfAny(Names.HELD, completion.held());
    }

    static Completion completion(FieldReader in) {
        return new Completion(in.word(Names.JOB, PrintJobState.class), in.wordIfAny(Names.HELD, HeldCause.class));
    }

    static void write(FieldWriter out, VoucherSettled settled) {
        out.receipt(Names.RECEIPT, settled.receipt())
                .word(Names.END, settled.end())
                .text(Names.BY, settled.by());
    }

    static VoucherSettled voucherSettled(FieldReader in) {
        return new VoucherSettled(in.receipt(Names.RECEIPT), in.word(Names.END, VoucherEnd.class), in.text(Names.BY));
    }
}
