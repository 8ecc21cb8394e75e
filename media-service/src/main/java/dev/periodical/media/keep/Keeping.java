package dev.periodical.media.keep;

import dev.periodical.events.MediaStored;
import dev.periodical.media.frontier.Garbage;
import dev.periodical.media.publish.MediaPublisher;
import dev.periodical.media.store.PictureStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Keeps bytes and says so. Doing it again after a crash is doing it once. */
@ApplicationScoped
public class Keeping {

    private final Garbage garbage;
    private final PictureStore store;
    private final MediaPublisher publisher;

    Keeping(Garbage garbage, PictureStore store, MediaPublisher publisher) {
        this.garbage = garbage;
        this.store = store;
        this.publisher = publisher;
    }

    /**
     * Keeps a file's bytes. They are spared first, so that bytes which are there already are not collected before the row says
     * that they are wanted.
     *
     * @param traceparent the trace in which the picture's article came, or null
     * @return completes when the bytes are durable and the event is published; then the row may be written. Fails with {@link
     *     dev.periodical.events.kafka.TransientFailure} when a service of ours is away
     */
    public Uni<Void> keep(MediaStored stored, Path file, String traceparent) {
        return garbage.spare(stored.mediaId())
                .chain(() -> store.put(stored.mediaId(), stored.contentType(), file))
                .chain(() -> publisher.publish(stored, traceparent));
    }
}
