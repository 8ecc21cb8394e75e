package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Layers from folders. Every file belongs to root, is readable by all, writable by nobody else, and as old as every other:
 * a layer's digest tells its content alone. Files enter in the order of their paths.
 */
final class Layers {

    private static final FilePermissions READABLE = FilePermissions.fromOctalString("644");
    private static final Instant ALWAYS = Instant.ofEpochSecond(1);

    private Layers() {}

    /** Those files below a folder which the predicate wants, under the same relative paths below {@code target}. */
    static FileEntriesLayer of(String name, Path folder, Predicate<Path> wanted, String target) throws IOException {
        var layer = FileEntriesLayer.builder().setName(name);
        for (var file : files(folder, wanted)) {
            var relative = folder.relativize(file).toString().replace('\\', '/');
            layer.addEntry(file, AbsoluteUnixPath.get(target).resolve(relative), READABLE, ALWAYS);
        }
        return layer.build();
    }

    /** One file, wherever it is to stand. */
    static FileEntriesLayer of(String name, Path file, String target) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(file + " is not there: build the project first");
        }
        return FileEntriesLayer.builder()
                .setName(name)
                .addEntry(file, AbsoluteUnixPath.get(target), READABLE, ALWAYS)
                .build();
    }

    /** One layer of several. */
    static FileEntriesLayer join(String name, FileEntriesLayer... layers) {
        var joined = FileEntriesLayer.builder().setName(name);
        for (var layer : layers) {
            layer.getEntries().forEach(joined::addEntry);
        }
        return joined.build();
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(folder + " is not there: build the project first");
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }
}
