package dev.periodical.events;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The room's laws, one rule a sentence. */
@AnalyzeClasses(packages = "dev.periodical.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule events_knowTheJdk_andJacksonsAnnotations_alone = classes()
            .that()
            .resideInAPackage("dev.periodical.events")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson.annotation", "dev.periodical.events");

    @ArchTest
    static final ArchRule theKafkaBinding_knowsNoServiceAndNoDoor = noClasses()
            .that()
            .resideInAPackage("dev.periodical.events.kafka")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.periodical..").and(not(resideInAPackage("dev.periodical.events.."))));

    @ArchTest
    static final ArchRule theKafkaBinding_knowsNoFramework = noClasses()
            .that()
            .resideInAPackage("dev.periodical.events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.vertx..", "io.smallrye..");

    @ArchTest
    static final ArchRule events_areRecords =
            classes().that().implement(Event.class).should().beRecords();
}
