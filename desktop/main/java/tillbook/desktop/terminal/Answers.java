package tillbook.desktop.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.CatalogText;
import tillbook.catalog.Good;
import tillbook.catalog.GoodProblem;
import tillbook.desktop.checkout.FaultCode;
import tillbook.desktop.checkout.Step;
import tillbook.desktop.checkout.Trouble;
import tillbook.payment.PaymentCode;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrintOutcome;
import tillbook.printing.engine.PrintWording;
import tillbook.register.Refusal;
import tillbook.register.RegisterState;
import tillbook.register.Reply;
import tillbook.sale.HeldNumber;
import tillbook.scan.ScanMeaning;
import tillbook.scan.Wallet;

/** What the terminal says directly to a line of input: refusals, explanations, questions, lists. Pure. */
final class Answers {
    /** More of what was typed is not repeated, characters. */
    private static final int ECHO_CHARS_MAX = 40;

    private Answers() {}

    /** Why the register did not do it. */
    static Saying refused(Reply.Refused refused, RegisterState state, Phrases phrases) {
        Saying saying = Saying.of(refused.reason() == Refusal.SAY_WHERE_THE_GOODS_ARE ? "question" : "refused")
                .with("reason", refused.reason().name())
                .with("code", FaultCode.of(refused.reason()))
                .with("argument", refused.argument().isEmpty() ? null : refused.argument());
        return Whereabouts.atCounter(state)
                .before(saying, phrases.texts())
                .line(Phrases.coded(
                        FaultCode.of(refused.reason()),
                        phrases.of("refusal", refused.reason(), argument(refused, phrases))));
    }

    private static String argument(Reply.Refused refused, Phrases phrases) {
        if (refused.reason() != Refusal.PROVIDER_NOT_READY) return refused.argument();
        return phrases.text("provider." + refused.argument());
    }

    /** Why a scan did nothing. */
    static Saying explained(Trouble trouble, RegisterState state, Phrases phrases) {
        String code = FaultCode.of(trouble);
        Saying saying = Saying.of("error")
                .with("reason", reason(trouble))
                .with("code", code)
                .with(
                        "near",
                        trouble.proposed().isEmpty()
                                ? null
                                : trouble.proposed().stream().map(Good::code).toList());
        List<String> goods = goods(trouble.proposed(), phrases);
        Saying placed = Whereabouts.atCounter(state)
                .before(saying, phrases.texts())
                .line(Phrases.coded(code, sentence(trouble, phrases)));
        return goods.isEmpty() ? placed : placed.line(phrases.text("near")).lines(goods);
    }

    private static String reason(Trouble trouble) {
        return trouble.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static String sentence(Trouble trouble, Phrases phrases) {
        return switch (trouble) {
            case Trouble.UnknownGoods unknown -> phrases.text("trouble.unknown-goods", unknown.code());
            case Trouble.NotOnSale(Good good) -> phrases.text("trouble.not-on-sale", name(good, phrases));
            case Trouble.NeedsWeight(Good good) ->
                phrases.text("trouble.needs-weight", name(good, phrases), good.code());
            case Trouble.SoldByThePiece(Good good) ->
                phrases.text("trouble.sold-by-the-piece", name(good, phrases), good.code());
            case Trouble.EmptyLabel(String code) -> phrases.text("trouble.empty-label", code);
            case Trouble.BadCheckDigit(String shown) -> phrases.text("trouble.bad-check-digit", shown);
            case Trouble.NotACode no -> phrases.text("trouble.not-a-code", shortened(no.shown()));
            case Trouble.KnownAlready(Good good) ->
                phrases.text("trouble.known-already", good.code(), name(good, phrases), good.unitPrice());
            case Trouble.NoGood(GoodProblem problem) ->
                phrases.text("trouble.no-good", new CatalogText(phrases.language()).say(problem));
            case Trouble.NothingDue _ -> phrases.text("trouble.nothing-due");
            case Trouble.AlreadyPaid paid ->
                phrases.text("trouble.already-paid", phrases.time(paid.at()), paid.amount(), paid.receipt());
            case Trouble.NothingAsked _ -> phrases.text("trouble.nothing-asked");
            case Trouble.CatalogueBroken _ -> phrases.text("trouble.catalogue-broken");
        };
    }

    private static String shortened(String text) {
        return text.length() <= ECHO_CHARS_MAX ? text : text.substring(0, ECHO_CHARS_MAX) + "…";
    }

    private static String name(Good good, Phrases phrases) {
        return good.nameIn(phrases.language());
    }

    /** Asks whether so much is right. */
    static Saying asksAmount(Step.AsksAmount asks, Phrases phrases) {
        Saying saying = Saying.of("question")
                .with("reason", "LARGE_AMOUNT")
                .with("code", FaultCode.LARGE_AMOUNT)
                .with("amountFen", asks.amount().fen())
                .with("askAboveFen", asks.askAbove().fen())
                .with("provider", Names.of(asks.provider()));
        return Whereabouts.NOTHING_ASKED
                .before(saying, phrases.texts())
                .line(phrases.text("asks-amount", asks.amount(), asks.askAbove(), phrases.provider(asks.provider())));
    }

    /** Asks which of several meanings is right. */
    static Saying asksMeaning(Step.AsksMeaning asks, Phrases phrases) {
        List<String> choices = IntStream.range(0, asks.meanings().size())
                .mapToObj(i ->
                        phrases.text("choice", i + 1, meaning(asks.meanings().get(i), phrases)))
                .toList();
        Saying saying = Saying.of("question").with("reason", "SEVERAL_MEANINGS").with("choices", choices);
        return Whereabouts.NOTHING_ASKED
                .before(saying, phrases.texts())
                .line(phrases.text("asks-meaning"))
                .lines(choices);
    }

    private static String meaning(ScanMeaning meaning, Phrases phrases) {
        return switch (meaning) {
            case ScanMeaning.Goods(String code) -> phrases.text("meaning.goods", code);
            case ScanMeaning.Weighed weighed -> phrases.text("meaning.weighed", weighed.itemCode());
            case ScanMeaning.Payment(Wallet wallet, PaymentCode code) ->
                phrases.text("meaning.payment", phrases.text("wallet." + wallet), code.masked());
            case ScanMeaning.Receipt(String number) -> phrases.text("meaning.receipt", number);
            case ScanMeaning.Held(HeldNumber number) -> phrases.text("meaning.held", number);
            case ScanMeaning.BadCheckDigit bad -> phrases.text("meaning.other", bad.shown());
            case ScanMeaning.NotACode no -> phrases.text("meaning.other", no.shown());
            case ScanMeaning.Ambiguous _ -> phrases.text("meaning.other", "");
        };
    }

    /** What was found for a word. */
    static Saying found(List<Good> goods, Phrases phrases) {
        List<Object> fields = new ArrayList<>();
        goods.forEach(good -> fields.add(Map.of(
                "goods", good.code(),
                "name", name(good, phrases),
                "unit", good.unit(),
                "unitPriceFen", good.unitPrice().fen(),
                "weighed", good.weighed())));
        Saying saying = Saying.of("found").with("goods", fields);
        return goods.isEmpty() ? saying.line(phrases.text("found-nothing")) : saying.lines(goods(goods, phrases));
    }

    private static List<String> goods(List<Good> goods, Phrases phrases) {
        return goods.stream()
                .map(good -> phrases.text("found", good.code(), name(good, phrases), good.unitPrice(), good.unit()))
                .toList();
    }

    /** How a word is used. */
    static Saying misused(Word word, Phrases phrases) {
        return Saying.of("error")
                .with("reason", "MISUSED")
                .with("word", word.names().getFirst())
                .line(phrases.text("misused", phrases.of("usage", word)));
    }

    static Saying help(Phrases phrases) {
        List<String> lines = new ArrayList<>();
        lines.add(phrases.text("help"));
        for (Word word : Word.values()) {
            lines.add("  " + phrases.of("usage", word) + "  " + String.join(" / ", word.names()));
        }
        return Saying.of("help")
                .with("words", Arrays.stream(Word.values()).map(Word::names).toList())
                .lines(lines);
    }

    static Saying page(PageEnd end, Phrases phrases) {
        return switch (end) {
            case PageEnd.Printed(PrintOutcome outcome) -> page(outcome, phrases);
            case PageEnd.Dropped _ -> error("PAGE_DROPPED", null, phrases.text("testpage.dropped"));
            case PageEnd.Failed _ -> error("PAGE", null, phrases.text("testpage.not"));
        };
    }

    private static Saying page(PrintOutcome outcome, Phrases phrases) {
        PrinterFault fault = switch (outcome) {
            case PrintOutcome.Confirmed _, PrintOutcome.Unconfirmable _ -> null;
            case PrintOutcome.NotPrinted refused -> refused.fault();
            case PrintOutcome.Perhaps perhaps -> perhaps.fault();
        };
        String code = fault == null ? null : fault.code();
        String said = new PrintWording(phrases.language()).of(outcome);
        return Saying.of("test-page")
                .with("outcome", outcome.state())
                .with("code", code)
                .line(Phrases.coded(code, phrases.text("testpage.ended", said)));
    }

    /** Something simple that went wrong, with a sentence of its own. */
    static Saying error(String reason, @Nullable String code, String sentence) {
        return Saying.of("error").with("reason", reason).with("code", code).line(Phrases.coded(code, sentence));
    }
}
