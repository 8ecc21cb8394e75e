package dev.periodical.kubernetes.images;

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
    private static final List<String> JVM =
            List.of("-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", "-Xshare:auto");

    private static final String OURS = "dev.periodical.";

    private final Path sources;

    Recipes(Path sources) {
        this.sources = sources;
    }

    /** All four, the services first. */
    List<Recipe> all() throws IOException {
        return List.of(
                service("ingest-service", "Periodical: documents in, article events out"),
                service("content-service", "Periodical: the articles and every question about them"),
                service("media-service", "Periodical: the pictures, fetched, kept and served"),
                backingServices());
    }

    private Recipe service(String name, String title) throws IOException {
        var built = sources.resolve(name).resolve("target/quarkus-app");
        var layers = List.of(
                Layers.of("libraries", built, Recipes::library, "/app"),
                // Made by Quarkus from our classes' annotations: a changed method leaves them alone.
                Layers.of("generated", built, Recipes::generated, "/app"),
                Layers.of("application", built, file -> !library(file) && !generated(file) && !archive(file), "/app"));
        return new Recipe(name, title, layers, command(List.of("-jar", "/app/quarkus-run.jar")), Map.of());
    }

    private Recipe backingServices() throws IOException {
        var module = sources.resolve("deploy/backing-services/target");
        var layers = List.of(
                Layers.of("libraries", module.resolve("lib"), file -> true, "/app/lib"),
                Layers.of(
                        "application",
                        module.resolve("periodical-backing-services.jar"),
                        "/app/periodical-backing-services.jar"));
        return new Recipe(
                "backing-services",
                "Periodical's trial: a Kafka broker, PostgreSQL and an S3 server in one process",
                layers,
                command(List.of("-jar", "/app/periodical-backing-services.jar")),
                Map.of());
    }

    private static List<String> command(List<String> program) {
        var command = new ArrayList<String>();
        command.add("java");
        command.addAll(JVM);
        command.addAll(program);
        return List.copyOf(command);
    }

    private static boolean library(Path file) {
        return file.startsWith("lib") && !file.getFileName().toString().startsWith(OURS);
    }

    private static boolean generated(Path file) {
        return file.startsWith("quarkus") && file.toString().endsWith(".jar");
    }

    /** Made for the JVM that built it, and as large as everything else: useless on another base, and never reproducible. */
    private static boolean archive(Path file) {
        return file.toString().endsWith(".jsa");
    }
}
