package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Since when the latest so many articles are listed: where one begins to look for those that are wanted, before all are looked
 * through. Looked up once a minute, for it need not be exact.
 */
final class LatestWindows {

    private static final long LOOKED_UP_EVERY = Duration.ofMinutes(1).toNanos();

    private static final String SINCE = "select " + ListedRow.micros("listed_at")
            + " from article where not withdrawn order by listed_at desc, id desc offset :articles limit 1";

    private record Since(Instant time, long lookedUp) {}

    private final LongSupplier nanos;
    private final Map<Integer, Since> known = new ConcurrentHashMap<>();

    LatestWindows(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @return null where there are not so many */
    Uni<Instant> since(Mutiny.Session session, int articles) {
        Since since = known.get(articles);
        if (since != null && nanos.getAsLong() - since.lookedUp() < LOOKED_UP_EVERY) {
            return Uni.createFrom().item(since.time());
        }
        return session.createNativeQuery(SINCE, Long.class)
                .setParameter("articles", articles)
                .getSingleResultOrNull()
                .map(ListedRow::instant)
                .invoke(time -> known.put(articles, new Since(time, nanos.getAsLong())));
    }
}
