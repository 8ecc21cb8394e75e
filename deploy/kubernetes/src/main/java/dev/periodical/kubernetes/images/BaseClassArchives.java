package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes archives with the base's own JVM: the service starts as far as it can without its surroundings (Quarkus ends it
 * then), and the classes it loaded are dumped. One archive per base and set of libraries is kept: a start may load a class
 * more or less than the last, and the same input shall give the same image.
 */
final class BaseClassArchives implements ClassArchives {

    /** What a service cannot do without; nothing answers there, and a start that fails over it only loads less. */
    private static final Map<String, String> SURROUNDINGS = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "localhost:1",
            "PERIODICAL_DATABASE_URL", "jdbc:postgresql://localhost:1/none",
            "PERIODICAL_DATABASE_USERNAME", "none",
            "PERIODICAL_DATABASE_PASSWORD", "none",
            "PERIODICAL_STORE_ENDPOINT", "http://localhost:1",
            "PERIODICAL_STORE_ACCESS_KEY", "none",
            "PERIODICAL_STORE_SECRET_KEY", "none");

    private final Path base;
    private final Path kept;
    private final Consumer<String> told;

    /**
     * @param base the base's tar
     * @param kept the folder that keeps them
     * @param told hears why one is left out
     */
    BaseClassArchives(Path base, Path kept, Consumer<String> told) {
        this.base = base;
        this.kept = kept;
        this.told = told;
    }

    @Override
    public Optional<Path> of(String name, FileEntriesLayer libraries, List<FileEntriesLayer> application)
            throws IOException {
        var archive = kept.resolve(Fingerprint.of(base, libraries, Recipes.JVM) + ".jsa");
        if (!Files.exists(archive)) {
            Files.createDirectories(kept);
            var work = Files.createTempDirectory(kept, name);
            try {
                Files.move(make(libraries, application, work), archive, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                told.accept(name + ": class-data archive left out: " + failure.getMessage());
                return Optional.empty();
            } finally {
                Folders.remove(work);
            }
        }
        return Optional.of(archive);
    }

    private Path make(FileEntriesLayer libraries, List<FileEntriesLayer> application, Path work) throws IOException {
        var layers = Stream.concat(Stream.of(libraries), application.stream()).toList();
        var root = Root.of(BaseTar.read(base), layers, work);
        Files.write(root.temporary().resolve("classes"), ClassList.of(loaded(root)));
        root.run(java(
                Steadily.flags(),
                "-Xshare:dump",
                "-XX:SharedClassListFile=/tmp/classes",
                "-XX:SharedArchiveFile=/tmp/archive",
                "-cp",
                Recipes.RUNNER));
        return root.temporary().resolve("archive");
    }

    private static List<String> loaded(Root root) throws IOException {
        var said = root.attempt(
                java(
                        List.of(),
                        "-Xlog:disable",
                        "-Xlog:class+load=debug:file=/tmp/loaded",
                        "-Dquarkus.appcds.generate=true",
                        "-jar",
                        Recipes.RUNNER),
                SURROUNDINGS);
        var log = root.temporary().resolve("loaded");
        if (!Files.exists(log)) {
            throw new IOException(said.isEmpty() ? "the base's java did not run" : said.get(said.size() - 1));
        }
        return Files.readAllLines(log);
    }

    private static List<String> java(List<String> flags, String... more) {
        var command = new ArrayList<String>(List.of("java"));
        command.addAll(Recipes.JVM);
        command.addAll(flags);
        command.addAll(List.of(more));
        return command;
    }
}
