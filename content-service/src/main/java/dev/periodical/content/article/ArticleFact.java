package dev.periodical.content.article;

import dev.periodical.database.Columns;
import dev.periodical.events.Article;
import dev.periodical.events.Envelope;
import dev.periodical.events.Image;
import dev.periodical.events.StatedDate;
import dev.periodical.events.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A row of {@code article} as an event says it; the components are its columns. */
record ArticleFact(
        String id,
        Instant eventTime,
        String eventId,
        boolean withdrawn,
        String revision,
        String visibility,
        String title,
        String author,
        String source,
        Instant publishedAt,
        Instant listedAt,
        List<String> categoryPaths,
        List<String> tags,
        List<String> imageRefs,
        Instant ingestedAt,
        String indexedRevision,
        String plain,
        String heading,
        String search) {

    static final Columns<ArticleFact> COLUMNS = new Columns<ArticleFact>()
            .with("id", "uuid", ArticleFact::id)
            .with("event_time", "timestamptz", ArticleFact::eventTime)
            .with("event_id", "text", ArticleFact::eventId)
            .with("withdrawn", "boolean", ArticleFact::withdrawn)
            .with("revision", "char(64)", ArticleFact::revision)
            .with("visibility", "text", ArticleFact::visibility)
            .with("title", "text", ArticleFact::title)
            .with("author", "text", ArticleFact::author)
            .with("source", "text", ArticleFact::source)
            .with("published_at", "timestamptz", ArticleFact::publishedAt)
            .with("listed_at", "timestamptz", ArticleFact::listedAt)
            .with("category_paths", "text[]", ArticleFact::categoryPaths)
            .with("tags", "text[]", ArticleFact::tags)
            .with("image_refs", "text[]", ArticleFact::imageRefs)
            .with("ingested_at", "timestamptz", ArticleFact::ingestedAt)
            .with("indexed_revision", "char(64)", ArticleFact::indexedRevision)
            .with("plain", "text", ArticleFact::plain)
            .with("heading", "tsvector", ArticleFact::heading)
            .with("search", "tsvector", ArticleFact::search);

    /** Joins the levels of a category; no keyboard types it. */
    static final String LEVELS = "\u001f";

    static ArticleFact ingested(Envelope envelope, Article article) {
        StatedDate published = article.published();
        Instant publishedAt = published == null ? null : published.instant();
        SearchWords words = SearchWords.of(article);
        return new ArticleFact(
                article.id(),
                envelope.time(),
                envelope.id(),
                false,
                article.revision(),
                code(article.visibility()),
                article.title(),
                article.author(),
                article.source(),
                publishedAt,
                publishedAt == null ? envelope.time() : publishedAt,
                prefixes(article.categories()),
                article.tags(),
                article.images().stream().map(Image::ref).toList(),
                envelope.time(),
                article.revision(),
                words.plain(),
                words.heading(),
                words.search());
    }

    static ArticleFact withdrawn(Envelope envelope) {
        return new ArticleFact(
                envelope.event().subject(),
                envelope.time(),
                envelope.id(),
                true,
                null,
                code(Visibility.RESTRICTED),
                "",
                null,
                null,
                null,
                envelope.time(),
                List.of(),
                List.of(),
                List.of(),
                envelope.time(),
                null,
                null,
                null,
                null);
    }

    static String code(Visibility visibility) {
        return visibility.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> prefixes(List<List<String>> hierarchies) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (List<String> levels : hierarchies) {
            for (int depth = 1; depth <= levels.size(); depth++) {
                prefixes.add(String.join(LEVELS, levels.subList(0, depth)));
            }
        }
        return new ArrayList<>(prefixes);
    }
}
