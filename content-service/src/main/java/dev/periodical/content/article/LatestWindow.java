package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** Since when the latest so many articles are listed: where one looks for those that are wanted, before all are looked through. */
final class LatestWindow {

    private static final String SINCE = "select " + ListedRow.micros("listed_at")
            + " from article where not withdrawn order by listed_at desc, id desc offset :articles limit 1";

    private final LookedUp<Instant> since = new LookedUp<>();
    private final int articles;

    LatestWindow(int articles) {
        this.articles = articles;
    }

    /** @return null where there are not so many */
    Uni<Instant> since(Mutiny.Session session) {
        return since.or(() -> session.createNativeQuery(SINCE, Long.class)
                .setParameter("articles", articles)
                .getSingleResultOrNull()
                .map(ListedRow::instant));
    }
}
