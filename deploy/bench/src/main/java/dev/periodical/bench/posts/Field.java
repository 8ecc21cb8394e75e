package dev.periodical.bench.posts;

/** What is compared; a post has one point for each. */
enum Field {
    ACCEPTED,
    TITLE,
    DATE,
    CATEGORIES,
    TAGS,
    KEYS,
    BODY,
    IMAGES,
    /** Where a document itself names a better address than {@code src}, it is among the alternatives. */
    ORIGINALS,
    /** Of the first hundred alone: the same post with CRLF and a byte order mark reads the same. */
    LINE_ENDS
}
