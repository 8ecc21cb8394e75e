package dev.periodical.content.article;

import java.time.Instant;
import java.util.UUID;

/**
 * An article as a list shows it.
 *
 * @param listedAt where it stands in the list: its publication, or its acceptance where it names none
 */
public record ArticleSummary(
        UUID id,
        String revision,
        String title,
        String author,
        String source,
        Instant publishedAt,
        Instant listedAt,
        String visibility,
        int images) {

    static ArticleSummary of(ArticleRow row) {
        return new ArticleSummary(
                row.id,
                row.revision,
                row.title,
                row.author,
                row.source,
                row.publishedAt,
                row.listedAt,
                row.visibility,
                row.imageRefs.length);
    }
}
