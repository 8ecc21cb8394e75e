package dev.periodical.backup;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the complete backups, oldest first. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Names the complete backups, oldest first.")
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private BackupPlace place;

    @Override
    public Integer call() throws Exception {
        var out = command.commandLine().getOut();
        var bucket = place.bucket();
        for (var name : Backup.names(bucket)) {
            var backup = Backup.read(bucket, name);
            out.printf("%s  %d rows, %d pictures%n", name, backup.rows(), backup.pictures());
        }
        out.flush();
        return 0;
    }
}
