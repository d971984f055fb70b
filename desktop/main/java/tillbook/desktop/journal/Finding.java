package tillbook.desktop.journal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.Request;
import tillbook.journal.search.JournalQuery;
import tillbook.journal.search.JournalQuery.Meant;
import tillbook.journal.search.Page;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SaleState;
import tillbook.journal.search.VoucherState;
import tillbook.money.Money;

/** What a request looks for, and how sales found are told. Stateless. */
final class Finding {
    private static final int LIMIT_USUAL = 20;

    private Finding() {}

    static JournalQuery query(Request request, Words words) throws Refused {
        int limit = limit(request, words);
        LocalDate day = day(request, "day", words);
        LocalDate from = day == null ? day(request, "from", words) : day;
        LocalDate to = day == null ? day(request, "to", words) : day;
        String item = request.arg("item").orElse("");
        String amount = amount(request, words);
        String said = request.arg("words").orElse("");
        JournalQuery query = JournalQuery.newest(limit).onDays(from, to);
        if (!said.isBlank()) query = query.withText(said);
        else if (!item.isBlank()) query = query.withText(item, Meant.ITEM);
        else if (!amount.isBlank()) query = query.withText(amount, Meant.AMOUNT);
        String state = request.arg("state").orElse("");
        return state.isEmpty() ? query : in(state, query, words);
    }

    private static String amount(Request request, Words words) throws Refused {
        String text = request.arg("amount").orElse("");
        String plain = text.replaceAll("[¥￥,元\\s]", "");
        try {
            return plain.isEmpty() ? "" : Money.parseYuan(plain).yuan();
        } catch (IllegalArgumentException e) {
            throw Refused.wrongUse(words.text("wrong.amount", text));
        }
    }

    private static JournalQuery in(String state, JournalQuery query, Words words) throws Refused {
        String word = state.toUpperCase(Locale.ROOT).replace('-', '_');
        if (word.equals("CHECKED") || word.equals("BEING_CHECKED")) return query.beingChecked(true);
        for (SaleState known : SaleState.values()) if (known.name().equals(word)) return query.in(known);
        for (VoucherState known : VoucherState.values()) if (known.name().equals(word)) return query.with(known);
        throw Refused.wrongUse(words.text("wrong.state", state, states()));
    }

    private static String states() {
        String sales = Arrays.stream(SaleState.values()).map(Finding::word).collect(Collectors.joining(", "));
        return sales + ", being-checked, owed, given, waived";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int limit(Request request, Words words) throws Refused {
        String text = request.arg("limit").orElse(Integer.toString(LIMIT_USUAL));
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= JournalQuery.LIMIT_MAX) return limit;
        } catch (NumberFormatException notANumber) {
            // The sentence below says what a limit is.
        }
        throw Refused.wrongUse(words.text("wrong.limit", text, JournalQuery.LIMIT_MAX));
    }

    static @Nullable LocalDate day(Request request, String name, Words words) throws Refused {
        String text = request.arg(name).orElse("");
        if (text.isBlank()) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw Refused.wrongUse(words.text("wrong.day", text));
        }
    }

    // Telling.

    static Answer row(SaleRow sale, Words words) {
        SaleRow.MoneySide money = sale.money();
        String means = money.means().stream().sorted().map(words::name).collect(Collectors.joining(" + "));
        String checked = money.attemptsOpen() > 0 ? words.text("row.checked", money.attemptsOpen()) : "";
        return facts(Answer.of("sale"), sale)
                .text(words.text(
                                "row",
                                words.time(sale.opening().at()),
                                sale.receipt(),
                                sale.opening().amount(),
                                words.name(sale.state()),
                                means.isEmpty() ? "–" : means,
                                words.of("owes", sale.voucher().state()),
                                sale.opening().firstItem(),
                                sale.opening().lines())
                        + checked);
    }

    static Answer.Building facts(Answer.Building answer, SaleRow sale) {
        SaleRow.Opening opening = sale.opening();
        SaleRow.MoneySide money = sale.money();
        return answer.with("receipt", sale.receipt().text())
                .with("day", opening.day().toString())
                .with("atMs", opening.at())
                .with("cashier", opening.cashier())
                .with("shift", opening.shift())
                .with("amountFen", opening.amount().fen())
                .with("paidFen", money.paidFen())
                .with("paidAtMs", money.paidAt())
                .with("state", word(sale.state()))
                .with(
                        "means",
                        money.means().stream().sorted().map(Finding::word).toList())
                .with("attemptsOpen", money.attemptsOpen())
                .with("voucherState", word(sale.voucher().state()))
                .with("lines", opening.lines())
                .with("firstItem", opening.firstItem());
    }

    static Answer total(Page page, JournalQuery query, Words words) {
        String hidden = page.hidden().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> words.text("hidden", entry.getValue(), words.of("filter", entry.getKey())))
                .collect(Collectors.joining());
        String beside = query.fromDay() == null ? "items-since" : "items-beside";
        String since = page.itemsSince() == null ? "" : words.text(beside, page.itemsSince());
        Answer.Building answer = Answer.of("found")
                .with("shown", page.rows().size())
                .with("total", page.total())
                .with("more", page.more());
        page.hidden().forEach((filter, count) -> answer.with("hiddenBy-" + word(filter), count));
        if (page.itemsSince() != null)
            answer.with("itemsSince", page.itemsSince().toString());
        String key = page.total() == 0 ? "found.none" : "found";
        return answer.text(words.text(key, page.rows().size(), page.total()) + hidden + since);
    }
}
