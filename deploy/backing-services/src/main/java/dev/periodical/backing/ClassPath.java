package dev.periodical.backing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of the child process: this module's classes and its {@code lib} folder, as the build leaves them. It is
 * never the class path of the caller, which may have another Kafka or another logging.
 *
 * @param classes this module's classes, a folder or a jar
 * @param lib the folder with everything they need
 */
record ClassPath(Path classes, Path lib) {

    private static final Path IN_SOURCE_TREE = Path.of("deploy", "backing-services", "target", "lib");

    /**
     * Finds both from where this class was loaded.
     *
     * @throws IllegalStateException when there is no such folder; the message says what to build
     */
    static ClassPath find() {
        try {
            URI source = ClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return find(Path.of(source), Path.of("").toAbsolutePath());
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A jar taken from the local repository has no {@code lib} beside it: then the source tree around us serves. */
    static ClassPath find(Path classes, Path workingFolder) {
        Stream<Path> around = Stream.iterate(workingFolder, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(IN_SOURCE_TREE));
        return Stream.concat(Stream.of(classes.resolveSibling("lib")), around)
                .filter(Files::isDirectory)
                .findFirst()
                .map(lib -> new ClassPath(classes, lib))
                .orElseThrow(() -> new IllegalStateException("no lib folder beside " + classes
                        + ": build deploy/backing-services too (mvn -am, or mvn install once)"));
    }

    /** Where PostgreSQL's programs are unpacked, once for all who use this class path. */
    Path postgresPrograms() {
        return lib.resolveSibling("postgres-programs");
    }

    /** For {@code java -cp}. */
    String argument() throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            List<String> entries = Stream.concat(Stream.of(classes), jars.sorted())
                    .map(Path::toString)
                    .toList();
            return String.join(File.pathSeparator, entries);
        }
    }
}
