package tillbook.desktop.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.desktop.checkout.screen.Pictures;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.ScreenAudit;
import tillbook.desktop.fx.Theme;
import tillbook.payment.AttemptState;

/** Draws everything the customer can see, in both languages and looks and four sizes, and looks at it strictly. */
class EveryCustomerScreenTest {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final double[][] SIZES = {{800, 600}, {1024, 768}, {1366, 768}, {1920, 1080}};

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static Stream<Arguments> looks() {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .flatMap(language -> Stream.of(Look.values()).map(look -> Arguments.of(language, look)));
    }

    private static Map<String, Snapshot> moments() {
        Map<String, Snapshot> all = new LinkedHashMap<>();
        all.put("empty", Pictures.empty());
        all.put("selling", Pictures.selling());
        for (AttemptState state : AttemptState.values())
            if (state != AttemptState.PAID) all.put("paying-" + state, Pictures.paying(state));
        all.put("paid-by-scan", Pictures.paidByScan());
        all.put("paid-cash", Pictures.paidCash());
        return all;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingIsCutMissingOrTooWeak(Locale language, Look look) throws Exception {
        List<String> faults =
                WaitForAsyncUtils.asyncFx(() -> faults(language, look)).get();
        assertEquals(List.of(), faults);
    }

    private static List<String> faults(Locale language, Look look) {
        Theme theme = Theme.everywhere(look);
        List<String> faults = new ArrayList<>();
        for (double[] size : SIZES) {
            moments().forEach((name, moment) -> {
                String place = "customer-" + name + "-" + language.toLanguageTag() + "-" + look + "-" + (int) size[0];
                CustomerModel model = new CustomerModel();
                String shop = "和平路便利店总店 Peace Road Convenience Store";
                new CustomerInteractor(model, shop, language, () -> 0, Pictures.empty()).sees(moment);
                Scene scene = new Scene(new CustomerView(model), size[0], size[1]);
                theme.dress(scene);
                ScreenAudit.faults(scene, PICTURES.resolve(place.toLowerCase(Locale.ROOT) + ".png"))
                        .forEach(fault -> faults.add(place + ": " + fault));
            });
        }
        return faults;
    }
}
