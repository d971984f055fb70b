package tillbook.desktop.terminal;

import java.util.List;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.payment.Exchange;
import tillbook.register.Attempt;

/** The fields and lines that every saying about an attempt has. Pure. */
final class AttemptFields {
    private AttemptFields() {}

    /** The provider's own words, for whoever calls its hotline. */
    static List<String> words(Exchange exchange, Phrases phrases) {
        String code = exchange.subCode() == null ? exchange.code() : exchange.subCode();
        String message = exchange.message() == null ? "" : exchange.message();
        return List.of(phrases.text("provider-says", code, message).strip());
    }

    static Saying exchanged(Saying saying, Exchange exchange) {
        return saying.with("providerCode", exchange.code())
                .with("providerSubCode", exchange.subCode())
                .with("providerMessage", exchange.message())
                .with("traceId", exchange.traceId());
    }

    static Saying about(String type, Attempt attempt) {
        return about(type, attempt.facts());
    }

    static Saying about(String type, AttemptCreated facts) {
        return Saying.of(type)
                .with("receipt", facts.receipt().text())
                .with("order", facts.order().text())
                .with("provider", Names.of(facts.provider()))
                .with("amountFen", facts.amount().fen());
    }
}
