package tillbook.desktop.terminal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.BasketHeld;
import tillbook.journal.JournalEvent.BasketRecalled;
import tillbook.money.Money;
import tillbook.register.RegisterState;
import tillbook.sale.Basket;
import tillbook.sale.Discount;
import tillbook.sale.Line;

/** Tells what became of a basket on the counter. Pure. */
final class BasketNarrator {
    private BasketNarrator() {}

    /** A line as it is now; nothing if it is gone. */
    static List<Saying> changed(int line, RegisterState after, Phrases phrases) {
        return after.basket().line(line).map(known -> line(known, after, phrases)).stream()
                .toList();
    }

    static Saying line(Line line, RegisterState after, Phrases phrases) {
        Saying saying = Saying.of("line")
                .with("line", line.number())
                .with("goods", line.code())
                .with("name", line.name())
                .with("quantity", line.quantity().text())
                .with("unit", line.unit())
                .with("unitPriceFen", line.unitPrice().fen())
                .with("discountFen", line.discount().fen())
                .with("amountFen", line.amount().fen())
                .with("totalFen", after.basket().total().fen());
        Discount own = after.basket().discounts().ofLine(line.number()).orElse(null);
        return saying.with("reason", own == null ? null : own.reason())
                .line(phrases.line(line, after.basket().total()));
    }

    static Saying voided(int line, RegisterState after, Phrases phrases) {
        return Saying.of("line-void")
                .with("line", line)
                .with("totalFen", after.basket().total().fen())
                .line(phrases.text("line-void", line, after.basket().total()));
    }

    /** The discount on everything, which changes every line a little. */
    static Saying discounted(RegisterState after, Phrases phrases) {
        Basket basket = after.basket();
        Discount whole = basket.discounts().whole();
        Saying saying = discount(Saying.of("discount"), whole)
                .with("discountFen", basket.discount().fen())
                .with("totalFen", basket.total().fen());
        return saying.line(
                whole == null
                        ? phrases.text("discount.none", basket.total())
                        : phrases.text(
                                "discount", Phrases.size(whole), whole.reason(), basket.discount(), basket.total()));
    }

    private static Saying discount(Saying saying, @Nullable Discount whole) {
        if (whole == null) return saying;
        Saying sized = switch (whole) {
            case Discount.Amount(Money amount, String _) -> saying.with("amountFen", amount.fen());
            case Discount.Percent percent -> saying.with("percent", percent.percent());
        };
        return sized.with("reason", whole.reason());
    }

    static Saying held(BasketHeld held, RegisterState before, Phrases phrases) {
        Basket basket = before.basket();
        return Saying.of("held")
                .with("held", held.number().text())
                .with("note", held.note().isEmpty() ? null : held.note())
                .with("lines", basket.lines().size())
                .with("totalFen", basket.total().fen())
                .line(phrases.text(
                        "held",
                        held.number(),
                        basket.lines().size(),
                        basket.total(),
                        Long.toString(held.number().basket())));
    }

    static Saying recalled(BasketRecalled recalled, RegisterState after, Phrases phrases) {
        Basket basket = after.basket();
        return Saying.of("held-recalled")
                .with("held", recalled.number().text())
                .with("lines", basket.lines().size())
                .with("totalFen", basket.total().fen())
                .line(phrases.text(
                        "held-recalled", recalled.number(), basket.lines().size(), basket.total()))
                .lines(basket.lines().stream()
                        .map(line -> phrases.line(line, basket.total()))
                        .toList());
    }
}
