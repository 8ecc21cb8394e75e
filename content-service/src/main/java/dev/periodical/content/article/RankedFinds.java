package dev.periodical.content.article;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds in the order of how good they are, and how many there are. A common word has more of them than anybody would wait for, so
 * the latest {@value #RANKED} are compared. They are looked for among the latest articles first, and then in ever more: what is
 * read is bounded by the finds, not by the archive.
 *
 * <p>PostgreSQL believes that looking into an article's words costs nothing, and would rather walk through articles than ask the
 * index. So here it is given no choice.
 */
final class RankedFinds {

    static final int RANKED = 1_000;

    /** The index of words and no other way; and room for a million places in it. */
    private static final String BY_INDEX = "select cast(concat(set_config('enable_seqscan', 'off', true),"
            + " set_config('enable_indexscan', 'off', true), set_config('work_mem', '32MB', true)) as text)";

    private final LatestWindows windows = new LatestWindows(System::nanoTime);
    private final int ranked;
    private final List<Integer> sizes;

    RankedFinds() {
        this(RANKED, List.of(20_000, 200_000));
    }

    /**
     * @param ranked how many are compared
     * @param sizes how many of the latest articles are looked through first, and then, growing
     */
    RankedFinds(int ranked, List<Integer> sizes) {
        this.ranked = ranked;
        this.sizes = sizes;
    }

    /** @return rows of {@link ListedRow} as JSON */
    Uni<List<String>> page(ArticleQuery query, int count) {
        return byIndex(session -> within(session, query, count, 0));
    }

    /** How many are found, counted up to {@code most}. */
    Uni<Long> count(ArticleQuery query, int most) {
        Selection selection = Selection.of(query).set("most", most);
        String sql = "select count(*) from (select 1 from article" + selection.where() + " limit :most) as counted";
        return byIndex(session ->
                selection.bound(session.createNativeQuery(sql, Long.class)).getSingleResult());
    }

    private <T> Uni<T> byIndex(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> windows(session)
                        .chain(() -> session.createNativeQuery(BY_INDEX, String.class)
                                .getSingleResult())
                        .chain(() -> work.apply(session))));
    }

    private Uni<Void> windows(Mutiny.Session session) {
        Uni<?> known = Uni.createFrom().voidItem();
        for (int articles : sizes) {
            known = known.chain(() -> windows.since(session, articles));
        }
        return known.replaceWithVoid();
    }

    private Uni<List<String>> within(Mutiny.Session session, ArticleQuery query, int count, int window) {
        if (window == sizes.size()) {
            return finds(session, query, count, Selection.of(query), 0);
        }
        return windows.since(session, sizes.get(window)).chain(since -> {
            if (since == null) {
                return within(session, query, count, sizes.size());
            }
            Selection selection = Selection.of(query).add("listed_at >= :since", "since", since);
            return finds(session, query, count, selection, ranked)
                    .chain(rows -> rows.isEmpty()
                            ? within(session, query, count, window + 1)
                            : Uni.createFrom().item(rows));
        });
    }

    /** @param least nothing at all where fewer are found */
    private Uni<List<String>> finds(
            Mutiny.Session session, ArticleQuery query, int count, Selection selection, int least) {
        String behind = "";
        if (query.after() != null) {
            behind = " and (rank, listed_at, id) < (cast(cast(:rank as text) as real), :time, :id)";
            selection
                    .set("rank", Float.toString(query.after().rank()))
                    .set("time", query.after().time())
                    .set("id", query.after().id());
        }
        selection.set("count", count).set("least", least);
        String sql = "with latest as materialized (select * from article" + selection.where()
                + " order by listed_at desc, id desc limit " + ranked + ") select " + ArticleLists.json(query, "rank")
                + " from (select *, ts_rank(search, cast(cast(:words as text) as tsquery)) as rank from latest"
                + " where (select count(*) from latest) >= :least offset 0) as found where true" + behind
                + " order by rank desc, listed_at desc, id desc limit :count";
        return selection.bound(session.createNativeQuery(sql, String.class)).getResultList();
    }
}
