package dev.periodical.backup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Makes one backup while everything runs. The databases go first and the pictures after them: pictures are never changed, so
 * every one that the dump names is then still there to be copied.
 */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Makes one backup; the suite goes on working.")
final class BackupCommand implements Callable<Integer> {

    static final String PICTURES = "pictures/";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec command;

    @Mixin
    private Places places;

    @Mixin
    private BackupPlace place;

    @Override
    public Integer call() throws Exception {
        var bucket = place.bucket();
        bucket.make();
        var name = NAME.format(Instant.now(Clock.systemUTC()));
        var dumper = new DatabaseDumper(bucket, name);
        var dumps = new ArrayList<Backup.Dump>();
        for (var database : places.databases()) {
            dumps.add(dumper.dump(database));
        }
        var pictures = new PictureCopy(places.pictures(), "", bucket, PICTURES).run();
        var backup = new Backup(name, dumps, pictures.all());
        backup.finish(bucket);
        command.commandLine()
                .getOut()
                .printf(
                        "backup %s: %d rows, %d pictures (%d of them new)%n",
                        name, backup.rows(), pictures.all(), pictures.sent());
        command.commandLine().getOut().flush();
        return 0;
    }
}
