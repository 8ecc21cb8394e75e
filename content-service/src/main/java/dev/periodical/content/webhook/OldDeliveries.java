package dev.periodical.content.webhook;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** Removes deliveries that are over for long, and gives up those whose turn never came because those before them failed. */
@ApplicationScoped
class OldDeliveries {

    private static final int AT_ONCE = 1_000;

    /** An hour later than their last try would be: who is due has it first. Webhooks that are being told wait for the next time. */
    private static final String GIVE_UP = """
            with resting as materialized (select id from webhook where failures > 0 for update skip locked)
            update delivery set state = 'failed', reason = coalesce(delivery.reason, 'timed-out'),
                detail = coalesce(delivery.detail, 'the receiver failed all the time')
            from resting
            where resting.id = delivery.webhook_id and delivery.state = 'waiting'
              and delivery.give_up_at < cast(:late as timestamptz)
            """;

    private static final String REMOVE = """
            delete from delivery where id in (
                select id from delivery where state <> 'waiting' and created_at < cast(:old as timestamptz)
                order by created_at limit :most for update skip locked)
            """;

    private final DatabaseWork database;
    private final Duration keep;
    private final Clock clock = Clock.systemUTC();

    OldDeliveries(DatabaseWork database, WebhookConfig config) {
        this.database = database;
        this.keep = config.keep();
    }

    /** A few of them. @return whether there may be more */
    Uni<Boolean> remove() {
        Instant now = clock.instant();
        return database.transaction(session -> run(session, GIVE_UP, "late", now.minus(Duration.ofHours(1)))
                .chain(() -> session.createNativeQuery(REMOVE)
                        .setParameter("old", Rows.time(now.minus(keep)))
                        .setParameter("most", AT_ONCE)
                        .executeUpdate())
                .map(removed -> removed == AT_ONCE));
    }

    private static Uni<Integer> run(Mutiny.StatelessSession session, String sql, String name, Instant value) {
        return session.createNativeQuery(sql)
                .setParameter(name, Rows.time(value))
                .executeUpdate();
    }
}
