package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Panel.Check;
import tillbook.desktop.checkout.screen.Panel.Item;
import tillbook.desktop.checkout.screen.Panel.Notice;
import tillbook.desktop.checkout.screen.Panel.Para;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.journal.JournalEvent.VoucherEnd;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrintWording;
import tillbook.receipt.Receipt;
import tillbook.register.Intent;
import tillbook.register.Sheet;
import tillbook.register.VouchersOwed;
import tillbook.sale.ReceiptNumber;

/** What is said of paper, and what may be done about it. */
final class PaperPanels {
    private final Sight sight;
    private final Words words;
    private final Does does;

    PaperPanels(Sight sight, Does does) {
        this.sight = sight;
        this.words = sight.words();
        this.does = does;
    }

    // On the panel of a sale that was just paid.

    /** Where its voucher is. */
    Check check(ReceiptNumber receipt) {
        Optional<VouchersOwed.Owed> owed = sight.state().owed().of(receipt);
        return owed.map(one -> check(receipt, one.sheet(), one.held())).orElseGet(this::ended);
    }

    private Check check(ReceiptNumber receipt, Sheet sheet, @Nullable HeldCause held) {
        return switch (sheet.state()) {
            case HELD ->
                new Check(Tone.WARN, "!", words.text("voucher.held"), held == null ? "" : words.shared("held", held));
            case QUEUED -> queued(sheet);
            case SENDING, SENT ->
                new Check(Tone.PLAIN, "◔", words.text("voucher.printing"), words.text("voucher.not-confirmed"));
            case UNKNOWN -> new Check(Tone.BAD, "?", words.text("voucher.unknown"), question(receipt, sheet));
            case CONFIRMED, UNCONFIRMABLE -> ended();
        };
    }

    private Check queued(Sheet sheet) {
        if (!prints()) return new Check(Tone.WARN, "!", words.text("voucher.owed"), words.text("voucher.no-printer"));
        PrinterFault fault = sheet.fault();
        if (fault != null) return new Check(Tone.WARN, "!", words.text("voucher.waits"), coded(fault));
        return isStale(sheet)
                ? new Check(Tone.WARN, "!", words.text("voucher.owed"), words.text("voucher.stale"))
                : new Check(Tone.PLAIN, "◔", words.text("voucher.printing"), words.text("voucher.to-printer"));
    }

    /** Nothing is owed any more: how that came, as far as this process saw it. */
    private Check ended() {
        return switch (sight.snapshot().lastVoucher()) {
            case JournalEvent.PrintMoved moved
            when moved.state() == PrintJobState.UNCONFIRMABLE ->
                new Check(Tone.OK, "✓", words.text("voucher.sent"), words.text("voucher.cannot-confirm"));
            case JournalEvent.PrintMoved moved
            when moved.state() == PrintJobState.CONFIRMED ->
                new Check(Tone.OK, "✓", words.text("voucher.confirmed"), "");
            case JournalEvent.PrintJudged judged ->
                new Check(Tone.OK, "✓", words.text("voucher.came-out"), judged.by());
            case null, default -> new Check(Tone.OK, "✓", words.text("voucher.settled"), "");
        };
    }

    /** What may be done about the paper of a sale that was just paid. */
    List<Choice> choices(ReceiptNumber receipt) {
        Optional<VouchersOwed.Owed> owed = sight.state().owed().of(receipt);
        if (owed.isPresent() && owed.get().job() == PrintJobState.UNKNOWN)
            return judge(receipt, owed.get().sheet(), "");
        if (owed.isPresent()) return owedChoices(receipt, owed.get().sheet(), "");
        boolean unsure = sight.snapshot().lastVoucher() instanceof JournalEvent.PrintMoved moved
                && moved.state() == PrintJobState.UNCONFIRMABLE;
        if (!prints() || sight.state().owed().newestSheet(receipt).isPresent()) return List.of();
        return List.of(print(receipt, 0, unsure ? "voucher.not-come" : "voucher.again", ""));
    }

    private List<Choice> owedChoices(ReceiptNumber receipt, Sheet sheet, String suffix) {
        List<Choice> all = new ArrayList<>();
        if (sheet.state() == PrintJobState.UNKNOWN) all.addAll(judge(receipt, sheet, suffix));
        else if (prints() && sheet.isUnspent() && waitsForAPerson(sheet))
            all.add(print(receipt, 0, "voucher.print", suffix));
        if (sheet.isUnderWay() || isOnItsWay(sheet)) return all;
        all.add(end(receipt, VoucherEnd.GIVEN, suffix));
        all.add(end(receipt, VoucherEnd.WAIVED, suffix));
        return all;
    }

    /** It comes out by itself in a moment: nothing that anybody gave another way, or did not want. */
    private boolean isOnItsWay(Sheet sheet) {
        return prints() && sheet.state() == PrintJobState.QUEUED && !waitsForAPerson(sheet);
    }

    private boolean waitsForAPerson(Sheet sheet) {
        return sheet.state() == PrintJobState.HELD || sheet.fault() != null || isStale(sheet);
    }

    private List<Choice> judge(ReceiptNumber receipt, Sheet sheet, String suffix) {
        return List.of(
                Choice.plain(
                        "came-out" + suffix,
                        words.text("voucher.yes"),
                        "",
                        () -> does.wants(new Intent.JudgePrint(receipt, sheet.copy(), true))),
                Choice.plain(
                        "not-out" + suffix,
                        words.text("voucher.no"),
                        "",
                        () -> does.wants(new Intent.JudgePrint(receipt, sheet.copy(), false))));
    }

    private Choice print(ReceiptNumber receipt, int copies, String key, String suffix) {
        return Choice.plain("print" + suffix, words.text(key), "", () -> does.wants(new Intent.Print(receipt, copies)));
    }

    private Choice end(ReceiptNumber receipt, VoucherEnd end, String suffix) {
        return Choice.plain(
                "voucher-" + end + suffix,
                words.text("voucher-end." + end),
                "",
                () -> does.wants(new Intent.SettleVoucher(receipt, end)));
    }

    // In the tray.

    /** A voucher owed, with one tap to print it. */
    Item item(VouchersOwed.Owed owed) {
        Check check = check(owed.receipt(), owed.sheet(), owed.held());
        return new Item(
                check.tone(),
                check.mark(),
                owed.amount() + " · " + words.time(owed.since()),
                List.of(words.text("receipt-number", owed.receipt()), sentence(check)),
                owedChoices(owed.receipt(), owed.sheet(), "-" + owed.receipt()));
    }

    /** A copy of which nobody knows whether it came out. */
    Item unknownCopy(VouchersOwed.Waiting copy) {
        return new Item(
                Tone.BAD,
                "?",
                words.text("voucher.copy", copy.sheet().copy()),
                List.of(words.text("receipt-number", copy.receipt()), question(copy.receipt(), copy.sheet())),
                judge(copy.receipt(), copy.sheet(), "-" + copy.receipt()));
    }

    private static String sentence(Check check) {
        return check.fine().isEmpty() ? check.text() : check.fine();
    }

    // Any paid sale.

    /** A paid sale that its code or a person named: what it was, and one more sheet of it. */
    Notice paidSale(Receipt receipt, int copies) {
        List<Para> paras = new ArrayList<>();
        paras.add(Para.of(words.text(
                "paid-sale.lines",
                receipt.lines().size(),
                receipt.lines().getFirst().name(),
                words.dayAndTime(receipt.at()))));
        paras.add(Para.of(words.text(copies == 0 ? "paid-sale.no-copies" : "paid-sale.copies", copies)));
        paras.add(Para.fine(words.text("receipt-number", receipt.number())));
        List<Choice> choices = new ArrayList<>();
        Optional<Sheet> sheet = sight.state().owed().newestSheet(receipt.number());
        boolean judges =
                sheet.filter(one -> one.state() == PrintJobState.UNKNOWN).isPresent();
        if (judges) choices.addAll(judge(receipt.number(), sheet.get(), ""));
        else
            choices.add(again(
                    receipt.number(), copies, sheet.filter(Sheet::isUnspent).isPresent()));
        choices.add(Choice.plain("back", words.text("back"), "Esc", does::back));
        return new Notice(
                "paid-sale",
                Tone.OK,
                "✓",
                words.text("paid-sale.title"),
                receipt.total().toString(),
                paras,
                -1,
                List.of(check(receipt.number(), sheet)),
                choices);
    }

    private Check check(ReceiptNumber receipt, Optional<Sheet> sheet) {
        HeldCause held =
                sight.state().owed().of(receipt).map(VouchersOwed.Owed::held).orElse(null);
        return sheet.map(one -> check(receipt, one, held))
                .orElseGet(() -> new Check(Tone.OK, "✓", words.text("voucher.settled"), ""));
    }

    private Choice again(ReceiptNumber receipt, int copies, boolean original) {
        return Choice.main(
                        "print",
                        words.text(original ? "voucher.print" : "voucher.again"),
                        "",
                        () -> does.wants(new Intent.Print(receipt, copies)))
                .onlyIf(prints(), words.text("voucher.no-printer"));
    }

    // Small words.

    private boolean prints() {
        return sight.shop().printing().on();
    }

    private boolean isStale(Sheet sheet) {
        long age = sight.wallMs() - sheet.since();
        return age < 0 || age > sight.shop().printing().askAfterMs();
    }

    private String question(ReceiptNumber receipt, Sheet sheet) {
        String asks = new PrintWording(words.language()).question(receipt.text());
        PrinterFault fault = sheet.fault();
        return fault == null ? asks : fault.code() + " · " + asks;
    }

    private String coded(PrinterFault fault) {
        return fault.code() + " · " + new PrintWording(words.language()).of(fault);
    }
}
