package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Objects;
import tillbook.sale.Line;
import tillbook.sale.ReceiptNumber;

/** Compares a copy with what the tape says, sale by sale. */
final class Agreement {
    private Agreement() {}

    static void of(JournalSearch search, ListedTape tape) {
        assertEquals(tape.acknowledgedThrough(), search.applied());
        Verification verification = search.verify(tape);
        assertInstanceOf(Verification.Whole.class, verification, () -> String.valueOf(verification));
        JournalModel model = JournalModel.of(tape.records().subList(0, (int) tape.acknowledgedThrough()));
        assertEquals(model.sales.size(), search.find(JournalQuery.newest(1)).total());
        model.sales.values().forEach(sale -> sale(sale, search));
    }

    private static void sale(JournalModel.Sale expected, JournalSearch search) {
        SaleStory story = search.sale(new ReceiptNumber(expected.receipt)).orElseThrow();
        SaleRow sale = story.sale();
        assertEquals(
                List.of(expected.state(), expected.voucher(), expected.amount, expected.paid, expected.open()),
                List.of(
                        sale.state(),
                        sale.voucher().state(),
                        sale.opening().amount().fen(),
                        sale.money().paidFen(),
                        (long) sale.money().attemptsOpen()),
                expected.receipt);
        assertEquals(expected.day, sale.opening().day());
        assertEquals(expected.items, story.lines().stream().map(Line::name).toList());
        assertEquals(expected.tenders, story.tenders().size());
        assertEquals(
                expected.attempts.stream()
                        .map(a -> a.order + a.state + a.amount + a.trade)
                        .toList(),
                story.attempts().stream()
                        .map(a -> a.order().text()
                                + a.progress().state()
                                + a.amount().fen()
                                + a.progress().tradeNumber())
                        .toList());
        assertEquals(
                expected.story,
                story.chapters().stream().map(SaleStory.Chapter::sequence).toList(),
                expected.receipt);
        assertEquals(
                expected.story.size(),
                story.chapters().stream()
                        .filter(c -> Objects.nonNull(c.entry()))
                        .count());
    }
}
