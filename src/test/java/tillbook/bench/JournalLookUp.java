package tillbook.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import tillbook.journal.search.JournalQuery;
import tillbook.journal.search.JournalSearch;
import tillbook.journal.search.Opened;
import tillbook.journal.search.Rebuilt;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SaleStory;
import tillbook.journal.search.SearchJournalFile;
import tillbook.sale.ReceiptNumber;

/**
 * Proves that the age of a shop is not felt in its journal: the page that a search asks for, by every number a customer
 * can bring, and a case with its whole life, beside the same in a journal of a tenth. Numbers are drawn from all of the
 * journal, warm. It would lie if few were asked for again and again, or if only the newest were.
 */
final class JournalLookUp implements Benchmark {
    private static final double NUMBER_P99_MAX_MS = 5;
    private static final double ITEM_P99_MAX_MS = 200;
    private static final double CASE_P99_MAX_MS = 50;
    private static final int FEWER = 10;
    private static final int PAGE = 100;
    private static final int BLOCK = 20;
    private static final int SAMPLES = 400;
    private static final int PLACES = 8;

    private final SplittableRandom chance = new SplittableRandom(13);

    /** A journal, and numbers from all over it. */
    private record Asked(
            JournalSearch journal, List<ReceiptNumber> receipts, List<String> orders, List<String> trades) {}

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        GeneratedShop many = setting.shop();
        GeneratedShop few = new GeneratedShop(setting.at("journal-few"), many.sales() / FEWER);
        try (JournalSearch large = open(many);
                JournalSearch small = open(few)) {
            Asked ours = asked(large);
            Asked other = asked(small);
            int blocks = setting.either(10, 50);
            return List.of(
                    row(
                            many,
                            "by receipt number",
                            NUMBER_P99_MAX_MS,
                            blocks,
                            () -> receipt(ours),
                            () -> receipt(other)),
                    row(many, "by order number", NUMBER_P99_MAX_MS, blocks, () -> order(ours), () -> order(other)),
                    row(many, "by trade number", NUMBER_P99_MAX_MS, blocks, () -> trade(ours), () -> trade(other)),
                    row(many, "by an item's name", ITEM_P99_MAX_MS, blocks / 5, () -> item(ours), () -> item(other)),
                    row(many, "a case opened", CASE_P99_MAX_MS, blocks, () -> story(ours), () -> story(other)),
                    row(many, "the newest page", 0, blocks / 5, () -> newest(ours), () -> newest(other)));
        }
    }

    private static JournalSearch open(GeneratedShop shop) throws IOException {
        TapeFolder tape = shop.tape();
        return switch (SearchJournalFile.open(shop.searchFile(), tape)) {
            case Opened.Ready(JournalSearch ready) -> ready;
            case Opened.CaughtUp(JournalSearch ready, long _) -> ready;
            case Rebuilt rebuilt -> rebuilt.search();
            case Opened other -> throw new IOException("the journal cannot be opened: " + other);
        };
    }

    private static Asked asked(JournalSearch journal) {
        List<ReceiptNumber> receipts = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        List<String> trades = new ArrayList<>();
        long all = journal.find(JournalQuery.newest(1)).total();
        for (int place = 0; place < PLACES; place++) {
            int offset = (int) (all * place / PLACES);
            JournalQuery some = JournalQuery.newest(1).page(SAMPLES / PLACES, offset);
            for (SaleRow sale : journal.find(some).rows()) {
                receipts.add(sale.receipt());
                journal.sale(sale.receipt()).stream()
                        .flatMap(story -> story.attempts().stream())
                        .forEach(attempt -> {
                            orders.add(attempt.order().text());
                            Optional.ofNullable(attempt.progress().tradeNumber())
                                    .ifPresent(trades::add);
                        });
            }
        }
        return new Asked(journal, receipts, orders, trades);
    }

    private void receipt(Asked asked) {
        finds(asked, any(asked.receipts()).text());
    }

    private void order(Asked asked) {
        finds(asked, any(asked.orders()));
    }

    private void trade(Asked asked) {
        finds(asked, any(asked.trades()));
    }

    private void item(Asked asked) {
        finds(asked, any(List.of("鸡蛋", "酱油", "Chocolate", "纸巾")));
    }

    private static void finds(Asked asked, String text) {
        if (asked.journal()
                .find(JournalQuery.newest(PAGE).withText(text))
                .rows()
                .isEmpty()) throw new IllegalStateException("not found: " + text);
    }

    private void story(Asked asked) {
        SaleStory story = asked.journal().sale(any(asked.receipts())).orElseThrow();
        if (story.entries().isEmpty()) throw new IllegalStateException("a sale without a life");
    }

    private static void newest(Asked asked) {
        if (asked.journal().find(JournalQuery.newest(PAGE)).rows().size() < PAGE)
            throw new IllegalStateException("less than a page");
    }

    private <T> T any(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private Row row(GeneratedShop many, String how, double p99Max, int blocks, Turns.Step ours, Turns.Step other)
            throws Exception {
        Turns turns = Turns.take(3, blocks, BLOCK, ours, other);
        Figure figure = turns.candidate();
        boolean promised = p99Max > 0;
        return new Row(
                name(),
                String.format(Locale.ROOT, "the journal of %,d sales, %s", many.sales(), how),
                figure,
                String.format(Locale.ROOT, "of %,d", many.sales() / FEWER),
                turns.beside(),
                turns.ratio(),
                promised ? "p99 < " + (int) p99Max + " ms" : "",
                promised ? Verdict.of(figure.p99() < p99Max) : Verdict.TOLD,
                "");
    }
}
