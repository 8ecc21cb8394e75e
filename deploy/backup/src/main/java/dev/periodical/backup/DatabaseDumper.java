package dev.periodical.backup;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
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

    Backup.Dump dump(Snapshot snapshot) throws IOException, SQLException {
        var tables = new ArrayList<Backup.TableDump>();
        for (var table : snapshot.tables()) {
            tables.add(dump(snapshot, table));
        }
        return new Backup.Dump(snapshot.database().name(), snapshot.schemaVersion(), tables);
    }

    private Backup.TableDump dump(Snapshot snapshot, Database.Table table) throws IOException, SQLException {
        try (var in = new PipedInputStream(PIPE);
                var pipe = new PipedOutputStream(in)) {
            var key = Backup.key(backup, snapshot.database().name(), table.name());
            var sent = CompletableFuture.runAsync(() -> send(key, in));
            // Only a closed reading end lets the writing end notice a failure instead of waiting for ever.
            sent.whenComplete((done, failure) -> close(in));
            var rows = copy(snapshot, table, pipe, sent);
            sent.join();
            return new Backup.TableDump(table.name(), table.columns(), rows);
        } catch (CompletionException failure) {
            throw new IOException(
                    "table " + table.name() + " of " + snapshot.database().name(), failure.getCause());
        }
    }

    /** Writes the rows; where the pipe broke because its other end had failed, that failure is the one to tell. */
    private static long copy(
            Snapshot snapshot, Database.Table table, PipedOutputStream pipe, CompletableFuture<Void> sent)
            throws IOException, SQLException {
        try (var out = new GZIPOutputStream(pipe, 1 << 16)) {
            // A query, since a partitioned table can't be copied by its name.
            return Database.copying(snapshot.connection())
                    .copyOut("copy (select %s from \"%s\") to stdout".formatted(table.columns(), table.name()), out);
        } catch (IOException | SQLException failure) {
            if (sent.isCompletedExceptionally()) {
                sent.join();
            }
            throw failure;
        }
    }

    private void send(String key, PipedInputStream bytes) {
        try {
            bucket.put(key, bytes);
        } catch (IOException failure) {
            throw new CompletionException(failure);
        }
    }

    private static void close(PipedInputStream in) {
        try {
            in.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
