package tillbook.hardware;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import tillbook.arch.ArchitectureRules;

@AnalyzeClasses(packages = "tillbook", importOptions = ArchitectureRules.ShippedCode.class)
class HardwareArchitectureTest extends ArchitectureRules {
    @ArchTest
    static final ArchRule devices_know_no_face = noClasses()
            .that()
            .resideInAPackage("tillbook.hardware..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tillbook.desktop..")
            .because("a driver serves whatever asks through the port");
}
