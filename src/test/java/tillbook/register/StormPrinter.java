package tillbook.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintEvidence;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.sale.ReceiptNumber;

/**
 * A printer and its roll in virtual time, as the register's printing thread would report of it: out of paper, cut off in
 * the midst of a sheet, silent, late, and forgotten by a process that died. What is on the roll is the truth. Owned by the
 * storm's thread.
 */
final class StormPrinter {
    private static final PrinterFault[] FAULTS = {
        PrinterFault.PAPER_OUT, PrinterFault.COVER, PrinterFault.GONE, PrinterFault.JAM
    };

    /** What came out. */
    record Inked(ReceiptNumber receipt, int copy, boolean whole) {}

    /** What the printer needs of the life it stands in. */
    interface Place {
        void inThisProcess(long ms, Runnable what);

        void turn(Input input);

        void maybePowerCut();

        StormFound found(String what);
    }

    private final SplittableRandom dice;
    private final Place place;
    private final Mutant mutant;
    private final boolean confirms;
    private final List<Inked> roll = new ArrayList<>();
    private @Nullable PrintOrder pending;
    private boolean calm;

    StormPrinter(SplittableRandom dice, Mutant mutant, Place place) {
        this.dice = dice;
        this.mutant = mutant;
        this.place = place;
        this.confirms = dice.nextInt(4) > 0;
    }

    List<Inked> roll() {
        return roll;
    }

    /** Whether it ever says that a sheet is printed. */
    boolean confirms() {
        return confirms;
    }

    void calmDown() {
        calm = true;
    }

    /** The process died: what the printer had taken and not printed may still come out, and nobody hears of it. */
    void processDied() {
        PrintOrder sheet = pending;
        pending = null;
        if (sheet != null && dice.nextBoolean()) ink(sheet, true);
    }

    void order(PrintOrder order) {
        switch (order) {
            case PrintOrder.Print print -> place.inThisProcess(20 + dice.nextInt(300), () -> preflight(print));
            case PrintOrder.Forget forget -> {
                PrintOrder sheet = pending;
                if (sheet != null && sheet.receipt().equals(forget.receipt()) && sheet.copy() == forget.copy()) {
                    pending = null;
                }
            }
        }
    }

    private void preflight(PrintOrder.Print order) {
        if (!calm && dice.nextInt(4) == 0) {
            report(order, PrintJobState.QUEUED, FAULTS[dice.nextInt(FAULTS.length)], true);
            return;
        }
        place.maybePowerCut();
        if (mutant == Mutant.FIRST_BYTE_BEFORE_ITS_RECORD) ink(order, true);
        place.turn(new Input.PrintBegins(
                order.receipt(),
                order.copy(),
                "storm",
                "0f",
                100,
                confirms ? ConfirmationTier.PROCESS_ID : ConfirmationTier.SILENT,
                may -> place.inThisProcess(1, () -> begun(order, may))));
    }

    private void begun(PrintOrder.Print order, boolean may) {
        if (!may) {
            report(order, PrintJobState.QUEUED, null, true);
            return;
        }
        place.maybePowerCut();
        int fate = calm ? 99 : dice.nextInt(100);
        if (fate < 12) cutOff(order, fate);
        else if (fate < 24 && confirms) comesLate(order);
        else comesOut(order);
    }

    /** The line goes, and takes with it whether all, some or nothing is on paper. */
    private void cutOff(PrintOrder order, int fate) {
        if (fate < 4) ink(order, false);
        else if (fate < 8) ink(order, true);
        report(order, PrintJobState.UNKNOWN, PrinterFault.GONE, true);
    }

    /** The roll ends in the midst; with a new one the rest is printed and said, unless that word is lost on its way. */
    private void comesLate(PrintOrder order) {
        pending = order;
        report(order, PrintJobState.UNKNOWN, PrinterFault.PAPER_OUT, false);
        if (dice.nextInt(3) == 0) return;
        place.inThisProcess(5_000 + dice.nextInt(120_000), () -> {
            if (!order.equals(pending)) return;
            pending = null;
            comesOut(order);
        });
    }

    private void comesOut(PrintOrder order) {
        if (mutant != Mutant.FIRST_BYTE_BEFORE_ITS_RECORD) ink(order, true);
        place.maybePowerCut();
        report(order, PrintJobState.SENT, null, false);
        place.inThisProcess(10 + dice.nextInt(2_000), () -> {
            place.maybePowerCut();
            report(order, confirms ? PrintJobState.CONFIRMED : PrintJobState.UNCONFIRMABLE, null, true);
        });
    }

    private void ink(PrintOrder order, boolean whole) {
        roll.add(new Inked(order.receipt(), order.copy(), whole));
    }

    private void report(PrintOrder order, PrintJobState state, @Nullable PrinterFault fault, boolean last) {
        PrintEvidence evidence = new PrintEvidence("storm", null, 0, 100, 1, null, "");
        place.turn(
                new Input.PrintReported(order.receipt(), order.copy(), new PrintReport(state, fault, evidence, last)));
    }

    /** What somebody sees who looks at the paper. */
    boolean isWholeOnTheRoll(ReceiptNumber receipt, int copy) {
        return sheet(receipt, copy).filter(Inked::whole).isPresent();
    }

    private Optional<Inked> sheet(ReceiptNumber receipt, int copy) {
        return roll.stream()
                .filter(one -> one.receipt().equals(receipt) && one.copy() == copy)
                .findFirst();
    }

    /** Each sheet at most once, so at most one unmarked original. */
    void noSheetCameOutTwice() {
        for (int i = 0; i < roll.size(); i++) {
            Inked one = roll.get(i);
            for (Inked other : roll.subList(i + 1, roll.size())) {
                boolean same = one.receipt().equals(other.receipt()) && one.copy() == other.copy();
                if (same) throw place.found("printed twice: " + one + " and " + other);
            }
        }
    }

    boolean hasWhole(ReceiptNumber receipt) {
        return roll.stream().anyMatch(one -> one.receipt().equals(receipt) && one.whole());
    }
}
