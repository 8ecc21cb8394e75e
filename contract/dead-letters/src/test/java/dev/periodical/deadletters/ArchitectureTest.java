package dev.periodical.deadletters;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The room's laws, one rule a sentence. */
@AnalyzeClasses(packages = "dev.periodical.deadletters", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule deadLetters_knowNoService = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.periodical..")
                    .and(not(resideInAnyPackage(
                            "dev.periodical.deadletters", "dev.periodical.http", "dev.periodical.events.."))));

    @ArchTest
    static final ArchRule deadLetters_keepNoTable = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "io.vertx.sqlclient..", "java.sql..");

    @ArchTest
    static final ArchRule onlyTheResource_knowsTheDoor = noClasses()
            .that()
            .haveSimpleNameNotContaining("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..");
}
