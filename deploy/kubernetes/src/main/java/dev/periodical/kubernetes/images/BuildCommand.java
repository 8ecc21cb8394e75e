package dev.periodical.kubernetes.images;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            description =
                    "os/architecture, several by comma with --push (default: a tar base's, otherwise linux/amd64).")
    private List<String> platforms = List.of();

    @Option(
            names = "--insecure",
            description = "With --push: a registry without TLS, or with a certificate of nobody's.")
    private boolean insecure;

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
        var order = order();
        var writer = new ImageWriter(order.base(), order.platforms(), tag, revision, target().resolve("jib-cache"));
        for (var recipe : new Recipes(sources, archives(order)).all()) {
            say(order.pushed() ? writer.push(recipe, destination.registry, insecure) : writer.tar(recipe, folder()));
        }
        return 0;
    }

    private Order order() {
        try {
            return Order.of(base, platforms, tag, destination == null ? null : destination.registry);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private ClassArchives archives(Order order) {
        var leftOut = order.archiveLeftOut();
        if (leftOut.isEmpty()) {
            return new BaseClassArchives(
                    order.base().file().orElseThrow(), target().resolve("class-archives"), this::say);
        }
        say("class-data archives left out: " + leftOut.get());
        return ClassArchives.none();
    }

    private Path folder() {
        return destination == null ? target().resolve("images") : destination.tar;
    }

    private Path target() {
        return sources.resolve("deploy/kubernetes/target");
    }

    private void say(String line) {
        command.commandLine().getOut().println(line);
        command.commandLine().getOut().flush();
    }
}
