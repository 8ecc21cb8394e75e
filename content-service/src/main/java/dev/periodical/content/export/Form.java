package dev.periodical.content.export;

/** What a document that is given back looks like. */
enum Form {
    /** Ready to be built: safe HTML, and pictures where the tree itself has them. */
    LOCAL,
    /** As it was written, byte for byte: ingest takes it for the same article and revision. */
    ORIGINAL;

    static Form of(String word) {
        return "original".equals(word) ? ORIGINAL : LOCAL;
    }
}
