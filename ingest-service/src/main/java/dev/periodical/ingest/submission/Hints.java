package dev.periodical.ingest.submission;

/**
 * What a request says around its document.
 *
 * @param key the client's own key of the article, or null
 * @param name the document's file name or path, or null
 * @param base the address that relative picture addresses are relative to, or null
 * @param strict whether what could be repaired is refused instead
 * @param fallbackKey the key of an article that has neither key nor source link of its own, or null
 */
record Hints(String key, String name, String base, boolean strict, String fallbackKey) {

    Hints(String key, String name, String base, boolean strict) {
        this(key, name, base, strict, null);
    }

    /** Under this key. */
    Hints under(String other) {
        return new Hints(other, name, base, strict, null);
    }
}
