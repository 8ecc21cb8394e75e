package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import dev.periodical.events.FailureReason;
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
 * What an operator looks for among the pictures: how many wait although their time has come, and why the others could not be
 * had. At any time {@code failures}, summed over the reasons, is what stands as failed or refused; every replica shows the
 * same figures, for they are the table's.
 */
@ApplicationScoped
class PictureTroubles {

    private static final String DUE = "due";

    private static final String COUNT = """
            select 'due', count(*) from picture where state = 'waiting' and due_at <= now()
            union all
            select coalesce(reason, 'other'), count(*) from picture where state in ('failed', 'refused') group by 1
            """;

    private final DatabaseWork database;
    private volatile Map<String, Long> counts = Map.of();

    PictureTroubles(DatabaseWork database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("periodical.media.due", () -> of(DUE))
                .description("waiting pictures whose time has come")
                .register(registry);
        Arrays.stream(FailureReason.values())
                .map(FailureReason::code)
                .forEach(reason -> Gauge.builder("periodical.media.failures", () -> of(reason))
                        .tag("reason", reason)
                        .description("pictures that could not be had or must not be fetched, by why")
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
