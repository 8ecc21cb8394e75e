package dev.periodical.media.store;

import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Copies opened pictures into files, for whoever has to look at one whole. Holds a chunk in memory. */
@ApplicationScoped
public class Copying {

    private final Vertx vertx;

    Copying(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * @param file written over
     * @return fails with {@link TransientFailure} where the bytes do not come whole, or can't be written
     */
    public Uni<Void> into(Path file, StoredPicture picture) {
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem()
                        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
                        .toCompletionStage())
                .chain(open -> written(picture, open))
                .onFailure(failure -> !(failure instanceof TransientFailure))
                .transform(cut -> new TransientFailure("the picture did not come whole", cut));
    }

    private static Uni<Void> written(StoredPicture picture, AsyncFile open) {
        return picture.bytes()
                .onItem()
                .transformToUniAndConcatenate(chunk ->
                        Uni.createFrom().completionStage(() -> open.write(chunk).toCompletionStage()))
                .collect()
                .last()
                .onTermination()
                .call(() -> Uni.createFrom().completionStage(() -> open.close().toCompletionStage()))
                .replaceWithVoid();
    }
}
