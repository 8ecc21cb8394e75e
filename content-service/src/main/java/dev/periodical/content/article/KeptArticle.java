package dev.periodical.content.article;

import dev.periodical.events.Article;
import java.time.Instant;
import java.util.List;

/**
 * An article of the archive, whole.
 *
 * @param article what its author wrote, as ingest understood it
 * @param ingestedAt when the archive first accepted it, in whatever revision
 * @param revisedAt when the archive first saw what it says now
 * @param changedAt when anything was last told of it or of its pictures
 * @param pictures its pictures in document order, each with what became of it
 */
public record KeptArticle(
        Article article, Instant ingestedAt, Instant revisedAt, Instant changedAt, List<KeptPicture> pictures) {}
