package dev.periodical.content.export;

import dev.periodical.events.DocumentOrigin;
import java.time.Instant;

/** An archive that is being written. What is written piles up until it is taken; for one thread at a time. */
interface Packing extends AutoCloseable {

    /**
     * Begins a file.
     *
     * @param size its bytes, all of which must follow
     * @param packed whether its bytes are packed already, as pictures' are
     * @param origin how the document came in, or null
     */
    void begin(String name, long size, Instant modified, boolean packed, DocumentOrigin origin);

    void write(byte[] bytes);

    void end();

    /**
     * Writes the next piece of what stands behind the last file.
     *
     * @return whether more stands behind it
     */
    boolean finish();

    /** What was written since it was last taken. */
    byte[] taken();

    /** Lets go of what it holds, finished or not. */
    @Override
    void close();
}
