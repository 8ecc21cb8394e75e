package dev.periodical.ingest.frontmatter;

import dev.periodical.events.FrontMatter;
import java.util.List;

/** A document parted into head and body, or why that can't be done. */
public sealed interface Head {

    /**
     * A document in its two parts.
     *
     * @param frontMatter the head; {@code NONE} where the document is all body
     * @param body the body, as written
     * @param notices what was repaired or is worth a word, in document order
     */
    record Read(FrontMatter frontMatter, String body, List<Notice> notices) implements Head {}

    /**
     * A document whose head can't be read.
     *
     * @param reason what is wrong, one line
     * @param line the document's own line, from 1
     * @param column the character in that line, from 1
     * @param lineText the line itself, cut after 200 characters
     * @param suggestion what to write instead, null where nobody can tell
     */
    record Unreadable(String reason, int line, int column, String lineText, String suggestion) implements Head {}
}
