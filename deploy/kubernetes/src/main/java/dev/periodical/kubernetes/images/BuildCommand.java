package dev.periodical.kubernetes.images;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the four images as tars or to a registry and prints each one's name, digest and size. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Makes the images of ingest, content, media and the trial's backing services.")
final class BuildCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @ArgGroup
    private Destination destination;

    @Option(
            names = "--base",
            defaultValue = "eclipse-temurin:17-jre",
            description = "The Java runtime below: tar:FILE or a registry's image (default: ${DEFAULT-VALUE}).")
    private String base;

    @Option(
            names = "--platform",
            split = ",",
            defaultValue = "linux/amd64",
            description = "os/architecture, several by comma with --push (default: ${DEFAULT-VALUE}).")
    private List<String> platforms;

    @Option(names = "--tag", defaultValue = "1.0.0", description = "Default: ${DEFAULT-VALUE}.")
    private String tag;

    @Option(names = "--revision", description = "The source's commit, for the label org.opencontainers.image.revision.")
    private String revision;

    @Option(names = "--sources", hidden = true, defaultValue = ".")
    private Path sources;

    private static final class Destination {

        @Option(
                names = "--tar",
                description = "Folder for one NAME.tar per image (default: deploy/kubernetes/target/images).")
        private Path tar;

        @Option(names = "--push", description = "Registry and path to push to, such as registry.example/periodical.")
        private String registry;
    }

    @Override
    public Integer call() throws Exception {
        var out = command.commandLine().getOut();
        var writer = new ImageWriter(
                new BaseImage(base), platforms.stream().map(Platforms::parse).toList(), tag, revision, cache());
        for (var recipe : new Recipes(sources).all()) {
            say(
                    out,
                    destination != null && destination.registry != null
                            ? writer.push(recipe, destination.registry)
                            : writer.tar(recipe, folder()));
        }
        return 0;
    }

    private Path folder() {
        return destination == null ? target().resolve("images") : destination.tar;
    }

    private Path cache() {
        return target().resolve("jib-cache");
    }

    private Path target() {
        return sources.resolve("deploy/kubernetes/target");
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
