package dev.periodical.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.Coordinates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFileTest {

    private static final Coordinates BACKING = new Coordinates(
            "127.0.0.1:9092", "127.0.0.1", 5432, "postgres", "postgres", "http://127.0.0.1:9000", "key", "secret", "b");

    @TempDir
    Path folder;

    private final SuiteFile file = SuiteFile.of(
            new PortPlan(PortPlan.defaults()),
            BACKING,
            new Token("t0ken"),
            Optional.of("pictures.example::127.0.0.1:9"));

    @Test
    void lines_areNamesAndValuesThatAShellTakes() {
        assertThat(SuiteFile.render(file.values()))
                .contains(
                        "INGEST_URL=http://127.0.0.1:8081\n",
                        "CONTENT_URL=http://127.0.0.1:8082\n",
                        "MEDIA_URL=http://127.0.0.1:8083\n",
                        "PERIODICAL_TOKEN=t0ken\n",
                        "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9092\n",
                        "CONTENT_DATABASE_URL=postgresql://127.0.0.1:5432/periodical_content\n",
                        "MEDIA_DATABASE_URL=postgresql://127.0.0.1:5432/periodical_media\n",
                        "S3_ENDPOINT=http://127.0.0.1:9000\n",
                        "S3_ACCESS_KEY=key\n",
                        "S3_SECRET_KEY=secret\n",
                        "S3_BUCKET=b\n")
                .doesNotContain("INGEST_DATABASE_URL");
    }

    @Test
    void writtenFile_isReadBackAndForItsOwnerAlone() throws Exception {
        RunFolder run = RunFolder.at(folder);
        file.write(run);

        assertThat(SuiteFile.read(run).values()).containsExactlyInAnyOrderEntriesOf(file.values());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.suiteEnv())))
                .isEqualTo("rw-------");
    }

    @Test
    void ports_areThoseOfThePlan() {
        assertThat(file.ports()).isEqualTo(PortPlan.defaults());
    }

    @Test
    void usersOwnVariables_winOverTheLaunchers() {
        ServiceEnvironment environment = new ServiceEnvironment(
                new PortPlan(PortPlan.defaults()), BACKING, new Token("t0ken"), java.util.Optional.of("a:1:b:2"));

        assertThat(environment.of(Service.MEDIA, Map.of("PERIODICAL_STORE_BUCKET", "mine")))
                .doesNotContainKey("PERIODICAL_STORE_BUCKET")
                .containsEntry("PERIODICAL_FETCH_CONNECT_TO", "a:1:b:2")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1");
        assertThat(environment.of(Service.INGEST, Map.of()))
                .doesNotContainKeys(
                        "PERIODICAL_DATABASE_URL", "PERIODICAL_STORE_BUCKET", "PERIODICAL_FETCH_CONNECT_TO");
    }

    @Test
    void token_staysTheSameAndIsForItsOwnerAlone() throws Exception {
        Token first = Token.of(folder);

        assertThat(Token.of(folder)).isEqualTo(first);
        assertThat(first.value()).matches("[0-9a-f]{64}");
        assertThat(new Token("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))))
                .isEqualTo("rw-------");
    }
}
