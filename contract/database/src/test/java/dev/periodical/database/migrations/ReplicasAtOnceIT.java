package dev.periodical.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.backing.BackingServices;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Many replicas of a new release start at once: one migrates, the others wait for it and find all done. */
class ReplicasAtOnceIT {

    private static final int REPLICAS = 6;

    @Test
    void replicasStartingTogether_migrateOnce_andAllGoOn() throws Exception {
        var folders = MigrationFiles.folders();
        var databases =
                folders.keySet().stream().map(ReplicasAtOnceIT::database).toArray(String[]::new);
        try (var backing = BackingServices.start(BackingServices.Options.temporary(databases))) {
            for (var folder : folders.entrySet()) {
                var at = backing.coordinates();
                var url = at.jdbcUrl(database(folder.getKey()));
                var barrier = new CyclicBarrier(REPLICAS);
                var threads = Executors.newFixedThreadPool(REPLICAS);
                var replicas = new ArrayList<Callable<Integer>>();
                for (int replica = 0; replica < REPLICAS; replica++) {
                    replicas.add(() -> {
                        var flyway = Flyway.configure()
                                .dataSource(url, at.postgresUser(), at.postgresPassword())
                                .locations("filesystem:" + folder.getValue())
                                .load();
                        barrier.await();
                        return flyway.migrate().migrationsExecuted;
                    });
                }

                // When
                var applied = new ArrayList<Integer>();
                for (Future<Integer> replica : threads.invokeAll(replicas)) {
                    applied.add(replica.get());
                }
                threads.shutdown();

                // Then
                int migrations = MigrationFiles.in(folder.getValue()).size();
                assertThat(applied)
                        .as(folder.getKey())
                        .filteredOn(count -> count == migrations)
                        .hasSize(1);
                assertThat(applied)
                        .as(folder.getKey())
                        .filteredOn(count -> count == 0)
                        .hasSize(REPLICAS - 1);
                try (var connection = DriverManager.getConnection(url, at.postgresUser(), at.postgresPassword());
                        var statement = connection.createStatement();
                        var rows = statement.executeQuery(
                                "select count(*), bool_and(success) from flyway_schema_history where version is not null")) {
                    rows.next();
                    assertThat(rows.getInt(1)).isEqualTo(migrations);
                    assertThat(rows.getBoolean(2)).isTrue();
                }
            }
        }
    }

    private static String database(String module) {
        return module.replace('-', '_');
    }
}
