package dev.periodical.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.periodical", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule frontmatter_knowsTheJdkAndItsParsersAlone = classes()
            .that()
            .resideInAPackage("..ingest.frontmatter..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "..ingest.frontmatter..",
                    "org.snakeyaml..",
                    "com.fasterxml.jackson..",
                    "dev.periodical.events");

    @ArchTest
    static final ArchRule article_knowsNeitherHttpNorKafka = noClasses()
            .that()
            .resideInAPackage("..ingest.article..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws..", "org.apache.kafka..", "io.quarkus..", "io.vertx..", "io.smallrye..");

    @ArchTest
    static final ArchRule onlyTheDoor_knowsHttp = noClasses()
            .that()
            .resideInAPackage("dev.periodical.ingest..")
            .and()
            .resideOutsideOfPackages("..submission..", "..problem..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws..", "org.jboss.resteasy..");

    @ArchTest
    static final ArchRule onlyPublish_knowsTheBroker = noClasses()
            .that()
            .resideInAPackage("dev.periodical.ingest..")
            .and()
            .resideOutsideOfPackages("..publish..", "..problem..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule nobody_knowsTheDoor = noClasses()
            .that()
            .resideOutsideOfPackage("..submission..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..submission..");

    @ArchTest
    static final ArchRule rooms_haveNoCircles =
            slices().matching("dev.periodical.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherService_isKnown = noClasses()
            .that()
            .resideInAPackage("dev.periodical.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.periodical.content..", "dev.periodical.media..");
}
