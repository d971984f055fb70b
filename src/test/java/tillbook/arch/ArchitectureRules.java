package tillbook.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

/**
 * The rules of the house that hold in every module. Each module has one test class that extends this one, names the
 * classes with {@code @AnalyzeClasses} (it is not inherited) and adds what is true of that module alone. A deliberate exception is an annotation or a named class, never a loosened rule.
 */
public abstract class ArchitectureRules {
    /** Classes that are shipped: neither a test class folder nor a jar of tests. */
    public static final class ShippedCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("tillbook.(**)").should().beFreeOfCycles().because("a cycle has no bottom to start from");

    @ArchTest
    static final ArchRule money_depends_on_nothing = noClasses()
            .that()
            .resideInAPackage("tillbook.money..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "tillbook.sale..",
                    "tillbook.payment..",
                    "tillbook.journal..",
                    "tillbook.catalog..",
                    "tillbook.settings..",
                    "tillbook.register..")
            .because("an amount knows nothing of what it is paid for");

    @ArchTest
    static final ArchRule only_faces_know_the_register = noClasses()
            .that()
            .resideOutsideOfPackages("tillbook.register..", "tillbook.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tillbook.register..")
            .because("the loop drives the parts; a part that calls the loop would hide a decision");

    @ArchTest
    static final ArchRule jdbc_stays_in_journal_and_catalog = noClasses()
            .that()
            .resideOutsideOfPackages("tillbook.journal..", "tillbook.catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")
            .because("what is true is on the tape; the database only answers searches");

    @ArchTest
    static final ArchRule nobody_reads_the_wall_clock_or_rolls_dice = noClasses()
            .that()
            .resideOutsideOfPackages("tillbook.desktop..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class)
            .because("time and chance come in from outside, so that a storm can be replayed");
}
