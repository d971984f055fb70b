package tillbook.desktop.terminal;

import java.util.List;
import java.util.Optional;
import tillbook.desktop.checkout.FaultCode;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.CashierSignedOn;
import tillbook.journal.JournalEvent.LineAdded;
import tillbook.journal.JournalEvent.LineQuantityChanged;
import tillbook.journal.JournalEvent.LineVoided;
import tillbook.journal.JournalEvent.RegisterStarted;
import tillbook.journal.JournalEvent.SaleFrozen;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.journal.JournalEvent.VoucherSettled;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.sale.Line;
import tillbook.sale.ReceiptNumber;

/** Tells in order what became durable: a record, with the state before and after it, becomes sayings. Owned by the face's thread. */
final class Narrator {
    private final AttemptNarrator attempts;
    private final PaidNarrator paid;

    Narrator(AttemptNarrator attempts, PaidNarrator paid) {
        this.attempts = attempts;
        this.paid = paid;
    }

    List<Saying> tell(JournalEntry entry, RegisterState before, RegisterState after, Phrases phrases) {
        return switch (entry.event()) {
            case RegisterStarted started -> started(started, before, phrases);
            case LineAdded added -> withTray(BasketNarrator.line(added(added, after), after, phrases), before, phrases);
            case LineQuantityChanged changed -> BasketNarrator.changed(changed.line(), after, phrases);
            case JournalEvent.LinePriceChanged changed -> BasketNarrator.changed(changed.line(), after, phrases);
            case JournalEvent.LineDiscounted changed -> BasketNarrator.changed(changed.line(), after, phrases);
            case JournalEvent.BasketDiscounted _ -> List.of(BasketNarrator.discounted(after, phrases));
            case LineVoided voided -> List.of(BasketNarrator.voided(voided.line(), after, phrases));
            case JournalEvent.BasketHeld held -> List.of(BasketNarrator.held(held, before, phrases));
            case JournalEvent.BasketRecalled recalled ->
                withTray(BasketNarrator.recalled(recalled, after, phrases), before, phrases);
            case JournalEvent.BasketDropped _ -> List.of(Saying.of("dropped").line(phrases.text("dropped")));
            case SaleFrozen frozen -> List.of(frozen(frozen, phrases));
            case JournalEvent.SaleReleased released -> List.of(released(released.receipt(), after, phrases));
            case JournalEvent.SaleAbandoned abandoned -> List.of(abandoned(abandoned.receipt(), phrases));
            case AttemptCreated created -> List.of(attempts.created(created, entry.stamp(), phrases));
            case JournalEvent.AttemptSending _ -> List.of();
            case JournalEvent.AttemptAnswered answered ->
                attempts.answered(answered, entry.stamp(), before, after, phrases);
            case JournalEvent.AttemptMoved moved -> {
                if (moved.state().isFinal()) attempts.over(moved.order());
                yield DecisionNarrator.moved(moved, before, phrases);
            }
            case JournalEvent.CancelDecided decided -> DecisionNarrator.cancelDecided(decided, before, phrases);
            case JournalEvent.GoodsKept kept -> DecisionNarrator.goodsKept(kept, before, phrases);
            case JournalEvent.AnotherTenderAllowed allowed -> DecisionNarrator.anotherAllowed(allowed, before, phrases);
            case JournalEvent.AttemptSettled settled -> {
                attempts.over(settled.order());
                yield DecisionNarrator.settled(settled, before, phrases);
            }
            case TenderPaid tender -> {
                if (tender instanceof ScanPaid scan) attempts.over(scan.order());
                yield paid.paid(tender, entry, before, after, phrases);
            }
            case VoucherSettled settled -> List.of(voucherSettled(settled, phrases));
            case JournalEvent.OfSheet sheet -> PaperNarrator.tell(sheet, after, phrases);
            case CashierSignedOn signed ->
                List.of(Saying.of("cashier")
                        .with("cashier", signed.cashier())
                        .line(phrases.text("cashier", signed.cashier())));
            case JournalEvent.ShiftOpened _, JournalEvent.RegisterStopped _, JournalEvent.FindingKept _ -> List.of();
        };
    }

    private static List<Saying> started(RegisterStarted started, RegisterState before, Phrases phrases) {
        if (!started.afterUncleanEnd()) return List.of();
        long open = before.openAttempts().count();
        return List.of(Saying.of("unclean-end")
                .with("code", FaultCode.CRASH)
                .with("openAttempts", open)
                .with("vouchersOwed", before.owed().count())
                .line(phrases.text("unclean-end", open, before.owed().count())));
    }

    /** As it stands now: a discount on everything is taken off it, too. */
    private static Line added(LineAdded added, RegisterState after) {
        return after.basket().line(added.line().number()).orElse(added.line());
    }

    private static List<Saying> withTray(Saying saying, RegisterState before, Phrases phrases) {
        return nextCustomerBegan(before)
                .map(sale -> List.of(tray(sale, phrases), saying))
                .orElse(List.of(saying));
    }

    /** The sale that stays in the tray because the cashier went on before its outcome was known. */
    private static Optional<Attempt> nextCustomerBegan(RegisterState before) {
        return before.saleAtCounter().flatMap(SaleState::living);
    }

    private static Saying tray(Attempt attempt, Phrases phrases) {
        Saying saying = Saying.of("tray")
                .with("code", FaultCode.NOT_CHECKED)
                .with("receipt", attempt.facts().receipt().text())
                .with("order", attempt.order().text())
                .with("amountFen", attempt.facts().amount().fen());
        return Whereabouts.of(attempt.state())
                .before(saying, phrases.texts())
                .line(phrases.text(
                        "tray", attempt.facts().receipt(), attempt.facts().amount()));
    }

    private static Saying frozen(SaleFrozen frozen, Phrases phrases) {
        return Saying.of("total")
                .with("receipt", frozen.sale().number().text())
                .with("totalFen", frozen.sale().amount().fen())
                .with("lines", frozen.sale().lines().size())
                .line(phrases.text(
                        "total", frozen.sale().amount(), frozen.sale().number()));
    }

    private static Saying released(ReceiptNumber receipt, RegisterState after, Phrases phrases) {
        return Saying.of("recalled")
                .with("receipt", receipt.text())
                .with("totalFen", after.basket().total().fen())
                .line(phrases.text("recalled", receipt, after.basket().total()));
    }

    private static Saying abandoned(ReceiptNumber receipt, Phrases phrases) {
        return Saying.of("abandoned")
                .with("receipt", receipt.text())
                .with("money", "not-paid")
                .with("voucher", "not-due")
                .line(phrases.text("abandoned", receipt));
    }

    private static Saying voucherSettled(VoucherSettled settled, Phrases phrases) {
        return Saying.of("voucher")
                .with("receipt", settled.receipt().text())
                .with("end", Names.of(settled.end()))
                .line(phrases.of("voucher-end", settled.end(), settled.receipt()));
    }
}
