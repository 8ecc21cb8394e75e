package dev.periodical.kubernetes.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An image's tar in OCI layout, read back with {@code tar}. */
record WrittenImage(String digest, JsonNode config, List<Layer> layers) {

    record Layer(String digest, long size, List<String> files) {}

    static WrittenImage read(Path tar) throws IOException {
        var unpacked = Files.createTempDirectory(tar.getParent(), "unpacked");
        Program.run(List.of("tar", "-xf", tar.toString(), "-C", unpacked.toString()), Map.of());
        var json = new ObjectMapper();
        var digest = json.readTree(unpacked.resolve("index.json").toFile())
                .at("/manifests/0/digest")
                .asText();
        var manifest = json.readTree(blob(unpacked, digest).toFile());
        var layers = new ArrayList<Layer>();
        for (var layer : manifest.path("layers")) {
            var blob = blob(unpacked, layer.path("digest").asText());
            layers.add(new Layer(layer.path("digest").asText(), Files.size(blob), files(blob)));
        }
        var config = json.readTree(
                blob(unpacked, manifest.at("/config/digest").asText()).toFile());
        return new WrittenImage(digest, config.path("config"), layers);
    }

    private static List<String> files(Path layer) throws IOException {
        return Program.run(List.of("tar", "-tzf", layer.toString()), Map.of()).stream()
                .filter(line -> !line.startsWith("tar: ") && !line.endsWith("/"))
                .toList();
    }

    private static Path blob(Path unpacked, String digest) {
        return unpacked.resolve("blobs").resolve(digest.replace(':', '/'));
    }
}
