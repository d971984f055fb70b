package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.SafeNote;
import tillbook.desktop.checkout.Step;
import tillbook.desktop.checkout.screen.Panel.Enter;
import tillbook.desktop.checkout.screen.Panel.Entry;
import tillbook.desktop.checkout.screen.Panel.Notice;
import tillbook.desktop.checkout.screen.Panel.Offer;
import tillbook.desktop.checkout.screen.Panel.Para;
import tillbook.desktop.diagnosis.Start;
import tillbook.device.DeviceText;
import tillbook.device.FoundDevice;
import tillbook.diagnosis.cause.Symptom;
import tillbook.money.Money;
import tillbook.register.Attempt;
import tillbook.register.Intent;
import tillbook.register.Reply;
import tillbook.register.SaleState;
import tillbook.sale.HeldNumber;
import tillbook.sale.Line;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;

/** Questions to the person, and what the person opened. */
final class AskingPanels {
    /** More devices of one kind than this are in the settings' hands. */
    private static final int PRINTERS_SHOWN_MAX = 4;

    private final Sight sight;
    private final Words words;
    private final Does does;

    AskingPanels(Sight sight, Does does) {
        this.sight = sight;
        this.words = sight.words();
        this.does = does;
    }

    /** Empty if there is nothing to ask any more. */
    Optional<Panel> of(Asking asking, List<Light> lights) {
        return switch (asking) {
            case Asking.Nothing _ -> Optional.empty();
            case Asking.PaymentCode _ -> due().map(this::paymentCode);
            case Asking.Cash _ -> due().map(this::cash);
            case Asking.LineQuantity(int line) -> sight.basket().line(line).map(this::quantity);
            case Asking.LinePrice(int line) ->
                sight.basket().line(line).map(found -> new ChangePanels(sight, does).price(found));
            case Asking.Discounting asks ->
                sight.basket().line(asks.line()).map(line -> new ChangePanels(sight, does).discount(asks, line));
            case Asking.Hold _ -> Optional.of(new ChangePanels(sight, does).hold());
            case Asking.Held _ -> Optional.of(new ChangePanels(sight, does).held());
            case Asking.DropHeld(HeldNumber number) ->
                sight.state().held(number).map(held -> new ChangePanels(sight, does).dropHeld(held));
            case Asking.HoldFirst(Intent then) ->
                sight.basket().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ChangePanels(sight, does).holdFirst(then));
            case Asking.NewGoods(String code) -> Optional.of(new ChangePanels(sight, does).newGoods(code));
            case Asking.Weight asks -> Optional.of(weight(asks));
            case Asking.Find find -> Optional.of(new Panel.Find(find.query(), find.goods(), find.searched(), back()));
            case Asking.LargeAmount(Step.AsksAmount asks) -> Optional.of(largeAmount(asks));
            case Asking.Meaning(Step.AsksMeaning asks) -> Optional.of(meaning(asks));
            case Asking.Goods(OrderNumber order) -> sight.state().attempt(order).map(this::goods);
            case Asking.AllowAnother(OrderNumber order) ->
                sight.state()
                        .attempt(order)
                        .filter(sight::holdsUpAnother)
                        .map(attempt -> new PaymentPanels(sight, does).allowAnother(attempt));
            case Asking.OpenAttempts _ -> Optional.of(new OpenPanels(sight, does).attempts());
            case Asking.Unpaid _ -> Optional.of(new OpenPanels(sight, does).unpaid());
            case Asking.Vouchers _ -> Optional.of(new OpenPanels(sight, does).vouchers());
            case Asking.Settle settle -> sight.state().attempt(settle.order()).map(attempt -> settle(attempt, settle));
            case Asking.OneSale(var receipt) -> new OpenPanels(sight, does).one(receipt);
            case Asking.PaidSale paid ->
                Optional.of(new PaperPanels(sight, does).paidSale(paid.receipt(), paid.copies()));
            case Asking.PrinterLight _ ->
                lights.stream()
                        .filter(light -> light.id().equals(Light.PRINTER))
                        .findFirst()
                        .map(this::printer);
            case Asking.More _ -> Optional.of(more());
            case Asking.SignOn _ -> Optional.of(signOn());
            case Asking.Refused(Reply.Refused refused) -> Optional.of(refused(refused));
            case Asking.Closing _ -> Optional.of(closing());
        };
    }

    /** What would be paid now. */
    private Optional<Money> due() {
        if (!sight.basket().isEmpty()) return Optional.of(sight.basket().total());
        return sight.frozenAtCounter().filter(sale -> sale.living().isEmpty()).map(SaleState::due);
    }

    private Choice back() {
        return Choice.plain("back", words.text("back"), "Esc", does::back);
    }

    private Panel paymentCode(Money due) {
        return new Notice(
                "payment-code",
                Tone.ACCENT,
                "",
                words.text("payment-code.title"),
                due.toString(),
                List.of(Para.of(words.text("payment-code.how"))),
                -1,
                List.of(),
                List.of(Choice.tall("cash", words.text("cash"), "F11", does::payCash), back()));
    }

    // Cash.

    private Panel cash(Money due) {
        List<Offer> offers = CashOffers.of(due).stream()
                .map(offer -> new Offer(offer.equals(due) ? words.text("cash.exact") : whole(offer), offer.yuan()))
                .toList();
        return new Entry(
                "cash",
                words.text("cash.title", due),
                "",
                Entry.Form.NUMBER,
                "",
                offers,
                text -> change(text, due),
                List.of(new Enter("take-cash", words.text("cash.take"), text -> takeCash(text, due))),
                back());
    }

    private static String whole(Money amount) {
        return "￥" + amount.fen() / 100;
    }

    private void takeCash(String text, Money due) {
        Money given = text.isBlank() ? due : amount(text);
        if (given != null && given.compareTo(due) >= 0) does.wants(new Intent.PayCash(given));
    }

    private String change(String text, Money due) {
        if (text.isBlank()) return words.text("cash.enter-exact");
        Money given = amount(text);
        if (given == null) return words.text("cash.not-an-amount");
        return given.compareTo(due) < 0
                ? words.text("cash.short", due.minus(given))
                : words.text("cash.change", given.minus(due));
    }

    private static @Nullable Money amount(String text) {
        try {
            return Money.parseYuan(text.strip());
        } catch (IllegalArgumentException notAnAmount) {
            return null;
        }
    }

    // Quantities.

    private Panel quantity(Line line) {
        Function<Quantity, Intent> changes = quantity -> new Intent.ChangeQuantity(line.number(), quantity);
        return new Entry(
                "quantity-" + line.number(),
                words.text("quantity.title"),
                words.text("quantity.of", line.name(), line.unitPrice(), line.unit()),
                Entry.Form.NUMBER,
                line.quantity().text(),
                List.of(),
                text -> amountOf(text, line),
                List.of(new Enter("take-quantity", words.text("quantity.take"), text -> {
                    Quantity quantity = quantity(text);
                    if (quantity != null) does.wants(changes.apply(quantity));
                })),
                back());
    }

    private String amountOf(String text, Line line) {
        Quantity quantity = quantity(text);
        if (quantity == null) return words.text("quantity.not-one");
        try {
            return words.text("quantity.amount", line.withQuantity(quantity).amount());
        } catch (IllegalArgumentException | ArithmeticException tooLarge) {
            return words.shared("refusal.LINE_TOO_LARGE");
        }
    }

    private Panel weight(Asking.Weight asks) {
        Good good = asks.good();
        return new Entry(
                "weight-" + good.code(),
                words.text("weight.title"),
                weighed(asks),
                Entry.Form.NUMBER,
                "",
                List.of(),
                text -> text.isBlank() || quantity(text) != null
                        ? words.text("weight.how")
                        : words.text("quantity.not-one"),
                List.of(new Enter("take-weight", words.text("weight.take"), text -> {
                    Quantity quantity = quantity(text);
                    if (quantity != null) does.takeByHand(good.code(), quantity);
                })),
                back());
    }

    private String weighed(Asking.Weight asks) {
        Good good = asks.good();
        String now = words.text("quantity.of", words.good(good), good.unitPrice(), good.unit());
        if (asks.then().isEmpty()) return now;
        String then = asks.then().stream().map(words::good).collect(Collectors.joining(" · "));
        return now + "\n" + words.text("weight.then", then);
    }

    private static @Nullable Quantity quantity(String text) {
        try {
            return Quantity.parse(text.strip());
        } catch (IllegalArgumentException notAQuantity) {
            return null;
        }
    }

    // Questions.

    private Panel largeAmount(Step.AsksAmount asks) {
        return new Notice(
                "large-amount",
                Tone.WARN,
                "?",
                words.text("large.title"),
                asks.amount().toString(),
                List.of(
                        Para.of(words.text("large.how", asks.askAbove(), words.provider(asks.provider()))),
                        Para.fine(FaultCode.LARGE_AMOUNT)),
                -1,
                List.of(),
                List.of(
                        Choice.main("yes", words.text("large.yes"), "Enter", does::confirmAmount),
                        Choice.tall("no", words.text("large.no"), "Esc", does::deny)));
    }

    private Panel meaning(Step.AsksMeaning asks) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 1; i <= asks.meanings().size(); i++) {
            int number = i;
            choices.add(Choice.tall(
                    "meaning-" + number,
                    words.meaning(asks.meanings().get(number - 1)),
                    Integer.toString(number),
                    () -> does.chooseMeaning(number)));
        }
        choices.add(Choice.plain("no", words.text("meaning.none"), "Esc", does::deny));
        return new Notice(
                "meaning",
                Tone.WARN,
                "?",
                words.text("meaning.title"),
                "",
                List.of(Para.of(words.text("meaning.how"))),
                -1,
                List.of(),
                choices);
    }

    private Panel goods(Attempt attempt) {
        OrderNumber order = attempt.order();
        return new Notice(
                "goods",
                Tone.WARN,
                "?",
                words.text("goods.title"),
                attempt.facts().amount().toString(),
                List.of(Para.of(words.text("goods.how")), Para.fine(words.text("order", order, attempt.asked()))),
                -1,
                List.of(),
                List.of(
                        Choice.tall(
                                "goods-stay",
                                words.text("goods.stay"),
                                "1",
                                () -> does.wants(new Intent.Stop(order, false))),
                        Choice.tall(
                                "goods-gone",
                                words.text("goods.gone"),
                                "2",
                                () -> does.wants(new Intent.Stop(order, true))),
                        Choice.plain("back", words.text("goods.wait"), "Esc", does::back)));
    }

    private Panel settle(Attempt attempt, Asking.Settle settle) {
        return new Entry(
                "settle-" + attempt.order(),
                words.text("settle." + settle.settlement()),
                words.text("settle.how", attempt.facts().amount(), attempt.order()),
                Entry.Form.TEXT,
                "",
                List.of(),
                text -> text.isBlank() ? words.text("settle.note") : "",
                List.of(new Enter("take-settle", words.text("settle.take"), text -> {
                    String note = SafeNote.note(text);
                    if (!note.isEmpty())
                        does.wants(new Intent.SettleAttempt(attempt.order(), settle.settlement(), note));
                })),
                back());
    }

    // What was opened.

    private Panel printer(Light light) {
        return new Notice(
                "light",
                light.tone(),
                light.mark(),
                light.label(),
                "",
                printerParas(light),
                -1,
                List.of(),
                printerChoices(light));
    }

    private List<Choice> printerChoices(Light light) {
        List<Choice> all = new ArrayList<>();
        Symptom symptom = sight.state().owed().count() > 0 ? Symptom.NO_RECEIPT : Symptom.PRINTER_DEAD;
        all.add(Choice.tall(
                "find-trouble",
                words.text("find-trouble"),
                "?",
                () -> does.trouble(Start.at(symptom, light.evidence()))));
        if (sight.shop().printing().on()) {
            all.add(Choice.tall("test-page", words.text("printer.test-page"), "", does::testPage));
        }
        sight.devices().stream()
                .filter(device -> !device.isScanner())
                .limit(PRINTERS_SHOWN_MAX)
                .map(this::use)
                .forEach(all::add);
        all.add(back());
        return all;
    }

    private Choice use(FoundDevice printer) {
        return Choice.tall(
                "use-" + printer.address(),
                words.text("printer.use", printer.name()),
                "",
                () -> does.usePrinter(printer.address()));
    }

    /** What was seen of it, and which printers are plugged in. */
    private List<Para> printerParas(Light light) {
        List<Para> paras = new ArrayList<>();
        paras.add(Para.of(light.evidence()));
        DeviceText text = new DeviceText(words.language());
        sight.devices().stream()
                .filter(device -> !device.isScanner())
                .limit(PRINTERS_SHOWN_MAX)
                .forEach(device -> paras.add(Para.fine(text.say(device))));
        return paras;
    }

    private Panel more() {
        boolean something = !sight.basket().isEmpty();
        return new Notice(
                "more",
                Tone.PLAIN,
                "",
                words.text("more"),
                "",
                List.of(),
                -1,
                List.of(),
                List.of(
                        Choice.plain("journal", words.text("more.journal"), "F10", does::journal),
                        Choice.plain("find-trouble", words.text("find-trouble"), "?", does::trouble),
                        Choice.tall("sign-on", words.text("more.sign-on"), "", () -> does.open(new Asking.SignOn())),
                        Choice.plain("language", words.text("more.language"), "", does::otherLanguage),
                        Choice.plain(
                                "look", words.text(sight.dark() ? "more.light" : "more.dark"), "", does::otherLook),
                        Choice.plain("sounds", words.text("more.sounds"), "", does::playSounds),
                        Choice.plain("last-receipt", words.text("more.last-receipt"), "", does::lastReceipt)
                                .onlyIf(sight.snapshot().lastPaid() != null, words.text("more.no-receipt")),
                        Choice.tall("drop", words.text("more.drop"), "", () -> does.wants(new Intent.DropBasket()))
                                .onlyIf(something, words.text("nothing-on-counter")),
                        Choice.tall("close", words.text("more.close"), "", does::closeRegister),
                        back()));
    }

    private Panel signOn() {
        return new Entry(
                "sign-on",
                words.text("sign-on.title"),
                words.text("sign-on.how", SafeNote.CASHIER_CHARS_MAX),
                Entry.Form.TEXT,
                "",
                List.of(),
                text -> text.isBlank() || SafeNote.isCashier(text.strip()) ? "" : words.text("sign-on.not-one"),
                List.of(new Enter("take-sign-on", words.text("sign-on.take"), text -> {
                    String name = text.strip();
                    if (SafeNote.isCashier(name)) does.wants(new Intent.SignOn(name));
                })),
                back());
    }

    private Panel refused(Reply.Refused refused) {
        String code = FaultCode.of(refused.reason());
        List<Para> paras = new ArrayList<>();
        paras.add(Para.of(words.refusal(refused)));
        if (code != null) paras.add(Para.fine(code));
        return new Notice(
                "refused",
                Tone.BAD,
                "!",
                words.text("refused.title"),
                "",
                paras,
                -1,
                List.of(),
                List.of(Choice.main("back", words.text("understood"), "Enter", does::back)));
    }

    private Panel closing() {
        List<Para> paras = new ArrayList<>();
        sight.state()
                .openAttempts()
                .forEach(attempt -> paras.add(Para.of(words.shared(
                        "closed.attempt",
                        attempt.facts().amount(),
                        attempt.order(),
                        words.shared("state", attempt.state())))));
        long owed = sight.state().owed().count();
        if (owed > 0) paras.add(Para.of(words.text("closing.vouchers", owed)));
        if (!sight.basket().isEmpty())
            paras.add(Para.of(words.shared(
                    "closed.basket",
                    sight.basket().lines().size(),
                    sight.basket().total())));
        boolean open = sight.state().openAttempts().findAny().isPresent();
        if (paras.isEmpty()) paras.add(Para.of(words.text("closing.nothing")));
        return new Notice(
                "closing",
                open || owed > 0 ? Tone.WARN : Tone.PLAIN,
                open || owed > 0 ? "!" : "",
                words.text("closing.title"),
                "",
                paras,
                -1,
                List.of(),
                List.of(
                        Choice.tall("close-now", words.text("closing.yes"), "", does::closeNow),
                        Choice.main("back", words.text("closing.no"), "Esc", does::back)));
    }
}
