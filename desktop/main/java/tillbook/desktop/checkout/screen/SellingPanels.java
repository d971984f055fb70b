package tillbook.desktop.checkout.screen;

import java.util.List;
import tillbook.money.Money;
import tillbook.sale.Basket;
import tillbook.sale.Line;

/** The total, the ways to pay and what may be done to the lines. */
final class SellingPanels {
    private static final long ONE = 1_000;

    private final Sight sight;
    private final Words words;
    private final Does does;

    SellingPanels(Sight sight, Does does) {
        this.sight = sight;
        this.words = sight.words();
        this.does = does;
    }

    Panel.Selling selling() {
        Basket basket = sight.basket();
        boolean something = !basket.isEmpty();
        long discount =
                basket.lines().stream().mapToLong(line -> line.discount().fen()).sum();
        return new Panel.Selling(
                basket.total().toString(),
                something ? words.text("count", basket.lines().size(), pieces(basket)) : "",
                discount == 0 ? "" : Money.ofFen(discount).toString(),
                List.of(
                        onCounter(Choice.main("scan-pay", words.text("scan-pay"), "F12", does::payByScan))
                                .onlyIf(sight.sellsByScan(), words.text("no-provider")),
                        onCounter(Choice.tall("cash", words.text("cash"), "F11", does::payCash))),
                List.of(
                        Choice.plain("find", words.text("find"), "F2", does::find),
                        onCounter(Choice.plain("quantity", words.text("quantity"), "F3", does::quantity)),
                        onCounter(Choice.plain("price", words.text("price"), "F4", does::price)),
                        onCounter(Choice.plain("discounting", words.text("discounting"), "F5", does::discount)),
                        onCounter(Choice.plain("hold", words.text("hold"), "F6", does::hold)),
                        Choice.plain("recall-held", words.text("recall"), "F7", () -> does.open(new Asking.Held())),
                        onCounter(Choice.plain("void", words.text("void"), "Del", does::voidLine)),
                        Choice.plain("more", words.text("more"), "F9", () -> does.open(new Asking.More()))));
    }

    private Choice onCounter(Choice choice) {
        return choice.onlyIf(!sight.basket().isEmpty(), words.text("nothing-on-counter"));
    }

    /** Pieces are counted; a weighed thing is one, whatever it weighs. */
    private static long pieces(Basket basket) {
        return basket.lines().stream().mapToLong(SellingPanels::pieces).sum();
    }

    private static long pieces(Line line) {
        long thousandths = line.quantity().thousandths();
        return thousandths % ONE == 0 ? thousandths / ONE : 1;
    }
}
