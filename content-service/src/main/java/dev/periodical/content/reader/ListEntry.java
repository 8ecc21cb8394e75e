package dev.periodical.content.reader;

import dev.periodical.content.article.ArticleSummary;
import java.time.ZoneId;
import java.util.UUID;

/** An article in the reader's list. */
record ListEntry(UUID id, String title, String author, ShownTime time, int images) {

    static ListEntry of(ArticleSummary summary, ZoneId zone) {
        return new ListEntry(
                summary.id(),
                Titles.shown(summary.title()),
                summary.author(),
                ShownTime.of(summary.listedAt(), zone),
                summary.images());
    }
}
