package dev.periodical.outbound;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.periodical.events.FailureReason;

/** The room's laws, one rule a sentence. */
@AnalyzeClasses(packages = "dev.periodical.outbound", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule guard_knowsTheJdkAndTheReasonsAlone = classes()
            .that()
            .resideInAPackage("..outbound.guard")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("..outbound.guard"))
                    .or(equivalentTo(FailureReason.class))
                    .or(equivalentTo(FailureReason.Kind.class)));

    @ArchTest
    static final ArchRule outbound_knowsNoServiceAndOfEventsTheReasonsAlone = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.periodical..")
                    .and(not(resideInAPackage("dev.periodical.outbound..")))
                    .and(not(equivalentTo(FailureReason.class)))
                    .and(not(equivalentTo(FailureReason.Kind.class))));

    @ArchTest
    static final ArchRule outbound_knowsNoDoorNoBrokerAndNoTable = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws..", "org.apache.kafka..", "org.hibernate..", "io.vertx.sqlclient..");

    @ArchTest
    static final ArchRule onlyTheResolver_looksNamesUp = noClasses()
            .that()
            .doNotHaveSimpleName("SystemResolver")
            .should()
            .callMethod(java.net.InetAddress.class, "getAllByName", String.class);
}
