package dev.periodical.ingest.frontmatter;

/**
 * Something in a document that was read otherwise than it is written.
 *
 * @param code a word for programs: {@code quoted-value}
 * @param message one line for people: what was found, and what was read
 * @param line the document's own line, from 1; null where it has none
 * @param column the character in that line, from 1; null where it has none
 */
public record Notice(String code, String message, Integer line, Integer column) {

    /** A notice about the document as a whole. */
    static Notice of(String code, String message) {
        return new Notice(code, message, null, null);
    }
}
