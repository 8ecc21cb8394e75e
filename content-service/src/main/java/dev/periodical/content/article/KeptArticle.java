package dev.periodical.content.article;

import dev.periodical.events.Article;
import java.time.Instant;
import java.util.List;

/**
 * An article of the archive, whole.
 *
 * @param article what its author wrote, as ingest understood it
 * @param ingestedAt when the archive first accepted it, in whatever revision
 * @param pictures its pictures in document order, each with what became of it
 */
public record KeptArticle(Article article, Instant ingestedAt, List<KeptPicture> pictures) {}
