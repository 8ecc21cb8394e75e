package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The image of the trial: broker, database and store in one process, with the backup program in {@code /app/backup} and the
 * demo in {@code /app/demo}. PostgreSQL asks for its user's name, so the image has an {@code /etc/passwd}.
 */
final class BackingRecipe {

    private final Path deploy;

    BackingRecipe(Path sources) {
        this.deploy = sources.resolve("deploy");
    }

    Recipe recipe() throws IOException {
        var layers = List.of(
                users(),
                libraries("backing-services", "/app"),
                libraries("backup", "/app/backup"),
                libraries("local", "/app/demo"),
                application());
        return new Recipe(
                "backing-services",
                "Periodical's trial: a Kafka broker, PostgreSQL and an S3 server in one process",
                layers,
                Recipes.command(List.of("-jar", "/app/periodical-backing-services.jar")),
                Map.of());
    }

    private FileEntriesLayer users() throws IOException {
        var folder = Files.createDirectories(deploy.resolve("kubernetes/target/etc"));
        Files.writeString(
                folder.resolve("passwd"),
                "root:x:0:0::/:/sbin/nologin\nperiodical:x:10001:10001::/tmp:/sbin/nologin\n");
        Files.writeString(folder.resolve("group"), "root:x:0:\nperiodical:x:10001:\n");
        return Layers.of("users", folder, file -> true, "/etc");
    }

    private FileEntriesLayer libraries(String module, String target) throws IOException {
        return Layers.of("libraries of " + module, target(module).resolve("lib"), file -> !ours(file), target + "/lib");
    }

    private FileEntriesLayer application() throws IOException {
        return Layers.join(
                "application",
                program("backing-services", "/app"),
                program("backup", "/app/backup"),
                program("local", "/app/demo"));
    }

    private FileEntriesLayer program(String module, String target) throws IOException {
        var name = "periodical-" + module + ".jar";
        return Layers.join(
                module,
                Layers.of(module, target(module).resolve("lib"), BackingRecipe::ours, target + "/lib"),
                Layers.of(module, target(module).resolve(name), target + "/" + name));
    }

    private Path target(String module) {
        return deploy.resolve(module).resolve("target");
    }

    private static boolean ours(Path file) {
        return file.getFileName().toString().startsWith("periodical-");
    }
}
