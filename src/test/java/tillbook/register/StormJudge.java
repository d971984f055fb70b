package tillbook.register;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tillbook.journal.JournalEvent;
import tillbook.printing.PrintJobState;
import tillbook.sale.ReceiptNumber;

/**
 * Compares the provider's book with the journal when everything is at rest: no double charge kept, no money without
 * record, no record without money, no paid sale without a voucher, nobody who kept the goods refunded by a machine.
 */
final class StormJudge {
    private final StormLife life;
    private final RegisterState end;

    StormJudge(StormLife life) {
        this.life = life;
        this.end = life.lastState();
    }

    void compareTheBooks() {
        everythingIsAtRest();
        moneyAndRecordsAgree();
        nobodyPaidTwice();
        everyPaidSaleHasItsVoucher();
        atMostOneOriginalCameOut();
        goodsThatLeftStayPaid();
    }

    /** Adds what this life went through to the tally. */
    void count(StormTally tally) {
        for (StormProvider.Trade trade : life.provider().trades()) {
            tally.attempts.increment();
            if (trade.returned > 0) tally.returned.increment();
        }
        tally.sheets.add(life.printer().roll().size());
        tally.owedAtTheEnd.add(end.owed().count());
        tally.paid.add(life.recordedPaid().size());
        life.completed().values().forEach(paid -> {
            if (paid instanceof JournalEvent.CashTaken) tally.cash.increment();
            JournalEvent.Completion completion = paid.completion();
            if (completion != null && completion.held() != null) tally.vouchersHeld.increment();
        });
    }

    private void everythingIsAtRest() {
        if (end.held().size() > 2) throw life.found("a basket was held twice: " + end.held());
        end.openAttempts().findFirst().ifPresent(open -> {
            throw life.found("an attempt never came to rest: " + open);
        });
    }

    private void moneyAndRecordsAgree() {
        Set<String> withMoney = new HashSet<>();
        for (StormProvider.Trade trade : life.provider().trades()) {
            trade.passTo(Long.MAX_VALUE - 1);
            if (trade.held() == 0) continue;
            JournalEvent.ScanPaid record = life.recordedPaid().get(trade.order);
            if (record == null) throw life.found("money without record: " + trade.order + " holds " + trade.held());
            if (record.amount().fen() != trade.held()) {
                throw life.found(
                        "the record of " + trade.order + " says " + record.amount() + ", the book " + trade.held());
            }
            withMoney.add(trade.order.text());
        }
        life.recordedPaid().keySet().forEach(order -> {
            if (!withMoney.contains(order.text())) throw life.found("a record without money: " + order);
        });
    }

    private void nobodyPaidTwice() {
        Map<ReceiptNumber, Long> held = new HashMap<>();
        life.recordedPaid().values().forEach(paid -> held.merge(paid.receipt(), 1L, Long::sum));
        life.completed().forEach((receipt, paid) -> {
            if (paid instanceof JournalEvent.CashTaken) held.merge(receipt, 1L, Long::sum);
        });
        held.forEach((receipt, times) -> {
            if (times > 1) throw life.found("paid " + times + " times: " + receipt);
        });
    }

    private void everyPaidSaleHasItsVoucher() {
        life.recordedPaid().values().forEach(paid -> {
            if (!life.completed().containsKey(paid.receipt()))
                throw life.found("paid without voucher: " + paid.receipt());
        });
        life.completed().keySet().forEach(receipt -> {
            boolean owed = end.owed().of(receipt).isPresent();
            boolean onPaper = life.printer().hasWhole(receipt);
            boolean saidNothing = !life.printer().confirms();
            if (!owed && !onPaper && !saidNothing) throw life.found("neither owed nor printed: " + receipt);
        });
    }

    private void atMostOneOriginalCameOut() {
        life.printer().noSheetCameOutTwice();
        end.owed().newest().stream()
                .filter(owed -> owed.sheet().state() == PrintJobState.QUEUED)
                .findFirst()
                .ifPresent(owed -> {
                    throw life.found("nothing keeps it from being printed, and it never was: " + owed);
                });
        if (!end.owed().underWay().isEmpty()) throw life.found("a sheet never came to rest: " + end.owed());
    }

    private void goodsThatLeftStayPaid() {
        for (StormProvider.Trade trade : life.provider().trades()) {
            if (trade.returned > 0 && !trade.returnedByPerson && life.leftOn(trade.order)) {
                throw life.found("a machine refunded somebody who kept the goods: " + trade.order);
            }
        }
    }
}
