package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.DiscountEntry;
import tillbook.desktop.checkout.SafeNote;
import tillbook.desktop.checkout.screen.Panel.Entry;
import tillbook.desktop.checkout.screen.Panel.Field;
import tillbook.desktop.checkout.screen.Panel.Form;
import tillbook.desktop.checkout.screen.Panel.Item;
import tillbook.desktop.checkout.screen.Panel.Items;
import tillbook.desktop.checkout.screen.Panel.Notice;
import tillbook.desktop.checkout.screen.Panel.Offer;
import tillbook.desktop.checkout.screen.Panel.Para;
import tillbook.money.Money;
import tillbook.register.HeldBasket;
import tillbook.register.Intent;
import tillbook.register.SaleState;
import tillbook.sale.Basket;
import tillbook.sale.Discount;
import tillbook.sale.Line;

/** What changes lines and baskets: price, discount, holding and recalling, goods that nobody knew. */
final class ChangePanels {
    private static final int NONE_WRONG = -1;

    private final Sight sight;
    private final Words words;
    private final Does does;

    ChangePanels(Sight sight, Does does) {
        this.sight = sight;
        this.words = sight.words();
        this.does = does;
    }

    private Choice back() {
        return Choice.plain("back", words.text("back"), "Esc", does::back);
    }

    /** Usual words of the shop's trade, in the language of the screen. */
    private List<Offer> usual(String key) {
        return Arrays.stream(words.text(key).split("\\|"))
                .map(word -> new Offer(word, word))
                .toList();
    }

    private static @Nullable Money amount(String text) {
        try {
            return Money.parseYuan(text.strip().replaceFirst("^[¥￥$]", ""));
        } catch (IllegalArgumentException notAnAmount) {
            return null;
        }
    }

    // Price.

    Panel price(Line line) {
        return new Form(
                "price-" + line.number(),
                words.text("price.title"),
                words.text("quantity.of", line.name(), line.unitPrice(), line.unit()),
                List.of(),
                List.of(
                        new Field(
                                "entry",
                                Entry.Form.NUMBER,
                                words.text("price.field"),
                                "",
                                line.unitPrice().yuan(),
                                List.of(),
                                List.of()),
                        new Field(
                                "reason",
                                Entry.Form.TEXT,
                                words.text("reason.field"),
                                words.text("reason.optional"),
                                "",
                                usual("price.reasons"),
                                List.of())),
                texts -> priced(line, texts.getFirst()),
                "take-price",
                words.text("price.take"),
                texts -> takePrice(line, texts),
                back());
    }

    private String priced(Line line, String text) {
        Money price = amount(text);
        if (price == null) return words.text("price.not-one");
        try {
            Basket changed = sight.basket().changed(line.number(), price);
            return words.text(
                    "quantity.amount", changed.line(line.number()).orElse(line).amount());
        } catch (IllegalArgumentException | ArithmeticException tooLarge) {
            return words.shared("refusal.LINE_TOO_LARGE");
        }
    }

    private int takePrice(Line line, List<String> texts) {
        Money price = amount(texts.getFirst());
        if (price == null) return 0;
        String reason = SafeNote.reason(texts.get(1));
        does.wants(new Intent.ChangePrice(line.number(), price, reason.isEmpty() ? null : reason));
        return NONE_WRONG;
    }

    // Discount.

    Panel discount(Asking.Discounting asks, Line line) {
        boolean whole = asks.whole();
        return new Form(
                "discount-" + asks.line(),
                words.text("discount.title"),
                already(asks),
                List.of(
                        scope("discount-line", words.text("discount.line", line.amount()), asks, false),
                        scope(
                                "discount-whole",
                                words.text("discount.whole", sight.basket().total()),
                                asks,
                                true)),
                List.of(
                        new Field(
                                "entry",
                                Entry.Form.NUMBER,
                                words.text("discount.field"),
                                words.text("discount.prompt"),
                                "",
                                List.of(),
                                List.of("%", "折")),
                        new Field(
                                "reason",
                                Entry.Form.TEXT,
                                words.text("reason.field"),
                                words.text("reason.prompt"),
                                "",
                                usual("discount.reasons"),
                                List.of())),
                texts -> discounted(line, whole, texts),
                "take-discount",
                words.text("discount.take"),
                texts -> takeDiscount(line, whole, texts),
                back());
    }

    private Choice scope(String id, String label, Asking.Discounting asks, boolean whole) {
        Choice choice = Choice.plain(
                id,
                label,
                asks.whole() == whole ? "" : "F5",
                () -> does.open(new Asking.Discounting(asks.line(), whole)));
        return asks.whole() == whole ? choice.asChosen() : choice;
    }

    private String already(Asking.Discounting asks) {
        Optional<Discount> said = asks.whole()
                ? Optional.ofNullable(sight.basket().discounts().whole())
                : sight.basket().discounts().ofLine(asks.line());
        return said.map(discount -> words.text("discount.already", size(discount), discount.reason()))
                .orElse("");
    }

    private static String size(Discount discount) {
        return switch (discount) {
            case Discount.Amount(Money amount, String _) -> amount.toString();
            case Discount.Percent percent -> percent.percent() + "%";
        };
    }

    /** What is taken off and why; a size of nothing needs no reason and ends the former discount. */
    private static Optional<Discount> read(List<String> texts) {
        String reason = SafeNote.reason(texts.get(1));
        return DiscountEntry.read(texts.getFirst(), reason);
    }

    private static boolean isSize(String text) {
        return DiscountEntry.read(text, "-").isPresent();
    }

    private String discounted(Line line, boolean whole, List<String> texts) {
        if (texts.getFirst().isBlank()) return words.text("discount.how");
        Optional<Discount> discount = DiscountEntry.read(texts.getFirst(), "-");
        if (discount.isEmpty()) return words.text("discount.not-one");
        try {
            Basket now = sight.basket();
            Basket then = whole ? now.discounted(discount.get()) : now.discounted(line.number(), discount.get());
            String comes = words.text("discount.comes", then.discount(), then.total());
            return read(texts).isPresent() ? comes : comes + "\n" + words.text("reason.needed");
        } catch (IllegalArgumentException | ArithmeticException tooLarge) {
            return words.text("discount.not-one");
        }
    }

    private int takeDiscount(Line line, boolean whole, List<String> texts) {
        Optional<Discount> discount = read(texts);
        if (discount.isEmpty()) return isSize(texts.getFirst()) ? 1 : 0;
        does.wants(
                whole
                        ? new Intent.DiscountBasket(discount.get())
                        : new Intent.DiscountLine(line.number(), discount.get()));
        return NONE_WRONG;
    }

    // Holding and recalling.

    Panel hold() {
        Basket basket = sight.basket();
        Money total =
                basket.isEmpty() ? sight.frozenAtCounter().map(SaleState::due).orElse(Money.ZERO) : basket.total();
        return new Form(
                "hold",
                words.text("hold.title"),
                words.text("hold.how", total),
                List.of(),
                List.of(new Field(
                        "entry",
                        Entry.Form.TEXT,
                        words.text("hold.field"),
                        words.text("reason.optional"),
                        "",
                        usual("hold.notes"),
                        List.of())),
                _ -> "",
                "take-hold",
                words.text("hold.take"),
                texts -> {
                    does.wants(new Intent.HoldBasket(SafeNote.reason(texts.getFirst())));
                    return NONE_WRONG;
                },
                back());
    }

    Panel held() {
        List<Item> items =
                sight.state().held().reversed().stream().map(this::held).toList();
        return new Items("held", words.text("held.title"), items, words.text("held.none"), back());
    }

    private Item held(HeldBasket held) {
        String note = held.note().isEmpty() ? "" : " · " + held.note();
        return new Item(
                Tone.PLAIN,
                "",
                held.basket().total() + note,
                List.of(
                        words.text(
                                "held.of",
                                held.basket().lines().size(),
                                words.age(sight.wallMs() - held.since()),
                                words.time(held.since())),
                        words.text("held.number", held.number())),
                List.of(
                        Choice.plain(
                                "recall-" + held.number(),
                                words.text("recall"),
                                "",
                                () -> does.wants(new Intent.RecallHeld(held.number()))),
                        Choice.plain(
                                "drop-" + held.number(),
                                words.text("held.drop"),
                                "",
                                () -> does.open(new Asking.DropHeld(held.number())))));
    }

    /** Only onto an empty counter: what is dropped is recalled first. */
    Panel dropHeld(HeldBasket held) {
        List<Para> paras = new ArrayList<>();
        paras.add(Para.of(words.text("held.drop.how", held.basket().lines().size(), held.note())));
        boolean free = sight.basket().isEmpty();
        if (!free) paras.add(Para.of(words.text("held.drop.not-now")));
        paras.add(Para.fine(words.text("held.number", held.number())));
        return new Notice(
                "drop-held",
                Tone.WARN,
                "?",
                words.text("held.drop.title"),
                held.basket().total().toString(),
                paras,
                -1,
                List.of(),
                List.of(
                        Choice.tall(
                                        "drop-yes",
                                        words.text("held.drop.yes"),
                                        "1",
                                        () -> does.wants(new Intent.RecallHeld(held.number()), new Intent.DropBasket()))
                                .onlyIf(free, words.text("held.drop.not-now")),
                        back()));
    }

    /** The counter is not empty: what lies on it may step aside first. */
    Panel holdFirst(Intent then) {
        Basket basket = sight.basket();
        return new Notice(
                "hold-first",
                Tone.WARN,
                "?",
                words.text("hold-first.title"),
                basket.total().toString(),
                List.of(Para.of(words.text("hold-first.how", basket.lines().size()))),
                -1,
                List.of(),
                List.of(
                        Choice.main(
                                "hold-and-recall",
                                words.text("hold-first.yes"),
                                "Enter",
                                () -> does.wants(new Intent.HoldBasket(""), then)),
                        back()));
    }

    // New goods.

    Panel newGoods(String code) {
        return new Form(
                "new-goods-" + code,
                words.text("new.title"),
                words.text("new.how", code),
                List.of(),
                List.of(
                        new Field(
                                "entry",
                                Entry.Form.TEXT,
                                words.text("new.name"),
                                words.text("new.name.prompt"),
                                "",
                                List.of(),
                                List.of()),
                        new Field(
                                "new-price",
                                Entry.Form.NUMBER,
                                words.text("price.field"),
                                words.text("new.price.prompt"),
                                "",
                                List.of(),
                                List.of())),
                this::newGood,
                "take-new",
                words.text("new.take"),
                texts -> takeNew(code, texts),
                back());
    }

    private String newGood(List<String> texts) {
        String name = texts.getFirst();
        if (name.isBlank()) return words.text("new.needs-name");
        if (SafeNote.mayHoldAPaymentCode(name)) return words.text("new.not-a-name");
        Money price = amount(texts.get(1));
        if (texts.get(1).isBlank()) return words.text("new.needs-price");
        return price == null ? words.text("price.not-one") : words.text("quantity.amount", price);
    }

    private int takeNew(String code, List<String> texts) {
        String name = texts.getFirst().strip();
        if (name.isEmpty() || SafeNote.mayHoldAPaymentCode(name)) return 0;
        Money price = amount(texts.get(1));
        if (price == null) return 1;
        does.addNew(code, price.yuan(), name);
        return NONE_WRONG;
    }
}
