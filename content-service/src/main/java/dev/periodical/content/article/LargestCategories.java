package dev.periodical.content.article;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where most articles are. Counted once a minute, for counting looks at every article; while the database is away there are
 * none. For any thread.
 */
@ApplicationScoped
public class LargestCategories {

    private static final Duration AGE = Duration.ofMinutes(1);
    private static final int LOOKED_AT = 500;
    private static final int SHOWN = 12;

    private final Map<Boolean, Uni<List<Facet>>> largest;

    LargestCategories(FacetLibrary facets, DatabaseWork database) {
        this.largest = Map.of(true, counted(facets, database, true), false, counted(facets, database, false));
    }

    /** The largest first. */
    public Uni<List<Facet>> seen(boolean restricted) {
        return largest.get(restricted);
    }

    private static Uni<List<Facet>> counted(FacetLibrary facets, DatabaseWork database, boolean restricted) {
        return Uni.createFrom()
                .deferred(() ->
                        database.apart(() -> facets.facets(FacetLibrary.Kind.CATEGORY, null, LOOKED_AT, restricted)))
                .map(LargestCategories::largest)
                .onFailure()
                .recoverWithItem(List.of())
                .memoize()
                .forFixedDuration(AGE);
    }

    private static List<Facet> largest(List<Facet> counted) {
        return counted.stream()
                .sorted(Comparator.comparingLong(Facet::articles).reversed())
                .limit(SHOWN)
                .toList();
    }
}
