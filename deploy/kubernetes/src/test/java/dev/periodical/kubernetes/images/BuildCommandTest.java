package dev.periodical.kubernetes.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildCommandTest {

    private static final long MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private BuiltTree tree;
    private Path base;

    @BeforeEach
    void build() throws Exception {
        tree = new BuiltTree(folder);
        base = tree.base();
    }

    @Test
    void sameInputGivesTheSameDigests() throws Exception {
        for (var name : List.of("ingest-service", "content-service", "media-service", "backing-services")) {
            assertThat(image("first", name).digest())
                    .isEqualTo(image("second", name).digest());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest-service/target/quarkus-app/app/ingest-service.jar",
                "ingest-service/target/quarkus-app/lib/main/dev.periodical.contract.jar",
                "ingest-service/target/quarkus-app/quarkus/quarkus-application.dat"
            })
    void aCodeChangeMovesTheLastLayerAlone(String changed) throws Exception {
        var before = image("before", "ingest-service").layers();
        tree.write(changed, "changed");
        var after = image("after", "ingest-service").layers();
        var last = before.size() - 1;
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.subList(0, last)).isEqualTo(before.subList(0, last));
        assertThat(after.get(last).digest()).isNotEqualTo(before.get(last).digest());
        assertThat(after.get(last).size()).isLessThan(MEGABYTE);
    }

    @Test
    void aChangedProgramOfTheTrialMovesTheLastLayerAlone() throws Exception {
        var before = image("before", "backing-services").layers();
        tree.write("deploy/backup/target/periodical-backup.jar", "changed");
        var after = image("after", "backing-services").layers();
        var last = before.size() - 1;
        assertThat(after.subList(0, last)).isEqualTo(before.subList(0, last));
        assertThat(after.get(last)).isNotEqualTo(before.get(last));
        assertThat(after.get(last).files())
                .contains(
                        "app/periodical-backing-services.jar",
                        "app/backup/periodical-backup.jar",
                        "app/demo/periodical-local.jar",
                        "app/demo/lib/periodical-backing-services-1.jar");
    }

    @Test
    void runsJavaItselfAsANumberedUser() throws Exception {
        var config = image("out", "media-service").config();
        var entrypoint = new ArrayList<String>();
        config.path("Entrypoint").forEach(word -> entrypoint.add(word.asText()));
        assertThat(config.path("User").asText()).isEqualTo("10001:10001");
        assertThat(entrypoint)
                .startsWith("java")
                .endsWith("-jar", "/app/quarkus-run.jar")
                .contains("-XX:+ExitOnOutOfMemoryError")
                .noneMatch(word -> word.endsWith("sh"))
                .noneMatch(word -> word.contains("SharedArchiveFile"));
        assertThat(config.path("Cmd")).isEmpty();
    }

    @Test
    void saysWhatItIsAndNothingOfThisMachine() throws Exception {
        var image = image("out", "content-service", "--revision", "abc", "--tag", "2.1");
        var labels = image.config().path("Labels");
        assertThat(labels.path("org.opencontainers.image.title").asText()).isEqualTo("content-service");
        assertThat(labels.path("org.opencontainers.image.version").asText()).isEqualTo("2.1");
        assertThat(labels.path("org.opencontainers.image.revision").asText()).isEqualTo("abc");
        assertThat(labels.path("org.opencontainers.image.licenses").asText()).isEqualTo("Apache-2.0");
        assertThat(image.config().toString()).doesNotContain(folder.toString());
        assertThat(image.layers()).flatExtracting(WrittenImage.Layer::files).noneMatch(file -> file.endsWith(".jsa"));
    }

    @Test
    void theTrialKnowsItsUsersName() throws Exception {
        assertThat(image("out", "backing-services").layers())
                .flatExtracting(WrittenImage.Layer::files)
                .contains("etc/passwd", "etc/group", "app/lib/library.jar", "app/backup/lib/library.jar");
    }

    @ParameterizedTest
    @CsvSource({
        "--base=tar:nowhere.tar, no such file",
        "--base=No Image, neither tar:FILE nor an image reference",
        "--platform=amd64, is not of the form linux/amd64",
        "--platform=linux/amd64, is for linux/s390x",
        "'--platform=linux/amd64,linux/arm64', several need --push",
        "--tag=a/b, is no image's tag",
        "--push=No Registry, is not of the form",
        "--unknown, Unknown option"
    })
    void wrongUsageIsOneLineAndExitCode2(String option, String reason) {
        var arguments = new ArrayList<>(List.of("build", "--sources=" + folder, option));
        if (!option.startsWith("--base")) {
            arguments.add("--base=tar:" + base);
        }
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(said.toString().lines())
                .singleElement()
                .asString()
                .startsWith("images: ")
                .contains(reason);
    }

    @Test
    void aFileThatIsNoImageIsToldFromOne() throws Exception {
        var text = Files.writeString(folder.resolve("text.tar"), "text");
        assertThat(run(List.of("build", "--sources=" + folder, "--base=tar:" + text)))
                .isEqualTo(2);
        assertThat(said.toString().lines()).singleElement().asString().contains("no image's tar");
    }

    @Test
    void anUnbuiltProjectIsOneLineAndExitCode1() throws Exception {
        Folders.remove(folder.resolve("media-service"));
        assertThat(run(List.of("build", "--sources=" + folder, "--base=tar:" + base)))
                .isEqualTo(1);
        assertThat(said.toString()).contains("media-service").contains("build the project first");
    }

    private WrittenImage image(String name, String image, String... more) throws Exception {
        var out = folder.resolve(name);
        if (!Files.exists(out)) {
            var arguments =
                    new ArrayList<>(List.of("build", "--sources=" + folder, "--base=tar:" + base, "--tar=" + out));
            arguments.addAll(List.of(more));
            assertThat(run(arguments)).as(said.toString()).isZero();
        }
        return WrittenImage.read(out.resolve(image + ".tar"));
    }

    private int run(List<String> arguments) {
        var writer = new PrintWriter(said, true);
        return Main.commandLine().setOut(writer).setErr(writer).execute(arguments.toArray(String[]::new));
    }
}
