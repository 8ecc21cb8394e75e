package dev.periodical.content.browse;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.periodical.content.article.ArticleSummary;
import dev.periodical.content.article.FoundArticle;
import dev.periodical.content.search.SearchQuery;
import dev.periodical.content.search.Snippet;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article in a list, as answered. */
@Schema(name = "ArticleItem")
public record ArticleItem(
        UUID id,
        String revision,
        String title,
        String author,
        String source,

        @Schema(description = "Null where the document names no date.")
        Instant publishedAt,

        @Schema(description = "Where it stands in the list: its publication, or its acceptance.")
        Instant listedAt,

        @Schema(description = "When the archive first accepted it.")
        Instant ingestedAt,

        @Schema(examples = "public") String visibility,

        @Schema(description = "Hierarchies, each from the general to the special.")
        List<List<String>> categories,

        List<String> tags,
        @Schema(description = "How many pictures it has.") int images,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only with `q`.")
        Highlight highlight) {

    /** The names of the fields, in their order. */
    static final List<String> FIELDS = Arrays.stream(ArticleItem.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    /** HTML with nothing but {@code <mark>} in it. */
    @Schema(name = "Highlight", description = "HTML that has nothing but `mark` in it.")
    public record Highlight(
            String title,

            @Schema(description = "The sentences around the first find.")
            String text) {}

    static ArticleItem of(FoundArticle found, SearchQuery query) {
        ArticleSummary article = found.summary();
        return new ArticleItem(
                article.id(),
                article.revision(),
                article.title(),
                article.author(),
                article.source(),
                article.publishedAt(),
                article.listedAt(),
                article.ingestedAt(),
                article.visibility(),
                article.categories(),
                article.tags(),
                article.images(),
                query == null
                        ? null
                        : new Highlight(
                                Snippet.whole(article.title(), query),
                                Snippet.of(found.plain() == null ? "" : found.plain(), query)));
    }
}
