package dev.periodical.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a running suite writes about itself: {@code suite.env}, pid files, logs.
 *
 * @param path its absolute path
 */
record RunFolder(Path path) {

    static RunFolder at(Path path) {
        return new RunFolder(path.toAbsolutePath().normalize());
    }

    Path pidFile(String name) {
        return path.resolve(name + ".pid");
    }

    Path log(String name) {
        return path.resolve("log").resolve(name + ".log");
    }

    Path suiteEnv() {
        return path.resolve("suite.env");
    }

    /** The same as {@link #suiteEnv()}, for dev mode's {@code quarkus.config.locations}. */
    Path suiteProperties() {
        return path.resolve("suite.properties");
    }

    /** Remembers which data folder the suite was started on, for {@code down} and {@code status}. */
    Path dataFolderNote() {
        return path.resolve("data-folder");
    }

    /**
     * Makes the folder and keeps other commands out until the lock is closed.
     *
     * @throws StartFailed when another command is at work on it
     */
    Lock lock() throws IOException {
        Files.createDirectories(path.resolve("log"));
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new StartFailed("another up or down is at work on " + path);
        }
        return channel::close;
    }

    /** Held while a command changes what runs. */
    @FunctionalInterface
    interface Lock extends AutoCloseable {

        @Override
        void close() throws IOException;
    }
}
