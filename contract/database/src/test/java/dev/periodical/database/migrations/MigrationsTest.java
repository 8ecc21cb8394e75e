package dev.periodical.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expand, migrate, contract: no migration takes away what the release before it needs. */
class MigrationsTest {

    /** Of a later release than the one that stopped using what it takes away. */
    private static final String CONTRACT = "V[0-9]+__contract_[a-z0-9_]+\\.sql";

    private static final String FIRST = "V1__[a-z0-9_]+\\.sql";
    private static final String ANY = "V[1-9][0-9]*__[a-z0-9_]+\\.sql";

    static Map<String, Path> folders() throws IOException {
        return MigrationFiles.folders();
    }

    static Stream<String> modules() throws IOException {
        return MigrationFiles.folders().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyMigration_onlyExpands_orSaysThatItContracts(String module) throws Exception {
        var files = MigrationFiles.in(folders().get(module));
        assertThat(files).isNotEmpty();
        for (var file : files) {
            var name = file.getFileName().toString();
            assertThat(name).matches(ANY);
            if (!name.matches(FIRST) && !name.matches(CONTRACT)) {
                assertThat(Expansion.faults(Files.readString(file)))
                        .as(module + ", " + name)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void versions_areUnique(String module) throws Exception {
        assertThat(MigrationFiles.in(folders().get(module)).stream()
                        .map(file -> file.getFileName().toString().replaceAll("__.*", "")))
                .doesNotHaveDuplicates();
    }

    /** Flyway refuses to start over a migration that has run and has changed since. */
    @ParameterizedTest
    @MethodSource("modules")
    void releasedMigrations_neverChange(String module) throws Exception {
        var released = new Properties();
        try (var list = MigrationsTest.class.getResourceAsStream("released-migrations.properties")) {
            released.load(list);
        }
        var today = MigrationFiles.in(folders().get(module)).stream()
                .collect(Collectors.toMap(file -> module + "/" + file.getFileName(), MigrationsTest::sha256));
        var ofModule = released.entrySet().stream()
                .filter(entry -> entry.getKey().toString().startsWith(module + "/"))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().toString()));
        assertThat(today).containsAllEntriesOf(ofModule);
    }

    private static String sha256(Path file) {
        try {
            var text = Files.readString(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
