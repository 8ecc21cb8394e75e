package dev.periodical.media.store;

import io.smallrye.mutiny.Uni;
import java.nio.file.Path;

/** Keeps bytes for good, by their digest. */
public interface PictureStore {

    /**
     * Keeps a file's bytes; does nothing where they are kept already, also when two do so at once.
     *
     * @param mediaId SHA-256 of the bytes
     * @param contentType what the bytes were found to be
     * @return completes when they are durable; fails with {@link dev.periodical.events.kafka.TransientFailure} when the
     *     store is away
     */
    Uni<Void> put(String mediaId, String contentType, Path file);

    /**
     * Opens kept bytes.
     *
     * @param range the {@code Range} asked for, or null for all
     * @return null where there are none of this id; fails like {@link #put}
     */
    Uni<StoredPicture> open(String mediaId, String range);
}
