package dev.periodical.media.frontier;

import dev.periodical.events.MediaStored;
import java.time.Duration;

/** An older picture of the same origin, whose bytes are this one's too. */
public sealed interface Twin {

    /**
     * Its bytes are kept.
     *
     * @param as what is to be said of the younger picture
     */
    record Kept(MediaStored as) implements Twin {}

    /**
     * It is still to be fetched.
     *
     * @param patience how long nothing can come of it
     */
    record Awaited(Duration patience) implements Twin {}
}
