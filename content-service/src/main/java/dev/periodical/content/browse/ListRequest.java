package dev.periodical.content.browse;

import dev.periodical.content.article.ArticleOrder;
import dev.periodical.content.article.ArticleQuery;
import dev.periodical.content.article.PictureState;
import dev.periodical.content.article.Place;
import dev.periodical.content.search.SearchQuery;
import dev.periodical.http.PageSize;
import dev.periodical.http.Problems;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a list is asked for.
 *
 * @param query for everybody; {@link #restricted} makes the token holder's of it
 * @param fields the items' fields to answer, empty for all
 */
record ListRequest(ArticleQuery query, int limit, Set<String> fields) {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private static final Set<String> KNOWN =
            Set.of("q", "category", "tag", "author", "from", "to", "pictures", "sort", "fields", "after", "limit");

    private static final List<String> PICTURES = Stream.concat(
                    Stream.of("any", "none", "complete"),
                    Arrays.stream(PictureState.values()).map(PictureState::code))
            .toList();

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter that can't be */
    static ListRequest of(MultivaluedMap<String, String> values, ZoneId zone) {
        Parameters parameters = new Parameters(values, KNOWN, Set.of("tag"));
        SearchQuery search = parameters.text("q").map(SearchQuery::parse).orElse(null);
        ArticleOrder order = parameters
                .word(
                        "sort",
                        Arrays.stream(ArticleOrder.values())
                                .map(ArticleOrder::code)
                                .toList())
                .flatMap(ArticleOrder::ofCode)
                .orElse(search == null ? ArticleOrder.PUBLISHED : ArticleOrder.RELEVANCE);
        if (order == ArticleOrder.RELEVANCE && search == null) {
            throw Problems.badParameter("sort", "relevance needs q; without it published or ingested");
        }
        ArticleQuery query = new ArticleQuery(
                search,
                parameters.text("category").orElse(null),
                parameters.all("tag"),
                parameters.text("author").orElse(null),
                parameters.time("from", zone, false).orElse(null),
                parameters.time("to", zone, true).orElse(null),
                parameters.word("pictures", PICTURES).orElse(null),
                order,
                place(parameters.text("after"), order),
                false);
        return new ListRequest(
                query,
                PageSize.parse("limit", parameters.text("limit").orElse(null), USUAL, MOST),
                parameters.words("fields", ArticleItem.FIELDS).orElse(Set.of()));
    }

    ArticleQuery restricted(boolean restricted) {
        return new ArticleQuery(
                query.search(),
                query.category(),
                query.tags(),
                query.author(),
                query.from(),
                query.until(),
                query.pictures(),
                query.order(),
                query.after(),
                restricted);
    }

    private static Place place(Optional<String> after, ArticleOrder order) {
        return after.map(text -> Place.parse(text)
                        .filter(place -> place.order() == order)
                        .orElseThrow(() -> Problems.badParameter(
                                "after", "not a cursor that the 'next' of a page in this order gave")))
                .orElse(null);
    }
}
