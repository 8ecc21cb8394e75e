package dev.periodical.content.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A row of a list, as PostgreSQL writes it as JSON: one column whatever a list shows. Times are microseconds of the epoch. */
record ListedRow(
        UUID id,
        String revision,
        String title,
        String author,
        String source,
        Long publishedAt,
        long listedAt,
        long ingestedAt,
        String visibility,
        List<String> categoryPaths,
        List<String> tags,
        int images,
        String plain,
        float rank) {

    static final String JSON =
            "cast(json_build_object('id', id, 'revision', revision, 'title', title, 'author', author,"
                    + " 'source', source, 'publishedAt', " + micros("published_at") + ", 'listedAt', "
                    + micros("listed_at")
                    + ", 'ingestedAt', " + micros("ingested_at")
                    + ", 'visibility', visibility, 'categoryPaths', category_paths,"
                    + " 'tags', tags, 'images', cardinality(image_refs)";

    static String micros(String column) {
        return "cast(extract(epoch from " + column + ") * 1000000 as bigint)";
    }

    static Instant instant(Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    FoundArticle found(ArticleOrder order) {
        ArticleSummary summary = new ArticleSummary(
                id,
                revision,
                title,
                author,
                source,
                instant(publishedAt),
                instant(listedAt),
                instant(ingestedAt),
                visibility,
                categories(),
                tags,
                images);
        Instant time = order == ArticleOrder.INGESTED ? summary.ingestedAt() : summary.listedAt();
        return new FoundArticle(summary, plain, new Place(order, rank, time, id));
    }

    /** The paths that are not the beginning of another one: what the author wrote. */
    private List<List<String>> categories() {
        return categoryPaths.stream()
                .filter(path -> categoryPaths.stream().noneMatch(other -> other.startsWith(path + ArticleFact.LEVELS)))
                .map(path -> Arrays.asList(path.split(ArticleFact.LEVELS, -1)))
                .toList();
    }
}
