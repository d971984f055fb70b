package tillbook.journal;

import tillbook.journal.JournalEvent.CashierSignedOn;
import tillbook.journal.JournalEvent.RegisterStarted;
import tillbook.journal.JournalEvent.RegisterStopped;
import tillbook.journal.JournalEvent.ShiftOpened;

/** How the register's own events lie on the tape, and the stamp that every record bears. */
final class RegisterFormat {
    private RegisterFormat() {}

    static void write(FieldWriter out, Stamp stamp) {
        out.number(Names.REGISTER, stamp.register())
                .number(Names.SHIFT, stamp.shift())
                .text(Names.CASHIER, stamp.cashier())
                .day(Names.DAY, stamp.day())
                .number(Names.AT, stamp.at())
                .number(Names.UP, stamp.up());
    }

    static Stamp stamp(FieldReader in) {
        return new Stamp(
                in.count(Names.REGISTER),
                in.count(Names.SHIFT),
                in.text(Names.CASHIER),
                in.day(Names.DAY),
                in.number(Names.AT),
                in.number(Names.UP));
    }

    static void write(FieldWriter out, RegisterStarted started) {
        out.text(Names.EPOCH, started.epoch())
                .text(Names.PLACE, started.place())
                .text(Names.VERSION, started.version())
                .flag(Names.PRACTICE, started.practice())
                .flag(Names.AFTER_UNCLEAN_END, started.afterUncleanEnd());
    }

    static RegisterStarted started(FieldReader in) {
        return new RegisterStarted(
                in.text(Names.EPOCH),
                in.text(Names.PLACE),
                in.text(Names.VERSION),
                in.flag(Names.PRACTICE),
                in.flag(Names.AFTER_UNCLEAN_END));
    }

    static void write(FieldWriter out, RegisterStopped stopped) {
        out.number(Names.ATTEMPTS_OPEN, stopped.attemptsOpen()).number(Names.VOUCHERS_OWED, stopped.vouchersOwed());
    }

    static RegisterStopped stopped(FieldReader in) {
        return new RegisterStopped(in.count(Names.ATTEMPTS_OPEN), in.count(Names.VOUCHERS_OWED));
    }

    static void write(FieldWriter out, ShiftOpened opened) {
        out.number(Names.SHIFT, opened.shift()).text(Names.CASHIER, opened.cashier());
    }

    static ShiftOpened shiftOpened(FieldReader in) {
        return new ShiftOpened(in.count(Names.SHIFT), in.text(Names.CASHIER));
    }

    static void write(FieldWriter out, CashierSignedOn signedOn) {
        out.text(Names.CASHIER, signedOn.cashier());
    }

    static CashierSignedOn signedOn(FieldReader in) {
        return new CashierSignedOn(in.text(Names.CASHIER));
    }
}
