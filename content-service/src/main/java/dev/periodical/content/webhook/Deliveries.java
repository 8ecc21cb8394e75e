package dev.periodical.content.webhook;

import dev.periodical.database.DatabaseWork;
import dev.periodical.http.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a subscription was told and is still to be told, for its owner: to look at, and to have told again. */
@ApplicationScoped
public class Deliveries {

    private static final String PING = "dev.periodical.webhook.ping.v1";

    private static final String VIEW = """
            select cast(json_build_object('id', id, 'event', cast(change as text), 'type', type, 'subject', subject,
                'time', event_time, 'state', state, 'attempts', attempts, 'status', status, 'reason', reason,
                'detail', detail, 'createdAt', created_at, 'attemptedAt', attempted_at,
                'next', case when state = 'waiting' then due_at end) as text) from delivery
            where webhook_id = cast(cast(:webhook as text) as uuid)
            """;

    private static final String REPLAY = """
            update delivery set state = 'waiting', attempts = 0, due_at = cast(:now as timestamptz),
                give_up_at = cast(:giveUpAt as timestamptz), status = null, reason = null, detail = null
            where webhook_id = cast(cast(:webhook as text) as uuid)
            """;

    /** Who asks for it wants to see it now. Before all else: whoever adds deliveries or gives them up has their webhook's row first. */
    private static final String WAKE = "update webhook set ready_at = cast(:now as timestamptz)"
            + " where id = cast(cast(:webhook as text) as uuid) and disabled_at is null";

    private static final String ADD = """
            insert into delivery (id, webhook_id, type, subject, event_time, data, state, created_at, due_at, give_up_at)
            values (cast(cast(:id as text) as uuid), cast(cast(:webhook as text) as uuid), :type, :webhook,
                cast(:now as timestamptz), :data, 'waiting', cast(:now as timestamptz), cast(:now as timestamptz),
                cast(:giveUpAt as timestamptz))
            """;

    private final DatabaseWork database;
    private final Duration giveUpAfter;

    Deliveries(DatabaseWork database, WebhookConfig config) {
        this.database = database;
        this.giveUpAfter = config.giveUpAfter();
    }

    /**
     * The latest first.
     *
     * @param state of the words of {@link Delivery}, or null for all
     * @param after the place of the page before, or null
     */
    public Uni<List<Delivery>> page(UUID webhook, String state, Cursor after, int count) {
        String sql = VIEW + (state == null ? "" : " and state = :state")
                + (after == null
                        ? ""
                        : " and (created_at, id) < (cast(:time as timestamptz), cast(cast(:name as text) as uuid))")
                + " order by created_at desc, id desc limit :count";
        return database.transaction(session -> {
            Mutiny.SelectionQuery<String> query = session.createNativeQuery(sql, String.class)
                    .setParameter("webhook", webhook.toString())
                    .setParameter("count", count);
            if (state != null) {
                query.setParameter("state", state);
            }
            if (after != null) {
                query.setParameter("time", Rows.time(after.time())).setParameter("name", after.name());
            }
            return query.getResultList()
                    .map(rows -> rows.stream()
                            .map(row -> Rows.read(row, Delivery.class))
                            .toList());
        });
    }

    /** Has one delivery made again, whatever came of it; nothing where there is none of that id. Fails like {@link #ping}. */
    public Uni<Optional<Delivery>> replay(UUID webhook, UUID delivery, Instant now) {
        return database.transaction(session -> replay(
                        session,
                        webhook,
                        now,
                        " and id = cast(cast(:id as text) as uuid)",
                        Map.of("id", delivery.toString()))
                .chain(() -> session.createNativeQuery(VIEW + " and id = cast(cast(:id as text) as uuid)", String.class)
                        .setParameter("webhook", webhook.toString())
                        .setParameter("id", delivery.toString())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(found -> Rows.read(found, Delivery.class))));
    }

    /** Has all made again that were given up. @return how many; fails like {@link #ping} */
    public Uni<Integer> replayFailed(UUID webhook, Instant now) {
        return database.transaction(session -> replay(session, webhook, now, " and state = 'failed'", Map.of()));
    }

    private Uni<Integer> replay(
            Mutiny.StatelessSession session, UUID webhook, Instant now, String which, Map<String, String> parameters) {
        Mutiny.MutationQuery query = session.createNativeQuery(REPLAY + which)
                .setParameter("webhook", webhook.toString())
                .setParameter("now", Rows.time(now))
                .setParameter("giveUpAt", Rows.time(now.plus(giveUpAfter)));
        parameters.forEach(query::setParameter);
        return wake(session, webhook, now).chain(query::executeUpdate);
    }

    /**
     * Adds a delivery that tells of nothing, to see whether deliveries arrive.
     *
     * @return its id; fails with {@link WebhookDisabled}
     */
    public Uni<UUID> ping(UUID webhook, Instant now) {
        UUID id = UUID.randomUUID();
        return database.transaction(session -> wake(session, webhook, now)
                .chain(() -> session.createNativeQuery(ADD)
                        .setParameter("id", id.toString())
                        .setParameter("webhook", webhook.toString())
                        .setParameter("type", PING)
                        .setParameter("data", Rows.write(Map.of("webhook", webhook.toString())))
                        .setParameter("now", Rows.time(now))
                        .setParameter("giveUpAt", Rows.time(now.plus(giveUpAfter)))
                        .executeUpdate())
                .replaceWith(id));
    }

    private static Uni<Void> wake(Mutiny.StatelessSession session, UUID webhook, Instant now) {
        return session.createNativeQuery(WAKE)
                .setParameter("webhook", webhook.toString())
                .setParameter("now", Rows.time(now))
                .executeUpdate()
                .invoke(woken -> {
                    if (woken == 0) {
                        throw new WebhookDisabled();
                    }
                })
                .replaceWithVoid();
    }
}
