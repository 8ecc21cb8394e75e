package dev.periodical.content.article;

import dev.periodical.events.kafka.EventJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists the archive. Answers arrive on the worker pool: whoever shapes them has work for a processor. */
@ApplicationScoped
public class ArticleLists {

    /** Of each of these states there is a row of the picture; nothing says that of one that is waited for. */
    private static final Set<String> PICTURES_BY_INDEX = Set.of("stored", "suspect", "failed", "refused");

    /** Beyond, nobody wants to know how many there are. */
    public static final int COUNTED = 10_000;

    private static final int FEW = 2_000;

    private final Finds finds = new Finds();

    /**
     * The first articles of a query, and how many there are.
     *
     * @param total counted up to 10,001
     */
    public record Counted(long total, List<FoundArticle> articles) {}

    /**
     * Articles by this query.
     *
     * @param count how many at most
     */
    public Uni<List<FoundArticle>> page(ArticleQuery query, int count) {
        if (query.findsNothing()) {
            return Uni.createFrom().item(List.of());
        }
        Uni<List<String>> rows = query.search() == null
                ? timed(query, count)
                : finds.of(query, count).map(FindsStatement.Found::rows);
        return rows.emitOn(Infrastructure.getDefaultWorkerPool()).map(found -> read(query, found));
    }

    /** The same from the query's beginning, and how many it means; where words are asked for, that costs no more. */
    public Uni<Counted> counted(ArticleQuery query, int count) {
        if (query.findsNothing()) {
            return Uni.createFrom().item(new Counted(0, List.of()));
        }
        if (query.search() == null) {
            return count(query).chain(total -> page(query, count).map(articles -> new Counted(total, articles)));
        }
        return finds.of(query, count)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> new Counted(found.total(), read(query, found.rows())));
    }

    private static List<FoundArticle> read(ArticleQuery query, List<String> rows) {
        return rows.stream()
                .map(row -> read(row, ListedRow.class).found(query.order()))
                .toList();
    }

    private static Uni<Long> count(ArticleQuery query) {
        Selection selection = Selection.of(query).set("most", COUNTED + 1);
        String sql = "select count(*) from (select 1 from article" + selection.where() + " limit :most) as counted";
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> selection
                        .bound(session.createNativeQuery(sql, Long.class))
                        .getSingleResult()));
    }

    private static Uni<List<String>> timed(ArticleQuery query, int count) {
        return Labels.areMerged(query)
                ? Panache.withTransaction(() -> Panache.getSession().chain(session -> timed(session, query, count)))
                : Panache.withSession(() -> Panache.getSession().chain(session -> timed(session, query, count)));
    }

    private static Uni<List<String>> timed(Mutiny.Session session, ArticleQuery query, int count) {
        Selection selection = Selection.of(query).set("count", count);
        return rare(session, query.pictures())
                .chain(refs -> refs == null
                        ? Labels.of(session, query)
                                .map(labels ->
                                        labels.isEmpty() ? byTime(query, selection) : labels.articles(query, selection))
                        : Uni.createFrom().item(byTime(query, selection.addTexts("image_refs && ", "refs", refs))))
                .chain(articles -> selection
                        .bound(session.createNativeQuery(
                                "select " + json(query, "0") + " from " + articles + " order by "
                                        + query.order().time() + " desc, id desc limit :count",
                                String.class))
                        .getResultList());
    }

    private static String byTime(ArticleQuery query, Selection selection) {
        return "article" + selection.behind(query.after()).where();
    }

    /**
     * The pictures in this state, where they are few: articles are found by them, for by time one might walk through the whole
     * archive for each. @return null where they are not few, or none is asked for
     */
    private static Uni<List<String>> rare(Mutiny.Session session, String state) {
        if (state == null || !PICTURES_BY_INDEX.contains(state)) {
            return Uni.createFrom().nullItem();
        }
        return session.createNativeQuery(
                        "select cast(ref as text) from picture where state = :state limit " + (FEW + 1), String.class)
                .setParameter("state", state)
                .getResultList()
                .map(refs -> refs.size() > FEW ? null : refs);
    }

    static String json(ArticleQuery query, String rank) {
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
