package dev.periodical.content.article;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which words are the most common, by PostgreSQL's own statistics ({@code pg_stats}): a sample, taken anew whenever much has
 * changed.
 */
final class CommonWords {

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

    private final LookedUp<Known> known = new LookedUp<>();

    Uni<Known> known(Mutiny.Session session) {
        return known.or(() -> session.createNativeQuery(STATISTICS, String.class)
                .getSingleResult()
                .map(json -> ArticleLists.read(json, Known.class)));
    }
}
