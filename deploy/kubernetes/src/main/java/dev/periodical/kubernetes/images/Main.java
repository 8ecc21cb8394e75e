package dev.periodical.kubernetes.images;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code deploy/kubernetes/images}: exit code 0 when all images are written, 1 when one is not, 2 for wrong usage. */
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        version = "1.0",
        subcommands = {BuildCommand.class, BaseCommand.class},
        description = "The suite's OCI images.")
public final class Main {

    private Main() {}

    /** Runs the command; a failure is one line on standard error. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((wrong, given) -> say(wrong.getCommandLine(), wrong.getMessage(), 2))
                .setExecutionExceptionHandler((failure, command, parsed) -> say(command, reason(failure), 1));
    }

    private static int say(CommandLine command, String reason, int code) {
        command.getErr().println("images: " + reason.lines().findFirst().orElse("failed"));
        command.getErr().flush();
        return code;
    }

    private static String reason(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return deepest == failure || deepest.getMessage() == null ? said : said + ": " + deepest.getMessage();
    }
}
