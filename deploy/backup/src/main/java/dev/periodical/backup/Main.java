package dev.periodical.backup;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Exit code 0 when all was done, 1 when it was not (one line on standard error says why), 2 for wrong usage. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        version = "1.0",
        subcommands = {BackupCommand.class, RestoreCommand.class, ListCommand.class},
        description = "Copies Periodical's databases and pictures to another bucket, and back.")
public final class Main {

    private Main() {}

    /** Runs the command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("backup: " + reason(failure));
            command.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    private static String reason(Throwable failure) {
        var text = new StringBuilder();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (text.indexOf(said) < 0) {
                text.append(text.isEmpty() ? "" : ": ")
                        .append(said.lines().findFirst().orElse(""));
            }
        }
        return text.toString();
    }
}
