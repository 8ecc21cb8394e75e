package dev.periodical.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A database as of one moment, for as long as it is open. Reads and writes go on; a migration waits until it is closed, since
 * one that rewrites a table would leave it empty in the eyes of an older snapshot.
 *
 * @param schemaVersion the last migration that had run
 */
record Snapshot(Database database, Connection connection, String schemaVersion, List<Database.Table> tables)
        implements AutoCloseable {

    /** A snapshot may be idle while another database is dumped, and one table may take an hour. */
    private static final String PATIENT = "set idle_in_transaction_session_timeout = 0; set statement_timeout = 0";

    static Snapshot of(Database database) throws SQLException {
        var connection = database.open();
        try (var statement = connection.createStatement()) {
            statement.execute(PATIENT);
            var known = Database.tables(connection);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            if (!known.isEmpty()) {
                // Before the first query, which fixes the moment.
                statement.execute(known.stream()
                        .map(table -> '"' + table.name() + '"')
                        .collect(Collectors.joining(", ", "lock table ", " in access share mode")));
            }
            return new Snapshot(database, connection, Database.schemaVersion(connection), Database.tables(connection));
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
