package dev.periodical.content.webhook;

import dev.periodical.database.DatabaseWork;
import dev.periodical.http.TokenNames;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives out work, subscription by subscription, and takes back what came of it. A subscription is leased to one worker at a time,
 * in whatever replica, so no delivery is made twice at once and none out of turn; the lease of a dead worker runs out by itself.
 * Leases go by the database's clock, which all replicas share. Who holds the lease has the subscription's row before he writes its
 * deliveries, as whoever adds some does: so none slips in between.
 */
@ApplicationScoped
class DueDeliveries {

    private static final String GONE = "gone";

    private static final String READY = """
            select id, ready_at from webhook
            where disabled_at is null and owner = any(cast(:owners as text[])) and leased_until <= now()
              and ready_at <= cast(:now as timestamptz) and failures %s
              and exists (select from delivery where webhook_id = webhook.id and state = 'waiting'
                          and due_at <= cast(:now as timestamptz))
            order by ready_at limit :%s for update skip locked
            """;

    private static final String LEASE = "with sound as (" + READY.formatted("= 0", "most") + "), failing as ("
            + READY.formatted("> 0", "failing") + """
            ), ready as (
                select id from (select * from sound union all select * from failing) as either
                order by ready_at limit :most)
            update webhook set lease_owner = :worker, leased_until = now() + make_interval(secs => :lease)
            from ready where webhook.id = ready.id
            returning cast(webhook.id as text), url, secret, failures
            """;

    private static final String DUE = """
            select cast(json_build_object('id', id, 'event', coalesce(cast(change as text), cast(id as text)),
                'type', type, 'subject', subject, 'time', event_time, 'data', data, 'attempts', attempts,
                'giveUpAt', give_up_at) as text) from delivery
            where webhook_id = cast(cast(:webhook as text) as uuid) and state = 'waiting'
              and due_at <= cast(:now as timestamptz)
            order by due_at, change limit :turn
            """;

    private static final String HELD = """
            update webhook set leased_until = now() + make_interval(secs => :lease)
            where id = cast(cast(:webhook as text) as uuid) and lease_owner = :worker and disabled_at is null
            """;

    private static final String SETTLE = """
            update delivery set state = :state, attempts = attempts + 1, attempted_at = cast(:now as timestamptz),
                due_at = cast(:due as timestamptz), status = cast(cast(:status as text) as integer),
                reason = cast(:reason as text), detail = cast(:detail as text)
            where id = cast(cast(:id as text) as uuid) and state = 'waiting'
            """;

    private static final String REST = """
            update webhook set failures = :failures, ready_at = greatest(ready_at, cast(:ready as timestamptz))
            where id = cast(cast(:webhook as text) as uuid) and lease_owner = :worker
            """;

    private static final String DISABLE = """
            update webhook set disabled_at = cast(:now as timestamptz), reason = :reason
            where id = cast(cast(:webhook as text) as uuid) and lease_owner = :worker
            """;

    private static final String GIVE_UP_ALL = """
            update delivery set state = 'failed', reason = :reason
            where webhook_id = cast(cast(:webhook as text) as uuid) and state = 'waiting'
            """;

    private static final String RELEASE = """
            update webhook set lease_owner = null, leased_until = '-infinity',
                ready_at = greatest(ready_at, cast(:now as timestamptz))
            where id = cast(cast(:webhook as text) as uuid) and lease_owner = :worker
            """;

    private final DatabaseWork database;
    private final TokenNames tokens;

    DueDeliveries(DatabaseWork database, TokenNames tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    /**
     * @param most how many subscriptions at most
     * @param failing how many of them at most may be such as failed last
     * @param turn how many deliveries of each at most
     */
    Uni<List<Claim>> claim(String worker, int most, int failing, int turn, Duration lease, Instant now) {
        return database.transaction(session -> session.createNativeQuery(LEASE, Object[].class)
                .setParameter("owners", tokens.all().toArray(String[]::new))
                .setParameter("now", Rows.time(now))
                .setParameter("most", most)
                .setParameter("failing", failing)
                .setParameter("worker", worker)
                .setParameter("lease", seconds(lease))
                .getResultList()
                .chain(leased -> Multi.createFrom()
                        .iterable(leased)
                        .onItem()
                        .transformToUniAndConcatenate(row -> due(session, row, turn, now))
                        .collect()
                        .asList()));
    }

    private static Uni<Claim> due(Mutiny.StatelessSession session, Object[] row, int turn, Instant now) {
        return session.createNativeQuery(DUE, String.class)
                .setParameter("webhook", row[0])
                .setParameter("now", Rows.time(now))
                .setParameter("turn", turn)
                .getResultList()
                .map(found -> new Claim(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Integer) row[3],
                        found.stream()
                                .map(due -> Rows.read(due, Claim.Due.class))
                                .toList()));
    }

    /** @return whether it is still this worker's, and for a lease more */
    Uni<Boolean> hold(String worker, String webhook, Duration lease) {
        return database.transaction(session -> session.createNativeQuery(HELD)
                .setParameter("webhook", webhook)
                .setParameter("worker", worker)
                .setParameter("lease", seconds(lease))
                .executeUpdate()
                .map(rows -> rows == 1));
    }

    /** The receiver has it. */
    Uni<Void> taken(String worker, String webhook, String delivery, int status, Instant now) {
        return database.transaction(session -> rest(session, worker, webhook, 0, now)
                .chain(() -> settle(
                        session,
                        delivery,
                        Delivery.DELIVERED,
                        new Outcome.Missed(status, null, null, null),
                        now,
                        now)));
    }

    /**
     * The receiver does not have it.
     *
     * @param due when it is tried again; null where it is given up
     * @param ready until when the subscription rests
     */
    Uni<Void> missed(
            String worker,
            Claim claim,
            String delivery,
            Outcome.Missed missed,
            Instant now,
            Instant due,
            Instant ready) {
        return database.transaction(session -> rest(session, worker, claim.webhook(), claim.failures() + 1, ready)
                .chain(() -> settle(
                        session,
                        delivery,
                        due == null ? Delivery.FAILED : Delivery.WAITING,
                        missed,
                        now,
                        due == null ? now : due)));
    }

    /** 410, and for good: neither this nor what waits behind it is told; where the lease is lost, its holder will hear as much. */
    Uni<Void> unwanted(String worker, String webhook, String delivery, Instant now) {
        Outcome.Missed gone = new Outcome.Missed(410, GONE, "HTTP 410", null);
        return database.transaction(session -> session.createNativeQuery(DISABLE)
                .setParameter("webhook", webhook)
                .setParameter("worker", worker)
                .setParameter("reason", GONE)
                .setParameter("now", Rows.time(now))
                .executeUpdate()
                .call(() -> settle(session, delivery, Delivery.FAILED, gone, now, now))
                .chain(disabled -> disabled == 1
                        ? giveUpAll(session, webhook)
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> giveUpAll(Mutiny.StatelessSession session, String webhook) {
        return session.createNativeQuery(GIVE_UP_ALL)
                .setParameter("webhook", webhook)
                .setParameter("reason", GONE)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> release(String worker, String webhook, Instant now) {
        return database.transaction(session -> session.createNativeQuery(RELEASE)
                .setParameter("webhook", webhook)
                .setParameter("worker", worker)
                .setParameter("now", Rows.time(now))
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Uni<Void> settle(
            Mutiny.StatelessSession session,
            String delivery,
            String state,
            Outcome.Missed came,
            Instant now,
            Instant due) {
        return session.createNativeQuery(SETTLE)
                .setParameter("id", delivery)
                .setParameter("state", state)
                .setParameter("now", Rows.time(now))
                .setParameter("due", Rows.time(due))
                .setParameter(
                        "status", came.status() == null ? null : came.status().toString())
                .setParameter("reason", came.reason())
                .setParameter("detail", came.detail())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> rest(
            Mutiny.StatelessSession session, String worker, String webhook, int failures, Instant ready) {
        return session.createNativeQuery(REST)
                .setParameter("webhook", webhook)
                .setParameter("worker", worker)
                .setParameter("failures", failures)
                .setParameter("ready", Rows.time(ready))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
