package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.ScreenAudit;

/** Folds the practice panel out in every language, look and size, and looks at it strictly. */
class EveryPracticeScreenTest extends AtTheWindow {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final double[][] SIZES = {{1024, 768}, {1366, 768}, {1920, 1080}};
    private static final List<String> TABS = List.of("goods", "codes", "troubles", "printer", "faults", "receipt");

    @Test
    void nothingIsCutMissingOrTooWeak() {
        cashier.scans(EGGS);
        Cashier.waits(() -> shop.state().basket().lines().size() == 1, () -> "a line");
        cashier.scans(code(1, "8888"));
        Cashier.waits(
                () -> shop.till
                                .printing()
                                .practicePrinter()
                                .orElseThrow()
                                .paper()
                                .sheets()
                                .size()
                        == 1,
                () -> "a sheet");
        cashier.size(1_024, 768);
        cashier.presses(KeyCode.F1);
        List<String> faults = new ArrayList<>();
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Cashier.onFx(() -> {
                window.checkout().speak(language);
                return true;
            });
            for (String tab : TABS) {
                cashier.touches("practice-tab-" + tab);
                if (tab.equals("faults")) faults.addAll(faultsOfTheLongList(language));
                for (Look look : Look.values()) faults.addAll(faults(language, look, tab));
            }
        }
        assertEquals(List.of(), faults);
    }

    /** From its head to its foot, with a trouble that is on and one that asks. */
    private List<String> faultsOfTheLongList(Locale language) {
        List<String> faults = new ArrayList<>();
        cashier.touches("practice-fault-net-link");
        Cashier.waits(
                () -> Cashier.onFx(() -> cashier.node("practice-fault-net-link")
                        .getAccessibleText()
                        .contains("✓")),
                () -> "on");
        pressed("practice-fault-sys-crash");
        for (double place : new double[] {0.3, 0.6, 1}) {
            for (Look look : Look.values()) faults.addAll(faults(language, look, "faults", place));
        }
        cashier.touches("practice-well");
        Cashier.waits(
                () -> Cashier.onFx(() -> !cashier.node("practice-fault-net-link")
                        .getAccessibleText()
                        .contains("✓")),
                () -> "off");
        return faults;
    }

    private void pressed(String button) {
        Cashier.onFx(() -> {
            cashier.node(button).requestFocus();
            return true;
        });
        cashier.presses(KeyCode.SPACE);
    }

    /** The headless screen is smaller than the largest size, so what the window holds is laid out beside it. */
    private List<String> faults(Locale language, Look look, String tab) {
        return faults(language, look, tab, 0);
    }

    private List<String> faults(Locale language, Look look, String tab, double scrolledTo) {
        return Cashier.onFx(() -> {
            theme.look().set(look);
            Scene shown = window.stage().getScene();
            Parent root = shown.getRoot();
            List<String> faults = new ArrayList<>();
            for (double[] size : SIZES) {
                String place = "practice-" + tab + "-" + language.toLanguageTag() + "-"
                        + look.name().toLowerCase(Locale.ROOT) + "-" + (int) size[0]
                        + (scrolledTo > 0 ? "-" + (int) (scrolledTo * 100) : "");
                shown.setRoot(new Pane());
                Scene beside = new Scene(root, size[0], size[1]);
                theme.dress(beside);
                root.applyCss();
                root.layout();
                if (root.lookup("#practice-content") instanceof ScrollPane list) list.setVvalue(scrolledTo);
                ScreenAudit.faults(beside, PICTURES.resolve(place + ".png"))
                        .forEach(fault -> faults.add(place + ": " + fault));
                beside.setRoot(new Pane());
                shown.setRoot(root);
            }
            return faults;
        });
    }
}
