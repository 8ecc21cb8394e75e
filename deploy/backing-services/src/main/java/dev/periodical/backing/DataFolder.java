package dev.periodical.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that one process keeps everything in. It is locked while open: a second process on the same folder is turned
 * away, so a PostgreSQL found running in it is an orphan for certain.
 *
 * @param path its absolute path
 * @param temporary whether it is removed when closed
 * @param lock what holds the lock
 */
record DataFolder(Path path, boolean temporary, FileChannel lock) implements AutoCloseable {

    /**
     * Opens a folder, made when absent.
     *
     * @param wanted the folder to keep; null for a temporary one
     * @throws IOException when another process has it open
     */
    static DataFolder open(Path wanted) throws IOException {
        Path path = wanted == null
                ? Files.createTempDirectory("periodical-backing")
                : Files.createDirectories(wanted.toAbsolutePath().normalize());
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock();
        if (held == null) {
            channel.close();
            throw new IOException("the data folder " + path + " is in use by another process");
        }
        return new DataFolder(path, wanted == null, channel);
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                remove();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void remove() throws IOException {
        List<Path> content;
        try (Stream<Path> tree = Files.walk(path)) {
            content = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.deleteIfExists(file);
        }
    }
}
