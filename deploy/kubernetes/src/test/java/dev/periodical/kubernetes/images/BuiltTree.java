package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** What the build leaves, in small, and a base for a machine that this one is not: nobody tries to run it. */
final class BuiltTree {

    static final String PLATFORM = "linux/s390x";

    private final Path root;

    BuiltTree(Path root) throws IOException {
        this.root = root;
        for (var service : List.of("ingest-service", "content-service", "media-service")) {
            for (var file : List.of(
                    "quarkus-run.jar",
                    "app-cds.jsa",
                    "app/" + service + ".jar",
                    "lib/boot/boot.jar",
                    "lib/main/library.jar",
                    "lib/main/dev.periodical.contract.jar",
                    "quarkus/generated-bytecode.jar",
                    "quarkus/quarkus-application.dat")) {
                write(service + "/target/quarkus-app/" + file, service + file);
            }
        }
        for (var module : List.of("backing-services", "backup", "local")) {
            write("deploy/" + module + "/target/lib/library.jar", module);
            write("deploy/" + module + "/target/periodical-" + module + ".jar", module);
        }
        write("deploy/local/target/lib/periodical-backing-services-1.jar", "ours");
    }

    Path root() {
        return root;
    }

    void write(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        if (!path.endsWith(".jar")) {
            Files.writeString(file, content);
            return;
        }
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("content"));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    Path base() throws Exception {
        var release = Files.writeString(root.resolve("release"), "synthetic");
        var file = root.resolve("base.tar");
        Jib.fromScratch()
                .setPlatforms(Set.of(new Platform("s390x", "linux")))
                .setEnvironment(Map.of("PATH", "/opt/java/bin"))
                .setCreationTime(Instant.EPOCH)
                .addLayer(List.of(release), AbsoluteUnixPath.get("/opt/java"))
                .containerize(Containerizer.to(TarImage.at(file).named("base"))
                        .setOfflineMode(true)
                        .setBaseImageLayersCache(root.resolve("cache"))
                        .setApplicationLayersCache(root.resolve("cache")));
        return file;
    }
}
