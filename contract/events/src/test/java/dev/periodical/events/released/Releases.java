package dev.periodical.events.released;

import dev.periodical.events.Topics;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.events.kafka.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What lies in the folder {@code released}. */
final class Releases {

    private static final Path FOLDER = folder();

    private Releases() {}

    /** Every record that a release wrote, as {@code 1.0/media-stored}. */
    static List<String> samples() {
        return files("samples").map(Releases::name).toList();
    }

    /** Every schema that a release published, as {@code 1.0/media.stored.v1}. */
    static List<String> schemas() {
        return files("schemas").map(Releases::name).toList();
    }

    static Sample sample(String name) {
        try {
            var file = EventJson.MAPPER.readTree(file(name, "samples").toFile());
            Map<String, String> headers = new HashMap<>();
            file.get("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().textValue()));
            var value = file.get("value");
            return new Sample(
                    file.get("topic").textValue(),
                    file.get("key").textValue(),
                    headers,
                    value.isNull() ? null : EventJson.MAPPER.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String schema(String name) {
        return text(file(name, "schemas"));
    }

    /** The schema of today with the same file name. */
    static String schemaOfToday(String name) {
        var resource = "schemas/" + name.substring(name.indexOf('/') + 1) + ".json";
        try (var file = Topics.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new AssertionError("a released schema is gone: " + resource);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String kind) {
        try (var versions = Files.list(FOLDER)) {
            return versions.filter(Files::isDirectory).sorted().toList().stream()
                    .flatMap(version -> list(version.resolve(kind)).stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        var version = file.getParent().getParent().getFileName();
        return version + "/" + file.getFileName().toString().replaceAll("\\.json$", "");
    }

    private static Path file(String name, String kind) {
        var slash = name.indexOf('/');
        return FOLDER.resolve(name.substring(0, slash)).resolve(kind).resolve(name.substring(slash + 1) + ".json");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Topics.class.getResource("released").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
