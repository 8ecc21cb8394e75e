package dev.periodical.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.periodical.events.FailureReason;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.events.kafka.TransientFailure;
import java.util.stream.Collectors;

/** The rooms of media-service and who may know what, a rule a sentence. */
@AnalyzeClasses(packages = "dev.periodical.media", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> KAFKA = DescribedPredicate.describe(
            "Kafka",
            known -> known.getPackageName().startsWith("org.apache.kafka")
                    || known.getPackageName().equals("dev.periodical.events.kafka")
                            && !known.isEquivalentTo(TransientFailure.class)
                            && !known.isEquivalentTo(EventJson.class));

    private static final DescribedPredicate<JavaClass> JDK_AND_REASONS = DescribedPredicate.describe(
            "the JDK, each other and the closed list of reasons",
            known -> known.getPackageName().startsWith("java")
                    || known.getPackageName().matches("dev\\.periodical\\.media\\.(unwrap|inspect)")
                    || known.getName().startsWith(FailureReason.class.getName())
                    || known.isPrimitive()
                    || known.isArray());

    @ArchTest
    static final ArchRule pureRooms_knowTheJdkAlone = classes()
            .that()
            .resideInAnyPackage("..media.unwrap", "..media.inspect")
            .should()
            .onlyDependOnClassesThat(JDK_AND_REASONS);

    @ArchTest
    static final ArchRule ladder_knowsThePureRoomsAlone = noClasses()
            .that()
            .haveSimpleNameStartingWith("Ladder")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "..media.plan", "..media.unwrap", "dev.periodical.outbound.guard");

    @ArchTest
    static final ArchRule onlyPlanAndPublish_knowKafka = noClasses()
            .that()
            .resideOutsideOfPackages("..media.plan", "..media.publish")
            .should()
            .dependOnClassesThat(KAFKA);

    @ArchTest
    static final ArchRule onlyServeAndTheDesk_knowHttpDoors = noClasses()
            .that()
            .resideOutsideOfPackages("..media.serve", "..media.desk")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.quarkus.qute..");

    @ArchTest
    static final ArchRule onlyStore_knowsTheS3Client = noClasses()
            .that()
            .resideOutsideOfPackage("..media.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.minio..", "okhttp3..");

    @ArchTest
    static final ArchRule onlyFrontier_knowsTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackage("..media.frontier")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.hibernate..", "io.quarkus.hibernate..", "jakarta.persistence..", "dev.periodical.database..");

    @ArchTest
    static final ArchRule nobody_dependsOnServe = noClasses()
            .that()
            .resideOutsideOfPackage("..media.serve")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..media.serve");

    @ArchTest
    static final ArchRule nobody_dependsOnTheDesk = noClasses()
            .that()
            .resideOutsideOfPackage("..media.desk")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..media.desk");

    @ArchTest
    static final ArchRule nobody_dependsOnFetch = noClasses()
            .that()
            .resideOutsideOfPackage("..media.fetch")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..media.fetch");

    @ArchTest
    static final ArchRule rooms_formNoCycle =
            slices().matching("dev.periodical.media.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void everyRoom_hasItsDoorPlate(JavaClasses rooms) {
        var packages = rooms.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages)
                .allSatisfy(name -> assertThat(ArchitectureTest.class.getResource(
                                "/" + name.replace('.', '/') + "/package-info.class"))
                        .as(name)
                        .isNotNull());
    }
}
