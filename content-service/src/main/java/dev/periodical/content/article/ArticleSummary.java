package dev.periodical.content.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An article as a list shows it.
 *
 * @param listedAt where it stands in the list: its publication, or its acceptance where it names none
 * @param ingestedAt when the archive first accepted it, in whatever revision
 * @param categories hierarchies, each from the general to the special
 */
public record ArticleSummary(
        UUID id,
        String revision,
        String title,
        String author,
        String source,
        Instant publishedAt,
        Instant listedAt,
        Instant ingestedAt,
        String visibility,
        List<List<String>> categories,
        List<String> tags,
        int images) {}
