package dev.periodical.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;

/** Brings a dump back: tables by the migrations of its version, then their rows in one transaction. */
final class DatabaseLoader {

    private final Bucket bucket;
    private final String backup;
    private final boolean replace;

    DatabaseLoader(Bucket bucket, String backup, boolean replace) {
        this.bucket = bucket;
        this.backup = backup;
        this.replace = replace;
    }

    /**
     * Loads one database.
     *
     * @throws IOException when it holds tables already and may not be replaced, or when a table came back with another
     *     number of rows than it had
     */
    void load(Database database, Backup.Dump dump) throws IOException, SQLException {
        try (var connection = database.open()) {
            if (!Database.tables(connection).isEmpty()) {
                if (!replace) {
                    throw new IOException(
                            "the database of " + database.name() + " is not empty; --replace drops what it holds");
                }
                Database.empty(connection);
            }
        }
        database.migrate(dump.schemaVersion());
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            for (var table : dump.tables()) {
                load(connection, database.name(), table);
            }
            Database.continueSequences(connection);
            connection.commit();
        }
    }

    private void load(Connection connection, String database, Backup.TableDump table) throws IOException, SQLException {
        try (var bytes = new GZIPInputStream(
                bucket.get(Backup.key(backup, database, table.table())).bytes(), 1 << 16)) {
            var rows = Database.copying(connection)
                    .copyIn("copy \"%s\" (%s) from stdin".formatted(table.table(), table.columns()), bytes);
            if (rows != table.rows()) {
                throw new IOException("table %s of %s had %d rows and came back with %d"
                        .formatted(table.table(), database, table.rows(), rows));
            }
        }
    }
}
