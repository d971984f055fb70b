package tillbook.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
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
}
