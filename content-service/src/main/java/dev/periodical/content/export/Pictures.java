package dev.periodical.content.export;

import dev.periodical.content.article.KeptArticle;

/** Where a tree's pictures come from. Blocks: never on an event loop. */
interface Pictures {

    /** Whether a tree can have pictures at all. */
    boolean reachable();

    /** What becomes of an article's pictures in a local document. */
    PackedPictures packed(KeptArticle kept);

    /** Exactly that many bytes from there. */
    byte[] read(String mediaId, long offset, int length);
}
