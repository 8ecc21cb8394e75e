package dev.periodical.backup;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPOutputStream;

/** Copies a database's tables, all as of one moment, into gzipped COPY text. Nothing waits for it; it waits for nobody. */
final class DatabaseDumper {

    private static final int PIPE = 1 << 20;

    private final Bucket bucket;
    private final String backup;

    DatabaseDumper(Bucket bucket, String backup) {
        this.bucket = bucket;
        this.backup = backup;
    }

    Backup.Dump dump(Database database) throws IOException, SQLException {
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var version = Database.schemaVersion(connection);
            var tables = new ArrayList<Backup.TableDump>();
            for (var table : Database.tables(connection)) {
                tables.add(dump(connection, database.name(), table));
            }
            return new Backup.Dump(database.name(), version, tables);
        }
    }

    private Backup.TableDump dump(Connection connection, String database, Database.Table table)
            throws IOException, SQLException {
        try (var in = new PipedInputStream(PIPE);
                var pipe = new PipedOutputStream(in)) {
            var sent = CompletableFuture.runAsync(() -> send(Backup.key(backup, database, table.name()), in));
            long rows;
            try (var out = new GZIPOutputStream(pipe, 1 << 16)) {
                rows = Database.copying(connection)
                        .copyOut("copy \"%s\" (%s) to stdout".formatted(table.name(), table.columns()), out);
            }
            sent.join();
            return new Backup.TableDump(table.name(), table.columns(), rows);
        } catch (CompletionException failure) {
            throw new IOException("table " + table.name() + " of " + database, failure.getCause());
        }
    }

    private void send(String key, PipedInputStream bytes) {
        // Closing the reading end, also after a failure, lets the writing end notice instead of waiting for ever.
        try (bytes) {
            bucket.put(key, bytes);
        } catch (IOException failure) {
            throw new CompletionException(failure);
        }
    }
}
