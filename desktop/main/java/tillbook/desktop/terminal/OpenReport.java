package tillbook.desktop.terminal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tillbook.payment.AttemptState;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.register.Shop;
import tillbook.register.VouchersOwed;

/** Tells everything that is not finished: payments without an outcome, unpaid sales, vouchers owed. */
final class OpenReport {
    /** More vouchers than this are only counted. */
    static final int VOUCHERS_SHOWN_MAX = 20;

    private final Shop shop;
    private final Clock clock;

    OpenReport(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    Saying of(RegisterState state, Phrases phrases) {
        List<Attempt> attempts = state.openAttempts().toList();
        List<SaleState> unpaid = unpaid(state);
        List<VouchersOwed.Owed> owed = newest(state);
        List<String> lines = new ArrayList<>();
        lines.add(phrases.text(
                "open.counts", attempts.size(), unpaid.size(), state.owed().count()));
        attempts.forEach(attempt -> attempt(attempt, phrases, lines));
        unpaid.forEach(sale -> lines.add(phrases.text("open.unpaid", sale.sale().number(), sale.due())));
        state.held().forEach(held -> lines.add(HeldReport.line(held, phrases)));
        owed.forEach(voucher -> lines.add(voucher(voucher, phrases)));
        long more = state.owed().count() - owed.size();
        if (more > 0) lines.add(phrases.text("open.more", more));
        return Saying.of("open")
                .with("attempts", attempts.stream().map(this::fields).toList())
                .with("unpaid", unpaid.stream().map(StatusReport::sale).toList())
                .with("held", state.held().stream().map(HeldReport::fields).toList())
                .with("vouchers", owed.stream().map(this::fields).toList())
                .with("vouchersOwed", state.owed().count())
                .lines(lines);
    }

    /** Sales without money and without an attempt that lives: only a person takes them up again or ends them. */
    private static List<SaleState> unpaid(RegisterState state) {
        return state.sales().stream()
                .filter(sale -> sale.stage() == SaleState.Stage.FROZEN
                        && sale.living().isEmpty()
                        && !sale.sale().number().equals(state.atCounter()))
                .toList();
    }

    private static List<VouchersOwed.Owed> newest(RegisterState state) {
        List<VouchersOwed.Owed> all = state.owed().newest();
        return all.subList(Math.max(0, all.size() - VOUCHERS_SHOWN_MAX), all.size())
                .reversed();
    }

    private void attempt(Attempt attempt, Phrases phrases, List<String> lines) {
        lines.add(attempt(attempt, phrases));
        lines.add("    " + Whereabouts.of(attempt.state()).line(phrases.texts()));
        lines.add("    "
                + phrases.text(
                        "open.age",
                        phrases.age(clock.millis() - attempt.sendingAt()),
                        attempt.asked(),
                        phrases.of("next", attempt.state())));
        if (shop.isOfAnotherAccount(attempt)) {
            lines.add("    "
                    + phrases.text(
                            "open.other-account", String.valueOf(attempt.facts().merchant()), attempt.order()));
        }
    }

    static String attempt(Attempt attempt, Phrases phrases) {
        return phrases.text(
                "open.attempt",
                attempt.order(),
                attempt.facts().amount(),
                phrases.provider(attempt.facts().provider()),
                phrases.of("state", attempt.state()));
    }

    private String voucher(VouchersOwed.Owed owed, Phrases phrases) {
        String why = owed.held() == null ? phrases.of("job", owed.job()) : phrases.of("held", owed.held());
        return phrases.text(
                "open.voucher", owed.receipt(), owed.amount(), phrases.age(clock.millis() - owed.since()), why);
    }

    private Map<String, Object> fields(Attempt attempt) {
        Map<String, Object> fields = new LinkedHashMap<>(StatusReport.attempt(attempt));
        fields.put("ageMs", Math.max(0, clock.millis() - attempt.sendingAt()));
        fields.put("forAPerson", isForAPerson(attempt));
        return fields;
    }

    private boolean isForAPerson(Attempt attempt) {
        return shop.isOfAnotherAccount(attempt)
                || attempt.state() == AttemptState.ANOMALY
                || attempt.state() == AttemptState.NEEDS_PERSON
                || attempt.goodsKept();
    }

    private Map<String, Object> fields(VouchersOwed.Owed owed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("receipt", owed.receipt().text());
        fields.put("amountFen", owed.amount().fen());
        fields.put("job", Names.of(owed.job()));
        if (owed.held() != null) fields.put("held", Names.of(owed.held()));
        fields.put("ageMs", Math.max(0, clock.millis() - owed.since()));
        return fields;
    }
}
