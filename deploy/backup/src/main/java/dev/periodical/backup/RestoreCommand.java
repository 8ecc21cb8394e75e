package dev.periodical.backup;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Brings a backup back while the services are stopped. The consumers' positions are forgotten first: whatever Kafka still
 * has is read again, which the services' idempotence makes harmless, while a restore that broke off with the old positions
 * would lack what they claim was read. Then pictures, and rows after them.
 */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Brings a backup back. Stop content and media first (scale them to 0).")
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Places places;

    @Mixin
    private BackupPlace place;

    @Option(
            names = "--name",
            defaultValue = "${env:RESTORE_NAME}",
            description = "Which one (RESTORE_NAME; default: the newest that is complete; `list` names them).")
    private String name;

    @Option(
            names = "--replace",
            defaultValue = "${env:RESTORE_REPLACE:-false}",
            description = "Drop what the databases hold (RESTORE_REPLACE=true).")
    private boolean replace;

    @Option(
            names = "--kafka",
            required = true,
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}",
            description =
                    "Whose consumer positions are put back to the beginning (KAFKA_BOOTSTRAP_SERVERS; KAFKA_* beside"
                            + " it are its security settings).")
    private String kafka;

    @Override
    public Integer call() throws Exception {
        var bucket = place.bucket();
        var backup = Backup.read(bucket, name == null ? newest(bucket) : name);
        var databases = places.databases().stream().collect(Collectors.toMap(Database::name, Function.identity()));
        var loader = new DatabaseLoader(bucket, backup.name(), replace);
        for (var dump : backup.databases()) {
            loader.check(known(databases, dump.database()), dump);
        }
        var positions = new ConsumerPositions(kafka, System.getenv());
        positions.requireNobodyReads();
        positions.forget();
        var pictures = new PictureCopy(bucket, BackupCommand.PICTURES, pictures(), "").run();
        for (var dump : backup.databases()) {
            loader.load(databases.get(dump.database()), dump);
        }
        // Once more: who began to read meanwhile has read into tables that are gone.
        positions.requireNobodyReads();
        positions.forget();
        command.commandLine()
                .getOut()
                .printf(
                        "restored %s: %d rows, %d pictures (%d of them were missing)%n",
                        backup.name(), backup.rows(), pictures.all(), pictures.sent());
        command.commandLine().getOut().flush();
        return 0;
    }

    private Bucket pictures() throws IOException {
        var pictures = places.pictures();
        pictures.make();
        return pictures;
    }

    private static Database known(Map<String, Database> databases, String name) throws IOException {
        var database = databases.get(name);
        if (database == null) {
            throw new IOException("the backup holds a database " + name + ", which this program does not know");
        }
        return database;
    }

    private static String newest(Bucket bucket) throws IOException {
        var names = Backup.names(bucket);
        if (names.isEmpty()) {
            throw new IOException("the bucket holds no complete backup");
        }
        return names.get(names.size() - 1);
    }
}
