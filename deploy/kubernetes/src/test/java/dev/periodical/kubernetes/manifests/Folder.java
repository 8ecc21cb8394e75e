package dev.periodical.kubernetes.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The manifests, as their files have them: base, components and overlays. */
final class Folder {

    static final Path ROOT = Path.of("").toAbsolutePath();
    static final String KUSTOMIZATION = "kustomization.yaml";

    private static final ObjectMapper YAML = new YAMLMapper(new YAMLFactory());
    private static final List<String> ROOMS = List.of("base", "components", "overlays");

    private Folder() {}

    /** Every file below base, components and overlays whose name ends so. */
    static List<Path> files(String suffix) {
        return ROOMS.stream()
                .map(ROOT::resolve)
                .flatMap(Folder::walk)
                .filter(file -> file.toString().endsWith(suffix))
                .sorted()
                .toList();
    }

    static List<Path> kustomizations() {
        return files("/" + KUSTOMIZATION);
    }

    /** Every document of every manifest; patches are among them, kustomizations are not. */
    static List<JsonNode> documents() {
        return files(".yaml").stream()
                .filter(file -> !file.endsWith(KUSTOMIZATION))
                .flatMap(file -> documents(file).stream())
                .toList();
    }

    static List<JsonNode> documents(String kind) {
        return documents().stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    static List<JsonNode> documents(Path file) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(read(file))) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::asText).toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
