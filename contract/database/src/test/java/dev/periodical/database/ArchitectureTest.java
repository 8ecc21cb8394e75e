package dev.periodical.database;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The room's laws, one rule a sentence. */
@AnalyzeClasses(packages = "dev.periodical.database", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule database_knowsNoService = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.periodical..")
                    .and(not(resideInAnyPackage(
                            "dev.periodical.database", "dev.periodical.http", "dev.periodical.events.kafka"))));

    @ArchTest
    static final ArchRule database_knowsNoBroker =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.kafka..");
}
