package dev.periodical.kubernetes.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An image's tar in the layout of {@code docker save}, read with this machine's {@code tar}. */
final class BaseTar {

    private static final String REMOVED = ".wh.";

    private final Path file;
    private final JsonNode manifest;
    private final JsonNode config;

    private BaseTar(Path file, JsonNode manifest, JsonNode config) {
        this.file = file;
        this.manifest = manifest;
        this.config = config;
    }

    /**
     * Reads what it says of itself.
     *
     * @throws IllegalArgumentException when it is no image's tar
     */
    static BaseTar read(Path file) {
        try {
            var manifest = json(file, "manifest.json").path(0);
            return new BaseTar(
                    file, manifest, json(file, manifest.path("Config").asText()));
        } catch (IOException wrong) {
            throw new IllegalArgumentException(file + " is no image's tar in the layout of docker save", wrong);
        }
    }

    /** Such as {@code linux/amd64}. */
    String platform() {
        return config.path("os").asText("linux") + "/"
                + config.path("architecture").asText();
    }

    /** Where its programs are looked for. */
    String path() {
        for (var variable : config.path("config").path("Env")) {
            if (variable.asText().startsWith("PATH=")) {
                return variable.asText().substring("PATH=".length());
            }
        }
        return "/usr/bin:/bin";
    }

    /** Lays its layers over one another in an empty folder. */
    void unpack(Path root, Path work) throws IOException {
        Program.run(List.of("tar", "-xf", file.toString(), "-C", work.toString()), Map.of());
        for (var layer : manifest.path("Layers")) {
            var packed = work.resolve(layer.asText()).toString();
            Program.run(List.of("tar", "-xpf", packed, "-C", root.toString(), "--no-same-owner"), Map.of());
            remove(root);
        }
    }

    private static void remove(Path root) throws IOException {
        List<Path> marks;
        try (Stream<Path> tree = Files.walk(root)) {
            marks = tree.filter(path -> path.getFileName().toString().startsWith(REMOVED))
                    .toList();
        }
        for (var mark : marks) {
            var removed = mark.resolveSibling(mark.getFileName().toString().substring(REMOVED.length()));
            Folders.remove(removed);
            Files.deleteIfExists(removed);
            Files.delete(mark);
        }
    }

    private static JsonNode json(Path file, String name) throws IOException {
        var said = Program.run(List.of("tar", "-xOf", file.toString(), name), Map.of());
        var read = new ObjectMapper()
                .readTree(
                        said.stream().filter(line -> !line.startsWith("tar: ")).collect(Collectors.joining("\n")));
        if (read.isMissingNode() || read.isEmpty()) {
            throw new IOException(name + " is empty");
        }
        return read;
    }
}
