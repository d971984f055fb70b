package tillbook.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import tillbook.arch.ArchitectureRules;

@AnalyzeClasses(packages = "tillbook", importOptions = ArchitectureRules.ShippedCode.class)
class DesktopArchitectureTest extends ArchitectureRules {
    @ArchTest
    static final ArchRule faces_know_no_driver = noClasses()
            .that()
            .resideInAPackage("tillbook.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tillbook.hardware..")
            .because("drivers arrive through ServiceLoader, so that one can be exchanged");

    @ArchTest
    static final ArchRule one_way_onto_the_drawing_thread = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("tillbook.desktop.fx.FxBridge")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("what crosses threads is found in one place, and hands over pictures that never change");

    @ArchTest
    static final ArchRule the_core_of_a_screen_knows_no_control = noClasses()
            .that()
            .haveSimpleNameEndingWith("Model")
            .or()
            .haveSimpleNameEndingWith("Interactor")
            .or()
            .haveSimpleNameEndingWith("Panels")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .because("what a screen says is decided where no control can be asked");

    @ArchTest
    static final ArchRule only_windows_know_javafx = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "tillbook.desktop.fx..",
                    "tillbook.desktop.window..",
                    "tillbook.desktop.checkout.screen..",
                    "tillbook.desktop.journal.screen..",
                    "tillbook.desktop.diagnosis.screen..",
                    "tillbook.desktop.customer..",
                    "tillbook.desktop.paper..",
                    "tillbook.desktop.practice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..")
            .because("the terminal and the commands run where no display is");

    /** Ticks and waits are allowed: a clock's next minute, a digit that stays alone. */
    @ArchTest
    static final ArchRule nothing_moves = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("javafx.animation..")
                    .and(not(belongToAnyOf(
                            Animation.class,
                            AnimationTimer.class,
                            KeyFrame.class,
                            PauseTransition.class,
                            Timeline.class))))
            .because(
                    "who asked the system for less motion, or is unwell with motion, is spared it by there being none");

    /** A style sheet can set things in motion, too. */
    @ArchTest
    static void no_style_sheet_sets_anything_in_motion(JavaClasses shipped) throws IOException {
        List<String> sheets = new ArrayList<>(List.of(
                "/tillbook/desktop/fx/till.css",
                "/tillbook/desktop/fx/light.css",
                "/tillbook/desktop/fx/dark.css",
                "/tillbook/desktop/practice/practice.css"));
        for (Theme below : List.of(new PrimerLight(), new PrimerDark()))
            sheets.add(below.getUserAgentStylesheet().replace(".bss", ".css"));
        for (String sheet : sheets) {
            try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet), sheet)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(text.contains("transition"), sheet);
            }
        }
    }
}
