package dev.periodical.content.article;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts the archive: what is withdrawn is not counted, nor what this caller may not see. At the moment of asking, unless the
 * archive is large: see {@link Recounts}.
 */
@ApplicationScoped
public class FacetLibrary {

    /** By what articles are counted. */
    public enum Kind {
        /** In the hierarchy's order; an article counts once in each category above its own. */
        CATEGORY(", unnest(article.category_paths) as named (name)"),
        /** The most used first. */
        TAG(", unnest(article.tags) as named (name)"),
        /** The most used first. */
        AUTHOR(", lateral (select article.author) as named (name)");

        private final String source;

        Kind(String source) {
            this.source = source;
        }
    }

    private record FacetsAsked(Kind kind, Facet after, int count, boolean restricted) {}

    private record StatisticsAsked(ZoneId zone, int days, boolean restricted) {}

    private final Recounts<FacetsAsked, List<Facet>> facets = new Recounts<>(System::nanoTime);
    private final Recounts<StatisticsAsked, Statistics> statistics = new Recounts<>(System::nanoTime);

    /**
     * The facets of one kind.
     *
     * @param after the last one of the page before, or null
     */
    public Uni<List<Facet>> facets(Kind kind, Facet after, int count, boolean restricted) {
        return facets.of(
                new FacetsAsked(kind, after, count, restricted), () -> counted(kind, after, count, restricted));
    }

    private static Uni<List<Facet>> counted(Kind kind, Facet after, int count, boolean restricted) {
        boolean byName = kind == Kind.CATEGORY;
        String behind = after == null
                ? ""
                : byName
                        ? " where name > :name"
                        : " where articles < :articles or articles = :articles and name > :name";
        String sql =
                "select cast(json_build_object('name', name, 'articles', articles) as text) from (select name collate"
                        + " \"C\" as name, count(distinct article.id) as articles from article" + kind.source
                        + " where "
                        + Selection.visible("article", restricted) + " and name <> '' group by 1) as counted" + behind
                        + " order by " + (byName ? "" : "articles desc, ") + "name limit :count";
        return Panache.withSession(() -> Panache.getSession().chain(session -> {
                    Mutiny.SelectionQuery<String> query =
                            session.createNativeQuery(sql, String.class).setParameter("count", count);
                    if (after != null) {
                        query.setParameter("name", after.name());
                        if (!byName) {
                            query.setParameter("articles", after.articles());
                        }
                    }
                    return query.getResultList();
                }))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.stream()
                        .map(row -> ArticleLists.read(row, Facet.class))
                        .toList());
    }

    /** @param days how many days back the list of days goes, today included */
    public Uni<Statistics> statistics(ZoneId zone, int days, boolean restricted) {
        return statistics.of(new StatisticsAsked(zone, days, restricted), () -> countedAll(zone, days, restricted));
    }

    private static Uni<Statistics> countedAll(ZoneId zone, int days, boolean restricted) {
        String visible = Selection.visible("article", restricted);
        String sql = """
                with day as (select cast(generate_series(today - (:days - 1), today, interval '1 day') as date) as day
                        from (select cast(now() at time zone :zone as date) as today) as now),
                since as (select cast(min(day) as timestamp) at time zone :zone as time from day)
                select cast(json_build_object(
                    'articles', (select count(*) from article where %1$s),
                    'revisions', (select count(*) from article join revision on revision.article_id = article.id
                                  where %1$s and %2$s),
                    'pictures', (select coalesce(json_object_agg(state, pictures), '{}') from
                                 (select coalesce(picture.state, 'waiting') as state, count(*) as pictures
                                  from (select distinct cast(unnest(image_refs) as char(64)) as ref
                                        from article where %1$s) as shown
                                  left join picture using (ref) group by 1) as states),
                    'days', (select json_agg(json_build_object('day', day,
                                 'published', coalesce(published.articles, 0), 'ingested', coalesce(ingested.articles, 0))
                                 order by day desc)
                             from day
                             left join (select cast(listed_at at time zone :zone as date) as day, count(*) as articles
                                        from article where %1$s and listed_at >= (select time from since)
                                        group by 1) as published using (day)
                             left join (select cast(ingested_at at time zone :zone as date) as day, count(*) as articles
                                        from article where %1$s and ingested_at >= (select time from since)
                                        group by 1) as ingested using (day))) as text)
                """.formatted(visible, Revisions.visible(restricted));
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(sql, String.class)
                                .setParameter("zone", zone.getId())
                                .setParameter("days", days)
                                .getSingleResult()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(row -> complete(ArticleLists.read(row, Statistics.class)));
    }

    /** Every state of this release has its number, and what a newer one calls otherwise counts as waiting. */
    private static Statistics complete(Statistics counted) {
        Map<String, Long> pictures = new LinkedHashMap<>();
        for (PictureState state : PictureState.values()) {
            pictures.put(state.code(), 0L);
        }
        counted.pictures()
                .forEach((state, number) ->
                        pictures.merge(PictureState.ofCode(state, false).code(), number, Long::sum));
        return new Statistics(counted.articles(), counted.revisions(), pictures, counted.days());
    }
}
