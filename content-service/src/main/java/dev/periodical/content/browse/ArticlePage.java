package dev.periodical.content.browse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of articles, as answered. */
@Schema(name = "ArticlePage")
public record ArticlePage(
        @Schema(implementation = ArticleItem[].class) List<?> items,

        @Schema(description = "To be given as `after`; null on the last page.")
        String next,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "How many were found, counted up to 10,000. On the first page of a search only.")
        Integer total,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "False where there are more than that.")
        Boolean totalExact) {}
