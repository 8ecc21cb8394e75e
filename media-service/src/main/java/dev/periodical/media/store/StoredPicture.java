package dev.periodical.media.store;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * Kept bytes on their way out.
 *
 * @param status 200, 206 for a part, 416 where the range has nothing in it, or 304
 * @param contentType what they are
 * @param length how many come
 * @param contentRange which they are, null for all
 * @param bytes subscribed to once; asks the store for no more than is taken
 */
public record StoredPicture(int status, String contentType, Long length, String contentRange, Multi<Buffer> bytes) {

    /** The client has it already; the store need not be asked. */
    public static final StoredPicture NOT_MODIFIED =
            new StoredPicture(304, null, null, null, Multi.createFrom().empty());
}
