package dev.periodical.media.spool;

import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Temporary files for bytes under way, so that memory holds a chunk of each picture and no more. */
public final class Spool {

    private static final String OWNER_ALONE = "rw-------";

    private final Vertx vertx;
    private final String folder;
    private final Set<String> lent = ConcurrentHashMap.newKeySet();

    /** @param folder where they lie, made where it is missing */
    public Spool(Vertx vertx, Path folder) {
        this.vertx = vertx;
        this.folder = folder.toString();
    }

    /** Lends a file to the work and deletes it when the work has ended, however it ended: also when nobody waits any more. */
    public <T> Uni<T> with(Function<Path, Uni<T>> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem()
                        .mkdirs(folder)
                        .compose(made -> vertx.fileSystem().createTempFile(folder, "picture-", ".part", OWNER_ALONE))
                        .toCompletionStage())
                .onFailure()
                .transform(full -> new TransientFailure("no file for bytes under way in " + folder, full))
                .invoke(lent::add)
                .chain(name -> work.apply(Path.of(name)).onTermination().call(() -> deleted(name)));
    }

    private Uni<Void> deleted(String name) {
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem().delete(name).toCompletionStage())
                .invoke(gone -> lent.remove(name));
    }

    /** Deletes what is still lent: the work on it has been cut short by the end of the service. */
    public void close() {
        lent.forEach(name -> {
            try {
                Files.deleteIfExists(Path.of(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
