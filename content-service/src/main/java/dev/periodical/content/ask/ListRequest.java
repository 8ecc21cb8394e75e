package dev.periodical.content.ask;

import static dev.periodical.content.article.ArticleOrder.INGESTED;
import static dev.periodical.content.article.ArticleOrder.PUBLISHED;
import static dev.periodical.content.article.ArticleOrder.RELEVANCE;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a list of articles is asked for, by whatever door.
 *
 * @param query for everybody; {@link #restricted} makes the token holder's of it
 * @param limit how many a page may hold
 */
public record ListRequest(ArticleQuery query, int limit) {

    /** Which articles, in which order. */
    public static final Set<String> FILTERS =
            Set.of("q", "category", "tag", "author", "from", "to", "pictures", "sort");

    /** The same, a page at a time. */
    public static final Set<String> PAGED = with(FILTERS, "after", "limit");

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private static final List<String> PICTURES = Stream.concat(
                    Stream.of("any", "none", "complete"),
                    Arrays.stream(PictureState.values()).map(PictureState::code))
            .toList();

    /**
     * A list whose best finds come first where words are asked for.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter that can't be
     */
    public static ListRequest ranked(Parameters parameters, ZoneId zone) {
        boolean search = parameters.text("q").isPresent();
        return of(parameters, zone, Arrays.asList(ArticleOrder.values()), search ? RELEVANCE : PUBLISHED);
    }

    /** A list that always goes by time, and so to its very end: relevance compares no more than the latest finds. */
    public static ListRequest timed(Parameters parameters, ZoneId zone) {
        return of(parameters, zone, List.of(PUBLISHED, INGESTED), PUBLISHED);
    }

    /** The parameters of a call that takes these, and a tag again and again. */
    public static Parameters parameters(MultivaluedMap<String, String> values, Set<String> known, String... more) {
        return new Parameters(values, with(known, more), Set.of("tag"));
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static ListRequest of(Parameters parameters, ZoneId zone, List<ArticleOrder> orders, ArticleOrder usual) {
        SearchQuery search = parameters.text("q").map(SearchQuery::parse).orElse(null);
        ArticleOrder order = parameters
                .word("sort", orders.stream().map(ArticleOrder::code).toList())
                .flatMap(ArticleOrder::ofCode)
                .orElse(usual);
        if (order == RELEVANCE && search == null) {
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
                query, PageSize.parse("limit", parameters.text("limit").orElse(null), USUAL, MOST));
    }

    /** The query of a caller who sees restricted articles, or does not. */
    public ArticleQuery restricted(boolean restricted) {
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
