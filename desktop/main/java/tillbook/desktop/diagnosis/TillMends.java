package tillbook.desktop.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.till.Till;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.Mends;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.check.Probes;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.register.Attempt;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.register.Reply;
import tillbook.register.Sheet;
import tillbook.register.VouchersOwed;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/**
 * What an open register does about a cause: the thing that failed is done again, and what came of it is said as it is. A
 * mend blocks whoever wants it until that is known, at most {@link #WITHIN_S} seconds, and {@link CopyAnew} as long as a
 * copy grows; an interrupt ends it early. Safe from any thread.
 */
final class TillMends {
    /** Longer than a provider's time-outs and than a sheet on the slowest printer, s. */
    static final long WITHIN_S = 25;

    private static final long LOOK_EVERY_MS = 50;
    private static final String TOO_SLOW = FaultCode.SLOW;
    private static final String NOBODY_KNOWS = "PRN-MUTE";

    private final Till till;
    private final Probes probes;
    private final OpensFiles files;

    TillMends(Till till, Probes probes, OpensFiles files) {
        this.till = till;
        this.probes = probes;
        this.files = files;
    }

    Map<Mend, Supplier<MendResult>> all() {
        return Map.of(
                Mend.PRINT_OWED,
                () -> print(Mend.PRINT_OWED),
                Mend.TRY_PRINTER_AGAIN,
                this::printer,
                Mend.ASK_PROVIDER_AGAIN,
                this::ask,
                Mend.OPEN_SETTINGS,
                this::settings,
                Mend.REBUILD_COPY,
                () -> new CopyAnew(CopyAnew.of(till.search()), System::nanoTime).mend());
    }

    // Paper.

    /** A printer that is well again proves it with what it owes. */
    private MendResult printer() {
        MendResult look = new Mends(probes, Map.of()).mend(Mend.TRY_PRINTER_AGAIN);
        return look instanceof MendResult.Done ? print(Mend.TRY_PRINTER_AGAIN) : look;
    }

    private MendResult print(Mend mend) {
        if (till.printing().desk().isEmpty()) return new MendResult.NotHere(mend);
        List<ReceiptNumber> unspent = till.register().state().owed().newest().stream()
                .filter(owed -> owed.sheet().isUnspent())
                .limit(Intent.PrintOwed.SHEETS_MAX)
                .map(VouchersOwed.Owed::receipt)
                .toList();
        String refused = whyNot(want(new Intent.PrintOwed()));
        if (refused != null) return new MendResult.StillWrong(mend, refused);
        boolean ended = await(deadline(), () -> unspent.stream().allMatch(this::isOver) || inTheWay(unspent) != null);
        String fault = inTheWay(unspent);
        if (fault != null) return new MendResult.StillWrong(mend, fault);
        if (!ended) return new MendResult.StillWrong(mend, TOO_SLOW);
        // A sheet of which nobody knows is never printed again by a machine: somebody has to look at the paper first.
        return till.register().state().owed().unknown().isEmpty()
                ? new MendResult.Done(mend)
                : new MendResult.StillWrong(mend, NOBODY_KNOWS);
    }

    private static @Nullable String whyNot(@Nullable Reply reply) {
        return switch (reply) {
            case null -> TOO_SLOW;
            case Reply.Done _ -> null;
            case Reply.Refused refused ->
                Objects.requireNonNullElse(
                        FaultCode.of(refused.reason()), refused.reason().name());
        };
    }

    private boolean isOver(ReceiptNumber receipt) {
        return till.register()
                .state()
                .owed()
                .newestSheet(receipt)
                .filter(sheet -> sheet.isUnspent() || sheet.isUnderWay())
                .isEmpty();
    }

    /** What keeps one of these from the paper; null if nothing is known to. */
    private @Nullable String inTheWay(List<ReceiptNumber> receipts) {
        VouchersOwed owed = till.register().state().owed();
        for (ReceiptNumber receipt : receipts) {
            Optional<Sheet> sheet = owed.newestSheet(receipt);
            if (sheet.isEmpty()) continue;
            PrinterFault fault = sheet.get().fault();
            if (sheet.get().state() == PrintJobState.QUEUED && fault != null) return fault.code();
        }
        return null;
    }

    // Money.

    /**
     * Every payment that is open is asked about now, and this waits until the provider has said something about each. An
     * answer that was under way already may have been lost with the trouble that is over, so that it is asked once more.
     */
    private MendResult ask() {
        long until = deadline();
        MendResult first = askOnce(until);
        return first instanceof MendResult.Done ? first : askOnce(until);
    }

    private MendResult askOnce(long until) {
        Map<OrderNumber, Optional<AttemptAnswered>> before = new HashMap<>();
        RegisterState state = till.register().state();
        state.openAttempts()
                .filter(attempt -> !till.shop().isOfAnotherAccount(attempt))
                // Nobody is asked about what contradicts itself: a supervisor looks.
                .filter(attempt -> attempt.state() != AttemptState.ANOMALY)
                .forEach(attempt -> before.put(attempt.order(), Optional.ofNullable(attempt.last())));
        if (before.isEmpty()) return outcome(state);
        String refused = whyNot(want(new Intent.AskAgain()));
        if (refused != null) return stillOpen(refused);
        boolean answered = await(
                until,
                () -> before.entrySet().stream()
                        .allMatch(each -> heardAnew(till.register().state(), each.getKey(), each.getValue())));
        return answered ? outcome(till.register().state()) : stillOpen(FaultCode.UNFINISHED);
    }

    private static boolean heardAnew(RegisterState state, OrderNumber order, Optional<AttemptAnswered> before) {
        Optional<Attempt> attempt = state.attempt(order);
        return attempt.isEmpty()
                || attempt.get().state().isFinal()
                || !Objects.equals(attempt.get().last(), before.orElse(null));
    }

    /** A payment that waits for its customer is as it should be; any other one that is open still is not. */
    private MendResult outcome(RegisterState state) {
        for (Attempt attempt : state.openAttempts().toList()) {
            if (till.shop().isOfAnotherAccount(attempt)) return stillOpen("SET-PROVIDER");
            AttemptAnswered last = attempt.last();
            if (last != null && last.unknown() != null) return stillOpen(FaultCode.of(last.unknown()));
            if (attempt.state() != AttemptState.PENDING) return stillOpen(FaultCode.UNFINISHED);
        }
        return new MendResult.Done(Mend.ASK_PROVIDER_AGAIN);
    }

    private static MendResult stillOpen(String why) {
        return new MendResult.StillWrong(Mend.ASK_PROVIDER_AGAIN, why);
    }

    // The rest.

    private MendResult settings() {
        try {
            return files.opens(till.folder().settings())
                    ? new MendResult.Done(Mend.OPEN_SETTINGS)
                    : new MendResult.NotHere(Mend.OPEN_SETTINGS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new MendResult.NotHere(Mend.OPEN_SETTINGS);
        }
    }

    /** Null if there was no reply in time. */
    private @Nullable Reply want(Intent intent) {
        try {
            return till.register().want(intent).get(WITHIN_S, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_S);
    }

    private static boolean await(long until, BooleanSupplier holds) {
        try {
            while (!holds.getAsBoolean()) {
                if (System.nanoTime() - until > 0) return false;
                Thread.sleep(LOOK_EVERY_MS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
