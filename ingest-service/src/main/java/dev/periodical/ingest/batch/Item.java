package dev.periodical.ingest.batch;

import dev.periodical.events.DocumentOrigin;
import dev.periodical.ingest.article.ArticleForm;

/** One of the things in a batch, not yet read. */
public sealed interface Item {

    /** About how many bytes it holds. */
    long size();

    /**
     * A Hexo document.
     *
     * @param name its path in the tree, which is its identity where there is no origin
     * @param origin how it came in once, for a document that the archive gave back; else null
     */
    record Document(String name, byte[] bytes, DocumentOrigin origin) implements Item {

        @Override
        public long size() {
            return bytes.length;
        }
    }

    /** A line of JSON: an article as fields, or {@code {"name", "document"}}. */
    record Line(byte[] json) implements Item {

        @Override
        public long size() {
            return json.length;
        }
    }

    /** An entry of a feed, whose reading is left to whoever has the time. */
    record Entry(FeedEntry entry, long size) implements Item {}

    /** A feed's entry. */
    @FunctionalInterface
    interface FeedEntry {

        /**
         * The article that the entry is.
         *
         * @throws UnreadableEntry saying why it is none
         */
        ArticleForm article() throws UnreadableEntry;
    }

    /** Larger than an item may be; it was read past. */
    record TooLarge(String name) implements Item {

        @Override
        public long size() {
            return 0;
        }
    }

    /** No article can come of it. */
    record Unusable(String name, String reason) implements Item {

        @Override
        public long size() {
            return 0;
        }
    }
}
