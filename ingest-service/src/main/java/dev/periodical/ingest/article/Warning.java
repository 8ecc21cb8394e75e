package dev.periodical.ingest.article;

import dev.periodical.ingest.frontmatter.Notice;

/**
 * Something that was read otherwise than it is written, or that the sender should know.
 *
 * @param code a word for programs: {@code unquoted-text}, {@code relative-picture}
 * @param message one line for people
 * @param line the document's own line, from 1; null where it has none
 * @param column the character in that line, from 1; null where it has none
 */
public record Warning(String code, String message, Integer line, Integer column) {

    /** A warning about the article as a whole. */
    static Warning of(String code, String message) {
        return new Warning(code, message, null, null);
    }

    /** The same, as the front matter's reader puts it. */
    public static Warning of(Notice notice) {
        return new Warning(notice.code(), notice.message(), notice.line(), notice.column());
    }
}
