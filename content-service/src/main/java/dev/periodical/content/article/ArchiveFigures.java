package dev.periodical.content.article;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The archive's figures for those who run it: all articles, whoever may read them, and what they take up. */
@ApplicationScoped
public class ArchiveFigures {

    private static final int HOURS = 24;

    private static final String COUNTS = """
            select (select count(*) from article where not withdrawn), (select count(*) from article where withdrawn),
                (select count(*) from revision), pg_database_size(current_database())
            """;

    private static final String HOURLY = """
            select 'in', cast(extract(epoch from date_trunc('hour', ingested_at)) as bigint), count(*)
            from article where not withdrawn and ingested_at >= :since group by 2
            union all
            select 'out', cast(extract(epoch from date_trunc('hour', withdrawn_at)) as bigint), count(*)
            from article where withdrawn and withdrawn_at >= :since group by 2
            """;

    private final FacetLibrary library;
    private final DatabaseWork database;

    ArchiveFigures(FacetLibrary library, DatabaseWork database) {
        this.library = library;
        this.database = database;
    }

    /**
     * As it stands.
     *
     * @param bytes what the database takes up on its disk
     * @param pictures how many, by state; where counting takes long, as {@link FacetLibrary} tells it
     * @param arrived how many articles came in, by hour of the last day
     * @param left how many were withdrawn, likewise
     */
    public record Figures(
            long articles,
            long withdrawn,
            long revisions,
            long bytes,
            Map<PictureState, Long> pictures,
            Map<Instant, Long> arrived,
            Map<Instant, Long> left) {}

    /** @param now the present hour is the last that is counted */
    public Uni<Figures> at(Instant now) {
        Instant since = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS);
        return database.apart(() -> library.statistics(ZoneOffset.UTC, 1, true))
                .chain(known -> database.transaction(session -> session.createNativeQuery(COUNTS, Object[].class)
                        .getSingleResult()
                        .chain(counts -> session.createNativeQuery(HOURLY, Object[].class)
                                .setParameter("since", since)
                                .getResultList()
                                .map(hours -> figures(counts, known.pictures(), hours)))));
    }

    private static Figures figures(Object[] counts, Map<String, Long> pictures, List<Object[]> hours) {
        Map<PictureState, Long> byState = new EnumMap<>(PictureState.class);
        pictures.forEach((code, count) -> byState.merge(PictureState.ofCode(code, false), count, Long::sum));
        return new Figures(
                number(counts[0]),
                number(counts[1]),
                number(counts[2]),
                number(counts[3]),
                byState,
                hourly("in", hours),
                hourly("out", hours));
    }

    private static Map<Instant, Long> hourly(String which, List<Object[]> hours) {
        return hours.stream()
                .filter(row -> which.equals(row[0]))
                .collect(Collectors.toMap(
                        row -> Instant.ofEpochSecond(number(row[1])), row -> number(row[2]), Long::sum, TreeMap::new));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
