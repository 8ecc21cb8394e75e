package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/** One look for finds: where, how many are counted, and what is told of them. */
final class FindsStatement {

    /**
     * What came of it.
     *
     * @param total how many, counted as far as was asked
     * @param rows of {@link ListedRow} as JSON, in the query's order, from its place on
     */
    record Found(long total, List<String> rows) {}

    /** A body weighs nothing, so it does not matter whether its words are there. */
    private static final String RANK = "ts_rank('{0, 0, 0.4, 1}', words, cast(cast(:wanted as text) as tsquery))";

    private final ArticleQuery query;
    private final boolean byRank;
    private final String time;
    private final Selection selection;
    private String source = "article";
    private String sorted = "";
    private int compared;
    private int most = Integer.MAX_VALUE;
    private int unlessMost = Integer.MAX_VALUE;
    private int least;

    private FindsStatement(ArticleQuery query) {
        this.query = query;
        this.byRank = query.order() == ArticleOrder.RELEVANCE;
        this.time = query.order().time();
        this.selection = selection(query);
    }

    /** @param compared how many of the latest finds are compared by relevance */
    static FindsStatement of(ArticleQuery query, int compared) {
        FindsStatement statement = new FindsStatement(query);
        statement.compared = compared;
        return statement;
    }

    /** Counts no further than this, and tells no rows where there are as many. */
    FindsStatement unless(int most) {
        this.most = most;
        this.unlessMost = most;
        return this;
    }

    /** Tells no rows where there are fewer. */
    FindsStatement atLeast(int least) {
        this.least = least;
        return this;
    }

    /** Looks among articles that are listed since then. */
    FindsStatement since(Instant since) {
        selection.add("listed_at >= :since", "since", since);
        return this;
    }

    /** Looks through the latest articles one after the other, so many at most, until it has found as many as that. */
    FindsStatement walking(int articles, int until) {
        Selection visible = Selection.visible(query.restricted()).behind(byRank ? null : query.after());
        String order = " order by " + time + " desc, id desc";
        source = "(select * from article" + visible.where() + order + " limit " + articles + ") as article";
        sorted = order;
        most = until;
        return this;
    }

    /** @param count rows at most */
    Uni<Found> run(Mutiny.Session session, int count) {
        selection
                .set("count", count)
                .set("most", most)
                .set("unlessMost", unlessMost)
                .set("least", least);
        return selection
                .bound(session.createNativeQuery(sql(), Object[].class))
                .getResultList()
                .map(rows -> new Found(
                        ((Number) rows.get(0)[0]).longValue(),
                        rows.stream()
                                .map(row -> (String) row[1])
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private String sql() {
        String order = time + " desc, id desc";
        return "with found as materialized (select id, listed_at, ingested_at, "
                + (byRank ? "coalesce(heading, search)" : "null") + " as words from " + source + selection.where()
                + sorted + " limit :most),"
                + " total as (select count(*) as total from found),"
                + " latest as (select found.* from found, total where total < :unlessMost and total >= :least"
                + " order by " + order + " limit " + (byRank ? compared : ":count") + "),"
                + " compared as (select id, listed_at, ingested_at, " + (byRank ? RANK : "cast(0 as real)")
                + " as rank from latest),"
                + " page as (select id as found, rank from compared" + behind()
                + " order by rank desc, " + order + " limit :count)"
                + " select total, row from total left join (select " + ArticleLists.json(query, "rank")
                + " as row, rank, " + time + ", id from page join article on id = found) as told on true"
                + " order by rank desc, " + order;
    }

    private String behind() {
        if (!byRank || query.after() == null) {
            return "";
        }
        selection
                .set("rank", Float.toString(query.after().rank()))
                .set("time", query.after().time())
                .set("id", query.after().id());
        return " where (rank, listed_at, id) < (cast(cast(:rank as text) as real), :time, :id)";
    }

    private static Selection selection(ArticleQuery query) {
        Selection selection = Selection.of(query);
        return query.order() == ArticleOrder.RELEVANCE
                ? selection.set("wanted", query.search().anyWanted())
                : selection.behind(query.after());
    }
}
