package dev.periodical.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
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
     * Whether the dump may and can go there: asked of every database before any is touched.
     *
     * @throws IOException when it holds rows and may not be replaced, or when this program does not know the migrations that
     *     the dump needs
     */
    void check(Database database, Backup.Dump dump) throws IOException, SQLException {
        if (!database.knows(dump.schemaVersion())) {
            throw new IOException(
                    "the backup of %s is of schema version %s, which this program does not know: take a newer one"
                            .formatted(database.name(), dump.schemaVersion()));
        }
        try (var connection = database.open()) {
            if (!replace && Database.holdsRows(connection)) {
                throw new IOException(
                        "the database of " + database.name() + " is not empty; --replace drops what it holds");
            }
        }
    }

    /**
     * Loads one database, whatever it holds.
     *
     * @throws IOException when a table came back with another number of rows than it had
     */
    void load(Database database, Backup.Dump dump) throws IOException, SQLException {
        try (var connection = database.open()) {
            if (Database.holdsRelations(connection)) {
                Database.empty(connection);
            }
        }
        database.migrate(dump.schemaVersion());
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            clear(connection, dump.tables());
            for (var table : LoadOrder.of(dump.tables(), Database.references(connection))) {
                load(connection, database.name(), table);
            }
            Database.continueSequences(connection);
            connection.commit();
        }
    }

    /** What the migrations themselves put in is in the dump too. */
    private static void clear(Connection connection, List<Backup.TableDump> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(tables.stream()
                    .map(table -> '"' + table.table() + '"')
                    .collect(Collectors.joining(", ", "truncate ", "")));
        }
    }

    /** What triggers write is in the dump too. */
    private void load(Connection connection, String database, Backup.TableDump table) throws IOException, SQLException {
        triggers(connection, table, "disable");
        try (var bytes = new GZIPInputStream(
                bucket.get(Backup.key(backup, database, table.table())).bytes(), 1 << 16)) {
            var rows = Database.copying(connection)
                    .copyIn("copy \"%s\" (%s) from stdin".formatted(table.table(), table.columns()), bytes);
            if (rows != table.rows()) {
                throw new IOException("table %s of %s had %d rows and came back with %d"
                        .formatted(table.table(), database, table.rows(), rows));
            }
        }
        triggers(connection, table, "enable");
    }

    private static void triggers(Connection connection, Backup.TableDump table, String change) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter table \"%s\" %s trigger user".formatted(table.table(), change));
        }
    }
}
