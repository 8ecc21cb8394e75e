package dev.periodical.desk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The room's laws, one rule a sentence. */
@AnalyzeClasses(packages = "dev.periodical.desk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule desk_knowsNoService = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.periodical..")
                    .and(not(resideInAnyPackage(
                            "dev.periodical.desk",
                            "dev.periodical.deadletters",
                            "dev.periodical.http",
                            "dev.periodical.events.."))));

    @ArchTest
    static final ArchRule desk_keepsNoTable = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "io.vertx.sqlclient..", "java.sql..");

    @ArchTest
    static final ArchRule onlyTheLag_asksTheBroker = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("ConsumerLag")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
