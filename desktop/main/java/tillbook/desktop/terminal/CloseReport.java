package tillbook.desktop.terminal;

import java.util.ArrayList;
import java.util.List;
import tillbook.desktop.checkout.FaultCode;
import tillbook.payment.AttemptState;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;
import tillbook.register.VouchersOwed;

/** What is left behind when the register closes: said with amounts, so that nobody goes home with a doubt unheard. Pure. */
final class CloseReport {
    private CloseReport() {}

    /** The register is closed. */
    static Saying of(RegisterState state, Phrases phrases) {
        List<String> lines = new ArrayList<>();
        lines.add(phrases.text("closed"));
        left(state, phrases, lines);
        return fields(Saying.of("closed"), state).lines(lines);
    }

    /** The register could not be closed; nothing that was acknowledged is lost. */
    static Saying notClosed(RegisterState state, Phrases phrases) {
        List<String> lines = new ArrayList<>();
        lines.add(phrases.text("not-closed"));
        left(state, phrases, lines);
        return fields(Saying.of("not-closed"), state)
                .with("code", FaultCode.JOURNAL)
                .lines(lines);
    }

    private static void left(RegisterState state, Phrases phrases, List<String> lines) {
        state.openAttempts().forEach(attempt -> {
            lines.add(Whereabouts.of(attempt.state()).line(phrases.texts()));
            lines.add(phrases.text(
                    "closed.attempt", attempt.facts().amount(), attempt.order(), phrases.of("state", attempt.state())));
        });
        if (state.owed().count() > 0) {
            lines.add(phrases.text("closed.vouchers", state.owed().count(), yuan(owedFen(state))));
        }
        if (!state.held().isEmpty()) {
            lines.add(phrases.text("closed.held", state.held().size(), yuan(HeldReport.fen(state.held()))));
        }
        if (!state.basket().isEmpty()) {
            lines.add(phrases.text(
                    "closed.basket",
                    state.basket().lines().size(),
                    state.basket().total()));
        }
    }

    private static Saying fields(Saying saying, RegisterState state) {
        return saying.with("openAttempts", state.openAttempts().count())
                .with("openAmountFen", openFen(state))
                .with("vouchersOwed", state.owed().count())
                .with("vouchersOwedFen", owedFen(state))
                .with("heldBaskets", state.held().size())
                .with("heldFen", HeldReport.fen(state.held()))
                .with("basketLines", state.basket().lines().size())
                .with(
                        "attempts",
                        state.openAttempts().map(StatusReport::attempt).toList());
    }

    /** Only attempts that may have taken money: those cancelled and watched are counted, not summed. */
    private static long openFen(RegisterState state) {
        return state.openAttempts()
                .filter(attempt -> attempt.state() != AttemptState.WATCH)
                .mapToLong(CloseReport::fen)
                .sum();
    }

    private static long fen(Attempt attempt) {
        return attempt.facts().amount().fen();
    }

    private static long owedFen(RegisterState state) {
        return state.owed().newest().stream()
                .map(VouchersOwed.Owed::amount)
                .mapToLong(amount -> amount.fen())
                .sum();
    }

    private static String yuan(long fen) {
        return "￥" + java.math.BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
