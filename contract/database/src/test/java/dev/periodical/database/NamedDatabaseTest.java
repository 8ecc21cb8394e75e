package dev.periodical.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class NamedDatabaseTest {

    private static final String URL = "postgresql://archive.invalid:5432/articles";

    @Test
    void databaseAway_isNamedWithItsCause() {
        assertThatThrownBy(() -> customized(nobodyListens()).getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith(URL + ": ")
                .hasMessageContaining("refused")
                .extracting(failure -> ((SQLException) failure).getSQLState())
                .isEqualTo("08001");
    }

    @Test
    void databaseAway_withACredential_isNamedWithoutIt() {
        assertThatThrownBy(() -> customized(nobodyListens()).getConnection("someone", "hunter2"))
                .hasMessageStartingWith(URL + ": ")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void driversOwnInterfaces_areStillReached() throws Exception {
        assertThat(customized(nobodyListens()).unwrap(PGSimpleDataSource.class)).isNotNull();
    }

    private static javax.sql.DataSource customized(PGSimpleDataSource source) {
        FluentConfiguration flyway = Flyway.configure().dataSource(source);
        new NamedDatabase(URL).customize(flyway);
        return flyway.getDataSource();
    }

    private static PGSimpleDataSource nobodyListens() {
        try (ServerSocket free = new ServerSocket(0)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"127.0.0.1"});
            source.setPortNumbers(new int[] {free.getLocalPort()});
            return source;
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
