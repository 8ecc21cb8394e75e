package dev.periodical.ingest.article;

import dev.periodical.events.Article;
import java.util.List;

/** What became of a document. */
public sealed interface Reading {

    /**
     * An article.
     *
     * @param warnings what was repaired, assumed or left out, in document order
     */
    record Read(Article article, List<Warning> warnings) implements Reading {}

    /**
     * No article: a door answers 422.
     *
     * @param reason what is wrong, one line
     * @param line the document's own line, from 1; null where it has none
     * @param column the character in that line, from 1; null where it has none
     * @param lineText the line itself, null where there is none
     * @param suggestion what to write instead, null where nobody can tell
     */
    record Refused(String reason, Integer line, Integer column, String lineText, String suggestion) implements Reading {

        static Refused of(String reason) {
            return new Refused(reason, null, null, null, null);
        }
    }
}
