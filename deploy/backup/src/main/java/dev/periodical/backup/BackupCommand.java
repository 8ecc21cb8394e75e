package dev.periodical.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Makes one backup while everything runs. The databases go first, both as of the same moment, and the pictures after them:
 * pictures are never changed, so every one that the dump names is then still there to be copied.
 */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Makes one backup; the suite goes on working.")
final class BackupCommand implements Callable<Integer> {

    static final String PICTURES = "pictures/";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec command;

    @Mixin
    private Places places;

    @Mixin
    private BackupPlace place;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "${env:BACKUP_KEEP:-0}",
            description =
                    "Afterwards remove all but the newest N backups (BACKUP_KEEP; 0: remove none). Pictures stay.")
    private int keep;

    @Override
    public Integer call() throws Exception {
        var bucket = place.bucket();
        bucket.make();
        var name = NAME.format(Instant.now(Clock.systemUTC()));
        var dumps = dump(places.databases(), new DatabaseDumper(bucket, name));
        var pictures = new PictureCopy(places.pictures(), "", bucket, PICTURES).run();
        var backup = new Backup(name, dumps, pictures.all());
        backup.finish(bucket);
        var removed = keep > 0 ? new Retention(bucket, keep).apply() : 0;
        command.commandLine()
                .getOut()
                .printf(
                        "backup %s: %d rows, %d pictures (%d of them new), %d old backups removed%n",
                        name, backup.rows(), pictures.all(), pictures.sent(), removed);
        command.commandLine().getOut().flush();
        return 0;
    }

    private static List<Backup.Dump> dump(List<Database> databases, DatabaseDumper dumper)
            throws IOException, SQLException {
        var snapshots = new ArrayList<Snapshot>();
        try {
            for (var database : databases) {
                snapshots.add(Snapshot.of(database));
            }
            var dumps = new ArrayList<Backup.Dump>();
            for (var snapshot : snapshots) {
                dumps.add(dumper.dump(snapshot));
            }
            return dumps;
        } finally {
            for (var snapshot : snapshots) {
                snapshot.close();
            }
        }
    }
}
