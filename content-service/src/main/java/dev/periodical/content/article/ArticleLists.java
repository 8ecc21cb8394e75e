package dev.periodical.content.article;

import dev.periodical.events.kafka.EventJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Lists the archive. Answers arrive on the worker pool: whoever shapes them has work for a processor. */
@ApplicationScoped
public class ArticleLists {

    /** How many finds are compared with each other; a common word has more than anybody would wait for. */
    private static final int RANKED = 1_000;

    /**
     * Articles by this query.
     *
     * @param count how many at most
     */
    public Uni<List<FoundArticle>> page(ArticleQuery query, int count) {
        if (query.findsNothing()) {
            return Uni.createFrom().item(List.of());
        }
        Selection selection = Selection.of(query);
        String sql = query.order() == ArticleOrder.RELEVANCE ? ranked(query, selection) : timed(query, selection);
        selection.set("count", count);
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> selection
                                .bound(session.createNativeQuery(sql, String.class))
                                .getResultList()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.stream()
                        .map(row -> read(row, ListedRow.class).found(query.order()))
                        .toList());
    }

    /** How many articles the query means, counted up to {@code most}. */
    public Uni<Long> count(ArticleQuery query, int most) {
        if (query.findsNothing()) {
            return Uni.createFrom().item(0L);
        }
        Selection selection = Selection.of(query).set("most", most);
        String sql = "select count(*) from (select 1 from article" + selection.where() + " limit :most) as counted";
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> selection
                        .bound(session.createNativeQuery(sql, Long.class))
                        .getSingleResult()));
    }

    private static String timed(ArticleQuery query, Selection selection) {
        String time = query.order() == ArticleOrder.INGESTED ? "ingested_at" : "listed_at";
        if (query.after() != null) {
            selection
                    .add(
                            "(" + time + ", id) < (:time, :id)",
                            "time",
                            query.after().time())
                    .set("id", query.after().id());
        }
        return "select " + json(query, "0") + " from article" + selection.where() + " order by " + time
                + " desc, id desc limit :count";
    }

    private static String ranked(ArticleQuery query, Selection selection) {
        String behind = "";
        if (query.after() != null) {
            behind = " where (rank, listed_at, id) < (cast(cast(:rank as text) as real), :time, :id)";
            selection
                    .set("rank", Float.toString(query.after().rank()))
                    .set("time", query.after().time())
                    .set("id", query.after().id());
        }
        return "select " + json(query, "rank")
                + " from (select *, ts_rank(search, cast(cast(:words as text) as tsquery))"
                + " as rank from (select * from article" + selection.where()
                + " order by listed_at desc, id desc limit "
                + RANKED + ") as latest) as found" + behind
                + " order by rank desc, listed_at desc, id desc limit :count";
    }

    private static String json(ArticleQuery query, String rank) {
        return ListedRow.JSON + (query.search() == null ? "" : ", 'plain', plain") + ", 'rank', " + rank + ") as text)";
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's JSON is not of this form", e);
        }
    }
}
