package dev.periodical.http;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The room's laws, one rule a sentence. */
@AnalyzeClasses(packages = "dev.periodical.http", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule http_knowsNoServiceAndNoEvent = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.periodical..").and(not(resideInAPackage("dev.periodical.http"))));

    @ArchTest
    static final ArchRule http_knowsNoBrokerAndNoTable = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.hibernate..", "io.vertx.sqlclient..", "java.sql..");
}
