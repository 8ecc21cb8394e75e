package dev.periodical.ingest.submission;

/**
 * What a request says around its document.
 *
 * @param key the client's own key of the article, or null
 * @param name the document's file name or path, or null
 * @param base the address that relative picture addresses are relative to, or null
 * @param strict whether what could be repaired is refused instead
 */
record Hints(String key, String name, String base, boolean strict) {}
