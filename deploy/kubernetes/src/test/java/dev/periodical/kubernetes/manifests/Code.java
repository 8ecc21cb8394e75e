package dev.periodical.kubernetes.manifests;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the sources of a service say of it. Read as text, for a service is no library: nothing of it stands on this module's
 * class path.
 *
 * @param service its short name, {@code ingest}
 */
record Code(String service) {

    static final List<Code> SERVICES = List.of(new Code("ingest"), new Code("content"), new Code("media"));

    private static final Path SOURCES = Folder.ROOT.resolve("../..").normalize();
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    static Code of(String service) {
        return SERVICES.stream()
                .filter(code -> code.service.equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + service));
    }

    static List<String> names() {
        return SERVICES.stream().map(Code::service).toList();
    }

    /** Its own port, or {@code quarkus.management.port}. */
    int port(String key) {
        return Integer.parseInt(properties().getProperty(key));
    }

    int httpPort() {
        return port("quarkus.http.port");
    }

    int managementPort() {
        return port("quarkus.management.port");
    }

    String healthRoot() {
        return properties().getProperty("quarkus.smallrye-health.root-path");
    }

    /** The settings of its own file and of the parts of the contract that it uses. */
    Properties properties() {
        Properties properties = new Properties();
        modules()
                .flatMap(module -> Stream.of("META-INF/microprofile-config.properties", "application.properties")
                        .map(module.resolve("src/main/resources")::resolve))
                .filter(Files::exists)
                .forEach(file -> load(properties, file));
        return properties;
    }

    /** Its Java sources and those of the parts of the contract that it uses, without comments. */
    List<String> javaWithContract() {
        return modules().flatMap(Code::java).toList();
    }

    /** Its own Java sources, without comments. */
    List<String> java() {
        return java(module()).toList();
    }

    /** Everything in its own sources that the pattern finds. */
    List<MatchResult> find(String pattern) {
        return Pattern.compile(pattern)
                .matcher(java().stream().collect(joining("\n")))
                .results()
                .toList();
    }

    private Path module() {
        return SOURCES.resolve(service + "-service");
    }

    /** The contract's modules come first, so that the service's own settings win. */
    private Stream<Path> modules() {
        String pom = Folder.read(module().resolve("pom.xml"));
        return Stream.concat(
                Stream.of("events", "http", "dead-letters", "desk", "database", "outbound")
                        .filter(part -> pom.contains("<artifactId>periodical-" + part + "<"))
                        .map(part -> SOURCES.resolve("contract").resolve(part)),
                Stream.of(module()));
    }

    private static Stream<String> java(Path module) {
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> COMMENT.matcher(Folder.read(file)).replaceAll(""))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that are there, of all services. */
    static Set<String> all(Function<Code, List<String>> of) {
        return SERVICES.stream().flatMap(code -> of.apply(code).stream()).collect(toCollection(TreeSet::new));
    }

    private static void load(Properties properties, Path file) {
        try {
            properties.load(new StringReader(Folder.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
