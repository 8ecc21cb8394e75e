package dev.periodical.kubernetes.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a base image of the JDK at hand, for people without a registry. */
@Command(
        name = "base",
        mixinStandardHelpOptions = true,
        description =
                "Makes a Java runtime's image of this machine's JDK and C library, for build --base tar:FILE (Linux).")
final class BaseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE.tar", description = "Where it is written.")
    private Path file;

    @Option(names = "--jdk", description = "A JDK 17 or newer (default: the one that runs this).")
    private Path jdk = Path.of(System.getProperty("java.home"));

    @Override
    public Integer call() throws Exception {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new ParameterException(command.commandLine(), "base: only Linux can make a base of itself");
        }
        var target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        var work = Files.createTempDirectory("periodical-base");
        try {
            var written = new JavaBase(jdk, work).write(target);
            command.commandLine()
                    .getOut()
                    .println("%s %d MiB %s".formatted(written.getDigest(), Files.size(target) >> 20, file));
            return 0;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
        } finally {
            Folders.remove(work);
        }
    }
}
