package dev.periodical.content.article;

import dev.periodical.content.article.FindsStatement.Found;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is found by words: how many there are, and the first of them. What is read is bounded by what is told, not by the archive:
 * finds that are few enough to be counted are all looked at; of more, those among the latest articles; and what is in every few
 * articles is found by going through them, for its places in the index alone would take longer to read.
 *
 * <p>By relevance the latest {@value #RANKED} are compared, {@value #RANKED_COMMON} of a very common word: by title, author,
 * categories and tags, then by time. The words of bodies are read for phrases and very common words alone.
 */
final class Finds {

    private static final int RANKED = 1_000;
    private static final int RANKED_COMMON = 500;
    private static final int COUNTED = 10_000;
    private static final int WINDOW = 20_000;

    /** Fewer of the latest articles are not enough to compare. */
    private static final int ENOUGH = 200;

    /** Statistics are a sample: only what they put so far beyond what is counted is sure to be beyond. */
    private static final int SURELY = 5;

    /**
     * Of a word in a share of all articles, n finds cost 25 us * n / share by going through articles, and 200 ms * share by the
     * index, which reads all places of the word: the former is cheaper from share * share * 8,000 = n on.
     */
    private static final double WALK = 8_000;

    /** How many times as far as it should be one goes on before trying the index: a word may be of one year only. */
    private static final int ASTRAY = 3;

    /**
     * The index of words and no other way; and room for a million places in it. PostgreSQL believes that looking into an article's
     * words costs nothing, and would rather walk through articles than ask the index; so here it is given no choice.
     */
    private static final PlannerSettings BY_INDEX =
            new PlannerSettings(Map.of("enable_seqscan", "off", "enable_indexscan", "off", "work_mem", "32MB"));

    private static final Found NONE = new Found(0, List.of());

    private final CommonWords words = new CommonWords();
    private final LatestWindow window;
    private final int ranked;
    private final int counted;
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
        this.window = new LatestWindow(window);
        this.enough = enough;
    }

    /**
     * The first finds behind the query's place.
     *
     * @param count of them at most
     */
    Uni<Found> of(ArticleQuery query, int count) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> words.known(session)
                        .chain(known -> window.since(session)
                                .chain(since -> found(session, query, count, since, share(query, known))))));
    }

    /** In which share of all articles the query's word is, where that is surely more than are counted; else 0. */
    private double share(ArticleQuery query, CommonWords.Known known) {
        double share = query.word().map(known::share).orElse(0.0);
        return share * known.articles() > (double) SURELY * counted ? share : 0;
    }

    /** @param since when the latest articles are listed; null where there are no more than these */
    private Uni<Found> found(Mutiny.Session session, ArticleQuery query, int count, Instant since, double share) {
        int most = counted + 1;
        if (share > 0) {
            return walked(session, query, count, share)
                    .chain(found -> found.rows().isEmpty()
                            ? BY_INDEX.hold(session).chain(() -> beyond(session, query, count, since))
                            : Uni.createFrom().item(found))
                    .map(found -> new Found(most, found.rows()));
        }
        return BY_INDEX.hold(session)
                .chain(() -> FindsStatement.of(query, ranked).unless(most).run(session, count))
                .chain(few -> few.total() < most
                        ? Uni.createFrom().item(few)
                        : beyond(session, query, count, since).map(found -> new Found(most, found.rows())));
    }

    private Uni<Found> walked(Mutiny.Session session, ArticleQuery query, int count, double share) {
        int needed = query.order() == ArticleOrder.RELEVANCE ? Math.min(ranked, RANKED_COMMON) : count;
        if (share * share * WALK < needed) {
            return Uni.createFrom().item(NONE);
        }
        return FindsStatement.of(query, needed)
                .walking((int) (ASTRAY * needed / share), needed)
                .atLeast(needed)
                .run(session, count);
    }

    /** Where there are more than are counted. */
    private Uni<Found> beyond(Mutiny.Session session, ArticleQuery query, int count, Instant since) {
        return latest(session, query, count, since)
                .chain(found -> found.rows().isEmpty()
                        ? FindsStatement.of(query, ranked).run(session, count)
                        : Uni.createFrom().item(found));
    }

    private Uni<Found> latest(Mutiny.Session session, ArticleQuery query, int count, Instant since) {
        if (since == null || query.order() == ArticleOrder.INGESTED) {
            return Uni.createFrom().item(NONE);
        }
        return FindsStatement.of(query, ranked)
                .since(since)
                .atLeast(query.order() == ArticleOrder.RELEVANCE ? enough : count)
                .run(session, count);
    }
}
