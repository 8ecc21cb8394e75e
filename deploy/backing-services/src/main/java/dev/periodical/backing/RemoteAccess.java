package dev.periodical.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets other machines into PostgreSQL with the superuser's password. Loopback goes on without it: who is there started it. */
final class RemoteAccess {

    private static final String RULES = """
            local all all trust
            host all all 127.0.0.1/32 trust
            host all all ::1/128 trust
            host all all all scram-sha-256
            """;

    private RemoteAccess() {}

    /** Sets the password, also another one than the last time, and reloads the rules. */
    static void open(EmbeddedPostgres server, Path data, String password) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER USER " + PostgresServer.USER + " PASSWORD '" + password.replace("'", "''") + "'");
            Files.writeString(data.resolve("pg_hba.conf"), RULES);
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
