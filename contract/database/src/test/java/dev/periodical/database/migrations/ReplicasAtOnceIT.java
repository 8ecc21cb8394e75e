package dev.periodical.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.BackingServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many replicas of a new release start at once: one migrates, the others wait for it and find all done. */
class ReplicasAtOnceIT {

    private static final int REPLICAS = 6;

    private static BackingServices backing;

    @BeforeAll
    static void start() throws IOException {
        backing = BackingServices.start(BackingServices.Options.temporary(Stream.concat(
                        MigrationFiles.folders().keySet().stream().map(ReplicasAtOnceIT::database), Stream.of("older"))
                .toArray(String[]::new)));
    }

    @AfterAll
    static void stop() {
        backing.close();
    }

    static Set<String> modules() throws IOException {
        return MigrationFiles.folders().keySet();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void replicasStartingTogether_migrateOnce_andAllGoOn(String module) throws Exception {
        // Given
        var folder = MigrationFiles.folders().get(module);
        var together = new CyclicBarrier(REPLICAS);
        Callable<Integer> replica = () -> {
            var flyway = flyway(database(module), folder);
            together.await();
            return flyway.migrate().migrationsExecuted;
        };

        // When
        var threads = Executors.newFixedThreadPool(REPLICAS);
        var applied = new ArrayList<Integer>();
        for (var one : threads.invokeAll(Collections.nCopies(REPLICAS, replica))) {
            applied.add(one.get());
        }
        threads.shutdown();

        // Then
        int migrations = MigrationFiles.in(folder).size();
        assertThat(applied).filteredOn(count -> count == migrations).hasSize(1);
        assertThat(applied).filteredOn(count -> count == 0).hasSize(REPLICAS - 1);
        assertThat(flyway(database(module), folder).info().applied()).hasSize(migrations);
    }

    @Test
    void olderRelease_startsOnTheTablesOfTheNewerOne(@TempDir Path newer) throws Exception {
        var older = MigrationFiles.folders().values().iterator().next();
        for (var file : MigrationFiles.in(older)) {
            Files.copy(file, newer.resolve(file.getFileName()));
        }
        Files.writeString(newer.resolve("V999__of_tomorrow.sql"), "create table tomorrow (id int)");
        flyway("older", newer).migrate();

        assertThat(flyway("older", older).migrate().migrationsExecuted).isZero();
    }

    private static Flyway flyway(String database, Path folder) {
        var at = backing.coordinates();
        return Flyway.configure()
                .dataSource(at.jdbcUrl(database), at.postgresUser(), at.postgresPassword())
                .locations("filesystem:" + folder)
                .load();
    }

    private static String database(String module) {
        return module.replace('-', '_');
    }
}
