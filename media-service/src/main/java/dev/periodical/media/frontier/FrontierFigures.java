package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The frontier's figures for those who run it. */
@ApplicationScoped
public class FrontierFigures {

    private static final int HOURS = 24;

    private static final String STATES = "select state, count(*) from picture group by state";

    private static final String LOST = """
            select host, coalesce(reason, 'other'), count(*) from picture where state in ('failed', 'refused')
            group by 1, 2 order by 3 desc, 1, 2 limit :most
            """;

    private static final String REASONS = """
            select coalesce(reason, 'other'), count(*) from picture where state in ('failed', 'refused') group by 1
            """;

    private static final String HOURLY = """
            select state, cast(extract(epoch from date_trunc('hour', settled_at)) as bigint), count(*) from picture
            where settled_at >= :since and state <> 'waiting' group by 1, 2
            """;

    private static final String KEPT = """
            select count(*), coalesce(sum(size), 0) from (
                select distinct on (media_id) size from picture where media_id is not null order by media_id) as object
            """;

    private final DatabaseWork database;

    FrontierFigures(DatabaseWork database) {
        this.database = database;
    }

    /**
     * As it stands.
     *
     * @param states how many pictures, by state
     * @param lost those that could not be had, by host and reason, the most first
     * @param reasons the same by reason alone
     * @param kept how many were stored or are suspect since, by the hour of the last day in which they were settled
     * @param failed how many could not be had, likewise
     */
    public record Figures(
            Map<String, Long> states,
            List<Lost> lost,
            Map<String, Long> reasons,
            Map<Instant, Long> kept,
            Map<Instant, Long> failed) {}

    /** Pictures of a host that could not be had for one reason. */
    public record Lost(String host, String reason, long pictures) {}

    /**
     * What the store holds, by the rows that name it; thumbnails are not counted.
     *
     * @param objects how many different pictures
     */
    public record Kept(long objects, long bytes) {}

    /**
     * @param now the present hour is the last that is counted
     * @param most how many hosts' reasons are told
     */
    public Uni<Figures> at(Instant now, int most) {
        Instant since = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS);
        return database.transaction(session -> rows(session.createNativeQuery(STATES, Object[].class))
                .chain(states -> rows(session.createNativeQuery(LOST, Object[].class)
                                .setParameter("most", most))
                        .chain(lost -> rows(session.createNativeQuery(REASONS, Object[].class))
                                .chain(reasons -> rows(session.createNativeQuery(HOURLY, Object[].class)
                                                .setParameter("since", since))
                                        .map(hours -> figures(states, lost, reasons, hours))))));
    }

    private static Uni<List<Object[]>> rows(Mutiny.SelectionQuery<Object[]> query) {
        return query.getResultList();
    }

    public Uni<Kept> kept() {
        return database.transaction(session ->
                        session.createNativeQuery(KEPT, Object[].class).getSingleResult())
                .map(row -> new Kept(number(row[0]), number(row[1])));
    }

    private static Figures figures(
            List<Object[]> states, List<Object[]> lost, List<Object[]> reasons, List<Object[]> hours) {
        return new Figures(
                counted(states),
                lost.stream()
                        .map(row -> new Lost((String) row[0], (String) row[1], number(row[2])))
                        .toList(),
                counted(reasons),
                hourly(hours, true),
                hourly(hours, false));
    }

    private static Map<String, Long> counted(List<Object[]> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> number(row[1]), Long::sum, TreeMap::new));
    }

    private static Map<Instant, Long> hourly(List<Object[]> rows, boolean kept) {
        return rows.stream()
                .filter(row -> kept == ("stored".equals(row[0]) || "suspect".equals(row[0])))
                .collect(Collectors.toMap(
                        row -> Instant.ofEpochSecond(number(row[1])), row -> number(row[2]), Long::sum, TreeMap::new));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
