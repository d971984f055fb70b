package tillbook.desktop.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tillbook.desktop.checkout.Evidence;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.MoneyIs;
import tillbook.payment.Provider;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.sale.Line;

/** Tells where everything stands: the counter, the journal, the way to the providers. Owned by the face's thread. */
final class StatusReport {
    private final Evidence evidence;

    StatusReport(Evidence evidence) {
        this.evidence = evidence;
    }

    Saying of(RegisterState state, boolean journalBroken, Phrases phrases) {
        List<String> lines = new ArrayList<>();
        basket(state, phrases, lines);
        counter(state, phrases, lines);
        lines.add(phrases.text(journalBroken ? "status.journal-broken" : "status.journal"));
        List<Object> providers = providers(phrases, lines);
        lines.add(phrases.text(
                "status.counts",
                state.openAttempts().count(),
                state.owed().count(),
                state.sales().size()));
        if (!state.held().isEmpty()) {
            lines.add(phrases.text("status.held", state.held().size()));
        }
        return Whereabouts.atCounter(state)
                .before(Saying.of("status"), phrases.texts())
                .with("cashier", state.cashier())
                .with(
                        "basket",
                        state.basket().lines().stream().map(StatusReport::line).toList())
                .with("discountFen", state.basket().discount().fen())
                .with("totalFen", state.basket().total().fen())
                .with("counter", state.saleAtCounter().map(StatusReport::sale).orElse(null))
                .with("journal", journalBroken ? "broken" : "ok")
                .with("code", journalBroken ? FaultCode.JOURNAL : null)
                .with("providers", providers)
                .with("openAttempts", state.openAttempts().count())
                .with("vouchersOwed", state.owed().count())
                .with("heldBaskets", state.held().size())
                .lines(lines);
    }

    private static void basket(RegisterState state, Phrases phrases, List<String> lines) {
        if (state.basket().isEmpty()) lines.add(phrases.text("status.empty"));
        for (Line line : state.basket().lines()) {
            lines.add(phrases.line(line, state.basket().total()));
        }
    }

    private static void counter(RegisterState state, Phrases phrases, List<String> lines) {
        state.saleAtCounter().ifPresent(sale -> {
            lines.add(phrases.text("status.sale", sale.sale().number(), sale.due()));
            sale.attempts().forEach(attempt -> lines.add(OpenReport.attempt(attempt, phrases)));
        });
    }

    private List<Object> providers(Phrases phrases, List<String> lines) {
        List<Object> all = new ArrayList<>();
        if (evidence.newest().isEmpty()) lines.add(phrases.text("status.no-exchange"));
        evidence.newest().forEach((provider, seen) -> {
            lines.add(phrases.text(
                    seen.proved() ? "status.provider" : "status.provider-silent",
                    phrases.provider(provider),
                    phrases.time(seen.at()),
                    seen.exchange().latencyMs(),
                    seen.exchange().code()));
            all.add(provider(provider, seen));
        });
        return all;
    }

    private static Map<String, Object> provider(Provider provider, Evidence.Seen seen) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("provider", Names.of(provider));
        fields.put("atMs", seen.at());
        fields.put("proved", seen.proved());
        fields.put("answer", seen.exchange().code());
        fields.put("latencyMs", seen.exchange().latencyMs());
        if (seen.unknown() != null) fields.put("code", FaultCode.of(seen.unknown()));
        return fields;
    }

    private static Map<String, Object> line(Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", line.number());
        fields.put("goods", line.code());
        fields.put("name", line.name());
        fields.put("quantity", line.quantity().text());
        fields.put("unit", line.unit());
        fields.put("unitPriceFen", line.unitPrice().fen());
        fields.put("discountFen", line.discount().fen());
        fields.put("amountFen", line.amount().fen());
        return fields;
    }

    static Map<String, Object> sale(SaleState sale) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("receipt", sale.sale().number().text());
        fields.put("amountFen", sale.sale().amount().fen());
        fields.put("dueFen", sale.due().fen());
        fields.put("stage", Names.of(sale.stage()));
        fields.put(
                "attempts", sale.attempts().stream().map(StatusReport::attempt).toList());
        return fields;
    }

    static Map<String, Object> attempt(Attempt attempt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("order", attempt.order().text());
        fields.put("receipt", attempt.facts().receipt().text());
        fields.put("provider", Names.of(attempt.facts().provider()));
        fields.put("amountFen", attempt.facts().amount().fen());
        fields.put("state", attempt.state().name());
        fields.put("money", Names.of(MoneyIs.of(attempt.state())));
        fields.put("sinceMs", attempt.sendingAt());
        fields.put("asked", attempt.asked());
        fields.put("goodsKept", attempt.goodsKept());
        return fields;
    }
}
