package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import dev.periodical.events.kafka.TransientFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many pictures stand where, for the metrics. Counted in one statement, so that at any time {@code planned = waiting +
 * stored + suspect + failed + refused}; every replica shows the same figures, for they are the table's.
 */
@ApplicationScoped
class PictureCounts {

    private static final String COUNT =
            "select coalesce(state, 'planned'), count(*) from picture group by grouping sets ((state), ())";

    private final DatabaseWork database;
    private volatile Map<String, Long> counts = Map.of();

    PictureCounts(DatabaseWork database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("periodical.media.planned", () -> of("planned"))
                .description("pictures ever planned, whatever became of them")
                .register(registry);
        Arrays.stream(PictureState.values())
                .map(PictureState::code)
                .forEach(state -> Gauge.builder("periodical.media.pictures", () -> of(state))
                        .tag("state", state)
                        .description("pictures by where they stand")
                        .register(registry));
    }

    private long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** While the database is away the last figures stand. */
    @Scheduled(
            every = "${periodical.frontier.counted-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return database.transaction(session ->
                        session.createNativeQuery(COUNT, Object[].class).getResultList())
                .invoke(rows -> counts = byName(rows))
                .onFailure(TransientFailure.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static Map<String, Long> byName(List<Object[]> rows) {
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }
}
