package tillbook.desktop.journal.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.Pictures;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.VoucherEnd;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;
import tillbook.register.Intent;
import tillbook.register.PrintRules;
import tillbook.register.RegisterState;
import tillbook.register.Shop;
import tillbook.sale.ReceiptNumber;
import tillbook.scan.ScanReader;

/** A key of a case does what it said, also when the case changed while the finger was on its way. */
class CaseKeysTest {
    private static final ReceiptNumber RECEIPT = Pictures.RECEIPT;
    private static final RegisterState OWED = Pictures.paper().state();
    private static final RegisterState PRINTING =
            Pictures.paper(Pictures.sending()).state();
    private static final RegisterState OWED_AND_WATCHED =
            withSalesOf(OWED, Pictures.paying(AttemptState.WATCH).state());

    private final List<Intent> wanted = new ArrayList<>();
    private final JournalModel model = new JournalModel();
    private RegisterState state = OWED;
    private final JournalInteractor screen =
            onFx(() -> new JournalInteractor(model, ledger(), new ScreenWords(Locale.ENGLISH, shop()), () -> {}));

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        onFx(() -> {
            screen.close();
            return true;
        });
    }

    @Test
    void aKeyNeverTakesOverWhatAnotherOneDid() {
        onFx(() -> {
            opened(OWED_AND_WATCHED);
            Map<String, String> before = keys();
            told(OWED);
            Map<String, String> after = keys();
            assertEquals("ask-again", before.get("F9"));
            assertFalse(after.containsKey("F9"), after.toString());
            after.forEach((key, does) -> assertEquals(does, before.get(key), key));
            return true;
        });
    }

    @Test
    void noSingleKeyEndsAVoucher() {
        onFx(() -> {
            opened(OWED_AND_WATCHED);
            told(OWED);
            for (String key : List.of("F2", "F7", "F8", "F9", "F10", "F11", "F12")) {
                screen.key(key);
                if (!model.opened.get().choices().stream()
                        .map(Choice::id)
                        .toList()
                        .contains("end")) screen.key("Esc");
            }
            assertEquals(List.of(new Intent.Print(RECEIPT, 0)), wanted);
            return true;
        });
    }

    @Test
    void aVoucherEndsAfterAQuestionThatSaysWhatItMeans() {
        onFx(() -> {
            opened(OWED);
            assertTrue(screen.key("F11"));
            String question = model.opened.get().verdict().getLast().text();
            assertTrue(question.contains("not owed any more"), question);
            assertEquals(Map.of("F2", "voucher-GIVEN", "F10", "voucher-WAIVED", "Esc", "keep"), keys());
            assertTrue(screen.key("F10"));
            assertEquals(List.of(new Intent.SettleVoucher(RECEIPT, VoucherEnd.WAIVED)), wanted);
            return true;
        });
    }

    @Test
    void escKeepsTheVoucherAndTheCase() {
        onFx(() -> {
            opened(OWED);
            screen.key("F11");
            assertTrue(screen.key("Esc"));
            assertEquals(Optional.of(RECEIPT), model.opened.get().receipt());
            assertTrue(keys().containsKey("F12"), keys().toString());
            assertEquals(List.of(), wanted);
            return true;
        });
    }

    @Test
    void aQuestionThatIsSettledMeanwhileGoesAndDoesNotComeBack() {
        onFx(() -> {
            opened(OWED);
            screen.key("F11");
            told(PRINTING);
            assertFalse(screen.key("F2"));
            told(OWED);
            assertFalse(screen.key("F10"));
            assertTrue(keys().containsValue("end"), keys().toString());
            assertEquals(List.of(), wanted);
            return true;
        });
    }

    @Test
    void theFocusOfAButtonThatGoesIsNoOtherButtons() {
        onFx(() -> {
            JournalView view = new JournalView(model, screen, new ScreenWords(Locale.ENGLISH, shop()));
            Scene scene = new Scene(view, 1366, 768);
            opened(OWED_AND_WATCHED);
            scene.lookup("#print").requestFocus();
            told(OWED);
            assertEquals("print", scene.getFocusOwner().getId());
            told(OWED_AND_WATCHED);
            scene.lookup("#ask-again").requestFocus();
            told(OWED);
            assertEquals("search", scene.getFocusOwner().getId());
            return true;
        });
    }

    // The case.

    private Map<String, String> keys() {
        return model.opened.get().choices().stream()
                .collect(java.util.stream.Collectors.toMap(Choice::key, Choice::id));
    }

    private void opened(RegisterState now) {
        screen.open(RECEIPT);
        told(now);
    }

    private void told(RegisterState now) {
        state = now;
        JournalEvent paid = new JournalEvent.CashTaken(
                RECEIPT,
                1,
                Pictures.sale().amount(),
                Pictures.sale().amount(),
                Money.ZERO,
                new JournalEvent.Completion(PrintJobState.QUEUED, null));
        List<JournalEntry> records = List.of(new JournalEntry(1, new Stamp(1, 1, "02", LocalDate.EPOCH, 1, 1), paid));
        screen.heard(new Found.Told(RECEIPT, Optional.empty(), records, false, null));
    }

    private static RegisterState withSalesOf(RegisterState owed, RegisterState watched) {
        return new RegisterState(
                owed.epochs(),
                owed.place(),
                owed.open(),
                owed.shift(),
                owed.cashier(),
                owed.nextSale(),
                owed.nextBasket(),
                owed.basket(),
                null,
                watched.sales().stream()
                        .map(sale -> new tillbook.register.SaleState(
                                sale.sale(),
                                sale.attempts(),
                                sale.sale().amount(),
                                tillbook.register.SaleState.Stage.PAID,
                                sale.discounts()))
                        .toList(),
                List.of(),
                owed.owed(),
                owed.lastAt());
    }

    private Ledger ledger() {
        return new Ledger(
                Optional::empty,
                Optional::empty,
                _ -> true,
                _ -> List.of(),
                () -> state,
                (intent, _) -> wanted.add(intent),
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

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
    }
}
