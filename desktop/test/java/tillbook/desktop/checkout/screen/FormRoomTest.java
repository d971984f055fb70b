package tillbook.desktop.checkout.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.ScreenAudit;
import tillbook.desktop.fx.Theme;

/** A form on the smallest screen, with the band of practice mode above it: everything in it can be touched. */
class FormRoomTest {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final double WIDTH = 1024;
    private static final double BELOW_THE_BAND = 768 - 52;
    private static final double FINGER = 48;

    @BeforeAll
    static void begin() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en,DARK"})
    void theDiscountHasRoomForItsPadItsReasonAndItsButtons(String language, Look look) throws Exception {
        assertEquals(
                List.of(),
                WaitForAsyncUtils.asyncFx(() -> hidden(Locale.forLanguageTag(language), look))
                        .get());
    }

    private static List<String> hidden(Locale language, Look look) {
        CheckoutView view = CheckoutPanelsTest.view(language, new Asking.Discounting(1, true));
        Scene scene = new Scene(view, WIDTH, BELOW_THE_BAND);
        Theme.everywhere(look).dress(scene);
        List<String> all = new ArrayList<>(ScreenAudit.faults(
                scene, PICTURES.resolve("discount-small-" + language.toLanguageTag() + "-" + look + ".png")));
        // The longest that stands above the pad: what comes of it, and that a reason is missing.
        ((TextField) view.lookup("#entry")).setText("2.50");
        view.layout();
        Node body = view.getCenter();
        double end = body.localToScene(body.getLayoutBounds()).getMaxY();
        for (Node node : view.lookupAll(".key")) {
            var area = node.localToScene(node.getLayoutBounds());
            if (area.getMaxY() > end + 1 || area.getHeight() < FINGER) all.add(node.getId() + " " + area);
        }
        return all;
    }
}
