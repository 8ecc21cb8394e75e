package dev.periodical.bench;

import dev.periodical.bench.content.ContentCommand;
import dev.periodical.bench.frontier.FrontierCommand;
import dev.periodical.bench.ingest.BridgeCommand;
import dev.periodical.bench.ingest.IngestCommand;
import dev.periodical.bench.media.MediaCommand;
import dev.periodical.bench.posts.PostsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Exit code 0 when a measurement was made, 1 when it could not be (one line says why), 2 for wrong usage, 3 when a goal is
 * missed.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the suite.",
        subcommands = {
            IngestCommand.class,
            BridgeCommand.class,
            PostsCommand.class,
            MediaCommand.class,
            FrontierCommand.class,
            ContentCommand.class
        })
public final class Main {

    private Main() {}

    /** Runs the command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("bench: " + failure);
                    command.getErr().flush();
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }
}
