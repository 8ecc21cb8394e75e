package dev.periodical.content;

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
    static final ArchRule onlyTheDoors_knowHttp = noClasses()
            .that()
            .resideInAPackage("dev.periodical.content..")
            .and()
            .resideOutsideOfPackages(
                    "..ask..",
                    "..browse..",
                    "..reader..",
                    "..feed..",
                    "..export..",
                    "..rebuild..",
                    "..live..",
                    "..subscribe..",
                    "..content.desk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws..", "org.jboss.resteasy..", "io.quarkus.qute..");

    @ArchTest
    static final ArchRule onlyIntake_knowsTheBroker = noClasses()
            .that()
            .resideInAPackage("dev.periodical.content..")
            .and()
            .resideOutsideOfPackage("..intake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule onlyWhatKeepsOrReadsRows_knowsTheDatabase = noClasses()
            .that()
            .resideInAPackage("dev.periodical.content..")
            .and()
            .resideOutsideOfPackages("..content.article..", "..content.change..", "..content.webhook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "io.quarkus.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule nobody_knowsTheDoors = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..browse..",
                    "..reader..",
                    "..intake..",
                    "..feed..",
                    "..export..",
                    "..content.rebuild..",
                    "..live..",
                    "..subscribe..",
                    "..content.desk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..browse..",
                    "..reader..",
                    "..intake..",
                    "..feed..",
                    "..export..",
                    "..content.rebuild..",
                    "..live..",
                    "..subscribe..",
                    "..content.desk..");

    @ArchTest
    static final ArchRule markup_isPure = classes()
            .that()
            .resideInAPackage("..content.markup..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jsoup..", "dev.periodical.markup..", "..content.markup..");

    @ArchTest
    static final ArchRule onlyExport_readsTheBucket = noClasses()
            .that()
            .resideOutsideOfPackages("..content.bucket..", "..content.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..content.bucket..", "io.minio..");

    @ArchTest
    static final ArchRule onlySearch_knowsLucene = noClasses()
            .that()
            .resideOutsideOfPackage("..content.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule search_isPure = classes()
            .that()
            .resideInAPackage("..content.search..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.apache.lucene.analysis..", "org.apache.lucene.util..", "..content.search..");

    @ArchTest
    static final ArchRule onlyWebhooks_askOthers = noClasses()
            .that()
            .resideInAPackage("dev.periodical.content..")
            .and()
            .resideOutsideOfPackages("..content.webhook..", "..content.subscribe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.periodical.outbound..");

    @ArchTest
    static final ArchRule whoeverAsksOthers_doesSoThroughTheRoom = noClasses()
            .that()
            .resideInAPackage("dev.periodical.content..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.vertx\\.core\\.http\\.HttpClient|java\\.net\\.(http\\.HttpClient|URL|Socket)");

    @ArchTest
    static final ArchRule rooms_haveNoCircles =
            slices().matching("dev.periodical.content.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherService_isKnown = noClasses()
            .that()
            .resideInAPackage("dev.periodical.content..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.periodical.ingest..", "dev.periodical.media..");
}
