package dev.periodical.local;

import dev.periodical.local.demo.DemoCommand;
import dev.periodical.local.demo.OriginCommand;
import dev.periodical.local.prove.LoadCommand;
import dev.periodical.local.prove.ReachCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's program: {@code up}, {@code down}, {@code status}. */
@Command(
        name = "periodical",
        mixinStandardHelpOptions = true,
        description = "Runs Periodical on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            OriginCommand.class,
            DemoCommand.class,
            LoadCommand.class,
            ReachCommand.class
        })
public final class Main {

    /** Runs a command and ends the JVM with its exit code: 0 done, 1 failed (one line says why), 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setOverwrittenOptionsAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(reason(failure));
                    command.getErr().flush();
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    private static String reason(Exception failure) {
        return failure instanceof RuntimeException && !(failure instanceof StartFailed)
                ? failure.toString()
                : failure.getMessage();
    }
}
