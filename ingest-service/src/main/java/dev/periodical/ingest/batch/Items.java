package dev.periodical.ingest.batch;

import java.io.Closeable;
import java.io.IOException;

/** The items of a batch, one after the other. Blocks while it waits for bytes; for one thread. */
public interface Items extends Closeable {

    /**
     * The next one, or null after the last.
     *
     * @throws BrokenContainer where the container can't be read on
     * @throws IOException where no more bytes come
     */
    Item next() throws IOException;

    /** How many things were passed over so far because they are no posts: drafts, pictures, pages, themes. */
    default long skipped() {
        return 0;
    }
}
