package dev.periodical.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A database as of one moment, for as long as it is open. Nobody waits for it but a change of a table that it reads.
 *
 * @param schemaVersion the last migration that had run
 */
record Snapshot(Database database, Connection connection, String schemaVersion, List<Database.Table> tables)
        implements AutoCloseable {

    /** A snapshot may be idle while another database is dumped, and one table may take an hour. */
    private static final String PATIENT =
            "set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0";

    static Snapshot of(Database database) throws SQLException {
        var connection = database.open();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(PATIENT);
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
