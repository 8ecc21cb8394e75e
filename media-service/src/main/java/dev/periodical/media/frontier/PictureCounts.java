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

/**
 * How many pictures stand where, and why the failed ones do, for the metrics. One statement reads it all, so at any time
 * {@code planned = waiting + stored + suspect + failed + refused}, and the failures, summed over their reasons, are the
 * failed and refused ones; every replica shows the same figures, for they are the table's.
 */
@ApplicationScoped
class PictureCounts {

    private static final String COUNT = """
            select state, case when state in ('failed', 'refused') then coalesce(reason, 'other') end, count(*),
                count(*) filter (where state = 'waiting' and due_at <= now())
            from picture group by 1, 2
            """;

    /** Pictures of one state and, where they could not be had, one reason. */
    private record Group(String state, String reason, long pictures, long due) {}

    private final DatabaseWork database;
    private volatile List<Group> groups = List.of();

    PictureCounts(DatabaseWork database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("periodical.media.planned", () -> sum(groups))
                .description("pictures ever planned, whatever became of them")
                .register(registry);
        Gauge.builder(
                        "periodical.media.due",
                        () -> groups.stream().mapToLong(Group::due).sum())
                .description("waiting pictures whose time has come")
                .register(registry);
        Arrays.stream(PictureState.values())
                .map(PictureState::code)
                .forEach(state -> Gauge.builder(
                                "periodical.media.pictures",
                                () -> sum(groups.stream()
                                        .filter(group -> state.equals(group.state()))
                                        .toList()))
                        .tag("state", state)
                        .description("pictures by where they stand")
                        .register(registry));
        Arrays.stream(FailureReason.values())
                .map(FailureReason::code)
                .forEach(reason -> Gauge.builder(
                                "periodical.media.failures",
                                () -> sum(groups.stream()
                                        .filter(group -> reason.equals(group.reason()))
                                        .toList()))
                        .tag("reason", reason)
                        .description("pictures that could not be had or must not be fetched, by why")
                        .register(registry));
    }

    private static long sum(List<Group> some) {
        return some.stream().mapToLong(Group::pictures).sum();
    }

    /** While the database is away the last figures stand. */
    @Scheduled(
            every = "${periodical.frontier.counted-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return database.transaction(session ->
                        session.createNativeQuery(COUNT, Object[].class).getResultList())
                .invoke(rows -> groups = rows.stream().map(PictureCounts::group).toList())
                .onFailure(TransientFailure.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static Group group(Object[] row) {
        return new Group(
                (String) row[0], (String) row[1], ((Number) row[2]).longValue(), ((Number) row[3]).longValue());
    }
}
