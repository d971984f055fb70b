package tillbook.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
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
}
