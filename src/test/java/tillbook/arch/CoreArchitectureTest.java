package tillbook.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "tillbook", importOptions = ArchitectureRules.ShippedCode.class)
class CoreArchitectureTest extends ArchitectureRules {
    @ArchTest
    static final ArchRule the_core_needs_only_the_jdk_and_its_few_libraries = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "tillbook..",
                    "java..",
                    "javax.crypto..",
                    "javax.net..",
                    "javax.security..",
                    "com.sun.net.httpserver..",
                    "org.jspecify..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "org.tomlj..",
                    "com.google.zxing.."))
            .because("a rule about money must run where there is no screen, no USB and no SDK");

    @ArchTest
    static final ArchRule the_core_has_no_screen = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "javafx..")
            .because("the core runs in a terminal, in a storm and in a test");
}
