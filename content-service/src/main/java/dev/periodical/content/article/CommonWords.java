package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which words are the most common, by PostgreSQL's own statistics ({@code pg_stats}): a sample, taken anew whenever much has
 * changed. Looked up once a minute.
 */
final class CommonWords {

    private static final long LOOKED_UP_EVERY = Duration.ofMinutes(1).toNanos();

    private static final String STATISTICS = """
            select cast(json_build_object(
                'articles', (select greatest(reltuples, 0) from pg_class where oid = cast('article' as regclass)),
                'shares', (select coalesce(json_object_agg(word, share), '{}') from pg_stats,
                               unnest(cast(cast(most_common_elems as text) as text[]), most_common_elem_freqs)
                                   as known (word, share)
                           where schemaname = current_schema() and tablename = 'article' and attname = 'search'
                             and word is not null)) as text)
            """;

    /**
     * What is known of them.
     *
     * @param articles about how many there are; 0 while nobody has looked
     * @param shares of a thousand words at most, in which share of the articles each is
     */
    record Known(double articles, Map<String, Double> shares) {

        /** 0 for a word that is not common. */
        double share(String word) {
            return shares.getOrDefault(word, 0.0);
        }
    }

    private record Looked(Known known, long at) {}

    private final LongSupplier nanos;
    private volatile Looked looked;

    CommonWords(LongSupplier nanos) {
        this.nanos = nanos;
    }

    Uni<Known> known(Mutiny.Session session) {
        Looked before = looked;
        if (before != null && nanos.getAsLong() - before.at() < LOOKED_UP_EVERY) {
            return Uni.createFrom().item(before.known());
        }
        return session.createNativeQuery(STATISTICS, String.class)
                .getSingleResult()
                .map(json -> ArticleLists.read(json, Known.class))
                .invoke(known -> looked = new Looked(known, nanos.getAsLong()));
    }
}
