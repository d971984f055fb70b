package tillbook.desktop.journal.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.journal.search.JournalQuery;
import tillbook.journal.search.Page;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SaleState;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.VoucherState;
import tillbook.money.Money;
import tillbook.register.PrintRules;
import tillbook.register.RegisterState;
import tillbook.register.Shop;
import tillbook.sale.ReceiptNumber;
import tillbook.scan.ScanReader;

/** What the list does with answers that come late, in pages, or not at all; the test is the journal. */
class JournalInteractorTest {
    private static final int ALL = 250;

    private final CountDownLatch over = new CountDownLatch(1);
    private final JournalModel model = new JournalModel();
    private final JournalInteractor screen = onFx(
            () -> new JournalInteractor(model, ledger(), new ScreenWords(Locale.ENGLISH, shop()), over::countDown));

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        over.countDown();
        onFx(() -> {
            screen.close();
            return true;
        });
    }

    @Test
    void theMarkGoesOverTheEndOfAPageAndBack() {
        onFx(() -> {
            answers(screen.query(), ALL);
            screen.moves(99);
            assertEquals(99, model.marked.get());
            screen.moves(1);
            assertEquals(100, screen.query().offset());
            answers(screen.query(), ALL);
            assertEquals(0, model.marked.get());
            assertTrue(model.count.get().startsWith("101 to 200 of 250"), model.count.get());
            screen.moves(-1);
            answers(screen.query(), ALL);
            assertEquals(99, model.marked.get());
            screen.moves(10_000);
            answers(screen.query(), ALL);
            assertEquals(200, screen.query().offset());
            assertEquals(49, model.marked.get());
            return true;
        });
    }

    @Test
    void anAnswerToAnOlderQuestionIsNotShown() {
        onFx(() -> {
            JournalQuery old = screen.query();
            model.text.set("42");
            answers(old, ALL);
            assertEquals(List.of(), List.copyOf(model.rows));
            answers(screen.query(), 3);
            assertEquals(3, model.rows.size());
            return true;
        });
    }

    @Test
    void enterBeforeTheAnswerOpensTheOneThatIsFound() {
        onFx(() -> {
            answers(screen.query(), ALL);
            model.text.set("00000007");
            screen.opensMarked();
            assertEquals(Optional.empty(), model.opened.get().receipt());
            answers(screen.query(), 1);
            assertTrue(model.opened.get().receipt().isPresent());
            return true;
        });
    }

    @Test
    void enterOpensTheMarkedSaleThoughTheListIsBeingRefreshed() {
        onFx(() -> {
            answers(screen.query(), 5);
            screen.moves(2);
            ReceiptNumber marked = model.rows.get(2).receipt();
            screen.moved();
            screen.opensMarked();
            assertEquals(Optional.of(marked), model.opened.get().receipt());
            return true;
        });
    }

    @Test
    void enterOnTheWayToAnotherPageOpensTheSaleThatIsMarkedThere() {
        onFx(() -> {
            answers(screen.query(), ALL);
            screen.moves(120);
            screen.opensMarked();
            assertEquals(Optional.empty(), model.opened.get().receipt());
            answers(screen.query(), ALL);
            assertEquals(
                    Optional.of(model.rows.get(20).receipt()),
                    model.opened.get().receipt());
            return true;
        });
    }

    @Test
    void enterBeforeTheAnswerOpensNoneOfSeveral() {
        onFx(() -> {
            answers(screen.query(), ALL);
            model.text.set("7");
            screen.opensMarked();
            answers(screen.query(), 2);
            assertEquals(Optional.empty(), model.opened.get().receipt());
            screen.moved();
            answers(screen.query(), 1);
            assertEquals(Optional.empty(), model.opened.get().receipt());
            return true;
        });
    }

    @Test
    void aScannedGoodIsLookedForAsNothingElseUntilSomebodyTypes() {
        onFx(() -> {
            for (String code : List.of("00003", "6910000000006")) {
                screen.scanned(code);
                assertEquals(JournalQuery.Meant.ITEM_CODE, screen.query().meant(), code);
                assertEquals(code, model.text.get());
            }
            screen.filter(StateFilter.PAID);
            assertEquals(JournalQuery.Meant.ITEM_CODE, screen.query().meant());
            model.text.set("691");
            assertEquals(JournalQuery.Meant.ANYTHING, screen.query().meant());
            screen.scanned("2026112222001496951457093385");
            assertEquals(JournalQuery.Meant.ANYTHING, screen.query().meant(), "a trade number is no code of goods");
            return true;
        });
    }

    /** The tags of a row say being checked where an attempt is open; the filter of the other word must not list it. */
    @Test
    void notPaidAndEndedListNothingThatIsBeingChecked() {
        onFx(() -> {
            for (StateFilter filter : List.of(StateFilter.UNPAID, StateFilter.ENDED)) {
                screen.filter(filter);
                assertEquals(false, screen.query().beingChecked(), filter.name());
            }
            screen.filter(StateFilter.BEING_CHECKED);
            assertEquals(true, screen.query().beingChecked());
            return true;
        });
    }

    @Test
    void theMarkedSaleStaysMarkedWhenANewerOneComes() {
        onFx(() -> {
            answers(screen.query(), 5);
            screen.moves(2);
            ReceiptNumber marked = model.rows.get(2).receipt();
            screen.moved();
            answers(screen.query(), 6);
            assertEquals(marked, model.rows.get(model.marked.get()).receipt());
            return true;
        });
    }

    @Test
    void rowsStayWhileTheCopySleepsButNeverUnderAnotherQuestion() {
        onFx(() -> {
            answers(screen.query(), 5);
            screen.heard(new Found.Silent(new SearchProblem.DiskFull()));
            assertEquals(5, model.rows.size());
            assertEquals("SYS-JOURNAL", model.said.get().code());
            model.text.set("42");
            screen.heard(new Found.Silent(new SearchProblem.DiskFull()));
            assertEquals(0, model.rows.size());
            answers(screen.query(), 2);
            assertEquals(JournalModel.Said.NONE, model.said.get());
            return true;
        });
    }

    @Test
    void escGoesFromTheCaseToTheListAndFromTheListToTheCheckout() throws InterruptedException {
        onFx(() -> {
            answers(screen.query(), 5);
            screen.opensMarked();
            assertTrue(screen.key("Esc"));
            assertEquals(Optional.empty(), model.opened.get().receipt());
            return true;
        });
        assertFalse(over.await(0, TimeUnit.SECONDS));
        onFx(() -> screen.key("Esc"));
        assertTrue(over.await(0, TimeUnit.SECONDS));
    }

    // The journal.

    private void answers(JournalQuery query, int total) {
        List<SaleRow> rows = IntStream.range(query.offset(), Math.min(total, query.offset() + query.limit()))
                .mapToObj(place -> row(total - place))
                .toList();
        screen.heard(new Found.Listed(query, new Page(rows, total, Map.of(), null, false), true));
    }

    private static SaleRow row(int number) {
        return new SaleRow(
                number,
                ReceiptNumber.of(1, "A1", number),
                new SaleRow.Opening(number, LocalDate.EPOCH, number, "01", 1, Money.ofFen(100), 1, "tea"),
                SaleState.PAID,
                new SaleRow.MoneySide(100, 1L, Set.of(), 0),
                new SaleRow.VoucherSide(VoucherState.PRINTED, null, null, 0));
    }

    /** It never answers by itself. */
    private Ledger ledger() {
        return new Ledger(
                Optional::empty,
                Optional::empty,
                _ -> {
                    over.await();
                    return false;
                },
                _ -> List.of(),
                () -> RegisterState.NEW,
                (_, _) -> {},
                new ScanReader(List.of()),
                shop(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                fault -> {
                    throw new AssertionError(fault);
                });
    }

    private static Shop shop() {
        return new Shop(
                1,
                "01",
                "tea",
                Money.ofFen(1),
                Money.ofFen(500_000),
                ZoneOffset.UTC,
                LocalTime.of(4, 0),
                true,
                "test",
                "here",
                PrintRules.ON,
                Map.of(),
                Map.of());
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
    }
}
