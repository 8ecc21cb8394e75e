package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the four images are made of. */
final class Recipes {

    /**
     * Half of the container's memory is heap: the other half is for buffers outside it, threads and code. Out of memory ends
     * the process, because Kubernetes restarts a dead one and cannot see a broken one.
     */
    static final List<String> JVM =
            List.of("-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC");

    /** How the file name of a library of ours begins. */
    static final String OURS = "dev.periodical.";

    /** What starts a service, and the whole of its class path as far as the JVM knows it. */
    static final String RUNNER = "/app/quarkus-run.jar";

    private static final String ARCHIVE = "/app/classes.jsa";

    private final Path sources;
    private final ClassArchives archives;
    private final Path target;

    /**
     * @param sources the project's folder, built
     * @param archives where the services' class-data archives come from
     */
    Recipes(Path sources, ClassArchives archives) {
        this.sources = sources;
        this.archives = archives;
        this.target = sources.resolve("deploy/kubernetes/target");
    }

    /** All four, the services first. */
    List<Recipe> all() throws IOException {
        return List.of(
                service("ingest-service", "Periodical: documents in, article events out"),
                service("content-service", "Periodical: the articles and every question about them"),
                service("media-service", "Periodical: the pictures, fetched, kept and served"),
                new BackingRecipe(sources).recipe());
    }

    private Recipe service(String name, String title) throws IOException {
        var built = sources.resolve(name).resolve("target/quarkus-app");
        var libraries = Layers.of("libraries", built, Recipes::library, "/app");
        var changing =
                StoredJars.copy(built, file -> !library(file) && !archive(file), target.resolve("application/" + name));
        var application = List.of(Layers.of("application", changing, file -> true, "/app"));
        var layers = new ArrayList<FileEntriesLayer>(List.of(libraries));
        var flags = new ArrayList<String>();
        archives.of(name, libraries, application).ifPresent(archive -> {
            layers.add(Layers.of("classes", archive, ARCHIVE));
            flags.add("-XX:SharedArchiveFile=" + ARCHIVE);
        });
        layers.addAll(application);
        flags.addAll(List.of("-jar", RUNNER));
        return new Recipe(name, title, layers, command(flags), Map.of());
    }

    /** The entrypoint: {@code java}, our flags, these. */
    static List<String> command(List<String> program) {
        var command = new ArrayList<String>();
        command.add("java");
        command.addAll(JVM);
        command.addAll(program);
        return List.copyOf(command);
    }

    /** The runner names the libraries' class path and nothing of our code. */
    private static boolean library(Path file) {
        return file.startsWith("lib") && !file.getFileName().toString().startsWith(OURS)
                || file.toString().equals("quarkus-run.jar");
    }

    /** Made for the JVM that built it, and as large as everything else: useless on another base, and never reproducible. */
    private static boolean archive(Path file) {
        return file.toString().endsWith(".jsa");
    }
}
