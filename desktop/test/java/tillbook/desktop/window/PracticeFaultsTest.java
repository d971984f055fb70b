package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.desktop.trouble.TroubleCode;

/** The list of troubles by code over a real till, by keys and by a pointer, in both languages. */
class PracticeFaultsTest extends AtTheWindow {
    @BeforeEach
    void small() {
        cashier.size(1_024, 768);
        cashier.presses(KeyCode.F1);
        cashier.touches("practice-tab-faults");
    }

    private static String tile(TroubleCode code) {
        return "practice-fault-" + code.key();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyTroubleGoesOnByKeysAndAllAreWellAgainByOneTouch(String tag) {
        Cashier.onFx(() -> {
            window.checkout().speak(Locale.forLanguageTag(tag));
            return true;
        });
        for (TroubleCode code : TroubleCode.values()) {
            if (code.isOnce()) continue;
            focuses(tile(code));
            cashier.presses(KeyCode.SPACE);
            isOn(code, true);
            assertTrue(cashier.hasFocus("scan"), "whoever scans next is at the right place");
            focuses(tile(code));
            cashier.presses(KeyCode.SPACE);
            isOn(code, false);
        }
        for (TroubleCode code : new TroubleCode[] {TroubleCode.NET_LOST, TroubleCode.PRN_COVER, TroubleCode.SYS_DISK}) {
            focuses(tile(code));
            cashier.presses(KeyCode.SPACE);
            isOn(code, true);
        }
        cashier.touches("practice-well");
        for (TroubleCode code : TroubleCode.values()) isOn(code, false);
    }

    @Test
    void theLongListScrollsByTheKeysThatMoveTheFocus() {
        focuses(tile(TroubleCode.NET_LINK));
        for (int i = 1; i < TroubleCode.values().length; i++) cashier.presses(KeyCode.TAB);
        assertTrue(cashier.hasFocus(tile(TroubleCode.SYS_CRASH)), "the last one has the focus");
        isInSight(tile(TroubleCode.SYS_CRASH));
    }

    @Test
    void aFullDiskIsMetAtTheCounter() {
        cashier.touches("practice-tab-faults");
        focuses(tile(TroubleCode.SYS_DISK));
        cashier.presses(KeyCode.SPACE);
        isOn(TroubleCode.SYS_DISK, true);
        cashier.scans(EGGS);
        lines(1);
        cashier.scans(code(1, "8888"));
        Cashier.waits(() -> shop.state().openAttempts().findAny().isEmpty(), () -> "nothing sent");
        assertEquals(0, shop.till.practiceProvider().orElseThrow().book().size());
        focuses(tile(TroubleCode.SYS_DISK));
        cashier.presses(KeyCode.SPACE);
        isOn(TroubleCode.SYS_DISK, false);
        cashier.scans(code(2, "8888"));
        cashier.seesText("state-title", "已到账");
    }

    @Test
    void whatATouchedGoodMeetsIsTheScanner() {
        focuses(tile(TroubleCode.SCN_GONE));
        cashier.presses(KeyCode.SPACE);
        isOn(TroubleCode.SCN_GONE, true);
        cashier.touches("practice-tab-goods");
        cashier.touches("practice-good-" + EGGS);
        cashier.touches("practice-tab-faults");
        cashier.touches("practice-well");
        isOn(TroubleCode.SCN_GONE, false);
        cashier.touches("practice-tab-goods");
        cashier.touches("practice-good-" + MILK);
        lines(1);
        assertEquals(MILK, shop.state().basket().lines().getFirst().code());
    }

    @Test
    void theHardEndAsksFirstAndAnotherTouchLetsItBe() {
        focuses(tile(TroubleCode.SYS_CRASH));
        cashier.presses(KeyCode.SPACE);
        Cashier.waits(() -> says(TroubleCode.SYS_CRASH).contains("现在就强行结束吗"), () -> "a question");
        focuses(tile(TroubleCode.PRN_COVER));
        cashier.presses(KeyCode.SPACE);
        isOn(TroubleCode.PRN_COVER, true);
        assertFalse(says(TroubleCode.SYS_CRASH).contains("现在就强行结束吗"));
    }

    private String says(TroubleCode code) {
        return Cashier.onFx(() -> cashier.node(tile(code)).getAccessibleText());
    }

    private void isOn(TroubleCode code, boolean on) {
        Cashier.waits(() -> says(code).contains("✓") == on, () -> code + (on ? " on" : " off"));
    }

    private void focuses(String id) {
        Cashier.onFx(() -> {
            cashier.node(id).requestFocus();
            return true;
        });
    }

    private void isInSight(String id) {
        Cashier.waits(
                () -> Cashier.onFx(() -> {
                    ScrollPane list = (ScrollPane) cashier.node("practice-content");
                    Node one = cashier.node(id);
                    Bounds seen = list.localToScene(list.getLayoutBounds());
                    Bounds there = one.localToScene(one.getLayoutBounds());
                    return there.getMinY() >= seen.getMinY() - 1 && there.getMaxY() <= seen.getMaxY() + 1;
                }),
                () -> id + " in sight");
    }
}
