package dev.periodical.kubernetes.images;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies files, jars without their compression and with their entries in the order of the names. The layer is compressed as
 * a whole, which makes Quarkus' many alike classes half as large, and the order in which its build wrote them is no change.
 */
final class StoredJars {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private StoredJars() {}

    /** Copies those files below a folder which the predicate wants; what was in the target before is gone. */
    static Path copy(Path folder, Predicate<Path> wanted, Path target) throws IOException {
        Folders.remove(target);
        try (Stream<Path> tree = Files.walk(folder)) {
            for (var file : tree.filter(Files::isRegularFile).toList()) {
                var relative = folder.relativize(file);
                if (wanted.test(relative)) {
                    copy(file, target.resolve(relative));
                }
            }
        }
        return target;
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        if (!file.toString().endsWith(".jar")) {
            Files.copy(file, target);
            return;
        }
        try (var jar = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(target);
                var stored = new ZipOutputStream(out)) {
            stored.setMethod(ZipOutputStream.STORED);
            for (var entry :
                    jar.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
                write(entry.getName(), jar.getInputStream(entry).readAllBytes(), stored);
            }
        }
    }

    private static void write(String name, byte[] content, ZipOutputStream stored) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        stored.putNextEntry(entry);
        stored.write(content);
        stored.closeEntry();
    }
}
