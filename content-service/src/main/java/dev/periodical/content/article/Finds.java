package dev.periodical.content.article;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is found by words: how many there are, and the first of them. What is read is bounded by what is told, not by the archive:
 * finds that are few enough to be counted are all looked at; of more, those among the latest articles.
 *
 * <p>By relevance the latest {@value #RANKED} are compared: by title, author, categories and tags, then by time. The words of
 * bodies are read for phrases alone.
 *
 * <p>PostgreSQL believes that looking into an article's words costs nothing, and would rather walk through articles than ask the
 * index. So here it is given no choice.
 */
final class Finds {

    private static final int RANKED = 1_000;
    private static final int COUNTED = 10_000;
    private static final int WINDOW = 20_000;

    /** Fewer of the latest articles are not enough to compare. */
    private static final int ENOUGH = 200;

    /** The index of words and no other way; and room for a million places in it. */
    private static final String BY_INDEX = "select cast(concat(set_config('enable_seqscan', 'off', true),"
            + " set_config('enable_indexscan', 'off', true), set_config('work_mem', '32MB', true)) as text)";

    /** A body weighs nothing, so it does not matter whether its words are there. */
    private static final String RANK = "ts_rank('{0, 0, 0.4, 1}', words," + " cast(cast(:wanted as text) as tsquery))";

    /**
     * Some finds.
     *
     * @param total how many, counted as far as was asked
     * @param rows of {@link ListedRow} as JSON, in order
     */
    record Found(long total, List<String> rows) {}

    private final LatestWindows windows = new LatestWindows(System::nanoTime);
    private final int ranked;
    private final int counted;
    private final int window;
    private final int enough;

    Finds() {
        this(RANKED, COUNTED, WINDOW, ENOUGH);
    }

    /**
     * @param ranked how many are compared
     * @param counted how many are looked at
     * @param window of how many of the latest articles, where there are more
     * @param enough how many finds among these will do
     */
    Finds(int ranked, int counted, int window, int enough) {
        this.ranked = ranked;
        this.counted = counted;
        this.window = window;
        this.enough = enough;
    }

    /**
     * The first finds behind the query's place.
     *
     * @param count of them at most
     */
    Uni<Found> of(ArticleQuery query, int count) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> windows.since(session, window)
                        .chain(since -> session.createNativeQuery(BY_INDEX, String.class)
                                .getSingleResult()
                                .chain(() -> found(session, query, count, since)))));
    }

    /** @param since when the latest articles are listed; null where there are no more than these */
    private Uni<Found> found(Mutiny.Session session, ArticleQuery query, int count, Instant since) {
        int most = counted + 1;
        return some(session, query, count, selection(query), most, 0).chain(all -> {
            if (all.total() < most) {
                return Uni.createFrom().item(all);
            }
            Uni<Found> latest = since == null || query.order() == ArticleOrder.INGESTED
                    ? Uni.createFrom().item(all)
                    : some(
                            session,
                            query,
                            count,
                            selection(query).add("listed_at >= :since", "since", since),
                            Integer.MAX_VALUE,
                            query.order() == ArticleOrder.RELEVANCE ? enough : count);
            return latest.chain(found -> found.rows().isEmpty()
                            ? some(session, query, count, selection(query), Integer.MAX_VALUE, 0)
                            : Uni.createFrom().item(found))
                    .map(found -> new Found(most, found.rows()));
        });
    }

    private static Selection selection(ArticleQuery query) {
        Selection selection = Selection.of(query);
        if (query.order() == ArticleOrder.RELEVANCE) {
            return selection.set("wanted", query.search().anyWanted());
        }
        return query.after() == null ? selection : selection.behind(query.after());
    }

    /**
     * @param most they are counted so far; where there are as many, no rows are told
     * @param least where there are fewer, no rows are told
     */
    private Uni<Found> some(
            Mutiny.Session session, ArticleQuery query, int count, Selection selection, int most, int least) {
        boolean byRank = query.order() == ArticleOrder.RELEVANCE;
        String time = query.order().time();
        String behind = "";
        if (byRank && query.after() != null) {
            behind = " where (rank, listed_at, id) < (cast(cast(:rank as text) as real), :time, :id)";
            selection
                    .set("rank", Float.toString(query.after().rank()))
                    .set("time", query.after().time())
                    .set("id", query.after().id());
        }
        selection.set("count", count).set("most", most).set("least", least);
        String sql = "with found as materialized (select id, listed_at, ingested_at, "
                + (byRank ? "coalesce(heading, search) as words" : "null as words") + " from article"
                + selection.where() + " limit :most),"
                + " total as (select count(*) as total from found),"
                + " latest as (select found.* from found, total where total < :most and total >= :least"
                + " order by " + time + " desc, id desc limit " + (byRank ? ranked : ":count") + "),"
                + " compared as (select id, listed_at, ingested_at, "
                + (byRank ? RANK : "cast(0 as real)") + " as rank from latest),"
                + " page as (select id as found, rank from compared" + behind
                + " order by rank desc, " + time + " desc, id desc limit :count)"
                + " select total, row from total left join (select " + ArticleLists.json(query, "rank")
                + " as row, rank, " + time + ", id from page join article on id = found) as told"
                + " on true order by rank desc, " + time + " desc, id desc";
        return selection
                .bound(session.createNativeQuery(sql, Object[].class))
                .getResultList()
                .map(rows -> new Found(
                        ((Number) rows.get(0)[0]).longValue(),
                        rows.stream()
                                .map(row -> (String) row[1])
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
