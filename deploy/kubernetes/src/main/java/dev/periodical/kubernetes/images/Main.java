package dev.periodical.kubernetes.images;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code deploy/kubernetes/images}: exit code 0 when all images are written, 1 when one is not, 2 for wrong usage. */
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        version = "1.0",
        subcommands = BuildCommand.class,
        description = "The suite's OCI images.")
public final class Main {

    private Main() {}

    /** Runs the command; a failure is one line on standard error. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("images: " + reason(failure));
                    command.getErr().flush();
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    private static String reason(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return deepest == failure ? said : said + ": " + deepest.getMessage();
    }
}
