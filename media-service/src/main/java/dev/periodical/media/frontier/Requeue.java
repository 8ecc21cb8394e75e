package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Has pictures tried again, each ladder from its beginning. What was kept stays kept until something as good has come. Works
 * in batches of its own transactions, so that a million pictures hold up nobody; what has been requeued stays so if it is cut
 * short.
 */
@ApplicationScoped
public class Requeue {

    private static final int BATCH = 5_000;

    private static final String AGAIN = """
            with chosen as (
                select ref from picture where ref > :after and %s order by ref limit :batch for update),
            again as (
                update picture set
                    kept_state = case when state in ('stored', 'suspect') then state else kept_state end,
                    kept_origin = case when state in ('stored', 'suspect') then origin else kept_origin end,
                    kept_reason = case when state in ('stored', 'suspect') then reason else kept_reason end,
                    state = 'waiting', host = coalesce(home, host), rung = 0, round = 0, may_heal = false,
                    due_at = now(), tried_at = null, settled_at = null, origin = null, reason = null, detail = null
                from chosen where picture.ref = chosen.ref
                returning picture.ref, picture.host),
            due as (
                insert into host (name, due_at) select distinct host, now() from again order by host
                on conflict (name) do update set due_at = least(host.due_at, excluded.due_at))
            select max(ref), count(*) from again
            """;

    private static final String NO_REST = """
            update host set rested_until = '-infinity', failures = 0, failing_since = null where name = :host
            """;

    private final DatabaseWork database;

    Requeue(DatabaseWork database) {
        this.database = database;
    }

    /**
     * Requeues all that the filter names; a host that it names rests no longer.
     *
     * @return how many
     */
    public Uni<Long> all(PictureFilter filter) {
        return from("", 0, filter)
                .call(() -> filter.host() == null
                        ? Uni.createFrom().voidItem()
                        : database.transaction(session -> session.createNativeQuery(NO_REST)
                                .setParameter("host", filter.host())
                                .executeUpdate()));
    }

    /**
     * Requeues this one, whatever became of it.
     *
     * @return 1, or 0 where it was never planned
     */
    public Uni<Long> one(String ref) {
        return database.transaction(session -> session.createNativeQuery(AGAIN.formatted("ref = :ref"), Object[].class)
                        .setParameter("after", "")
                        .setParameter("batch", 1)
                        .setParameter("ref", ref)
                        .getSingleResult())
                .map(row -> ((Number) row[1]).longValue());
    }

    private Uni<Long> from(String after, long soFar, PictureFilter filter) {
        return database.transaction(session -> batch(session, after, filter)).chain(row -> {
            long count = ((Number) row[1]).longValue();
            return count < BATCH ? Uni.createFrom().item(soFar + count) : from((String) row[0], soFar + count, filter);
        });
    }

    private static Uni<Object[]> batch(Mutiny.StatelessSession session, String after, PictureFilter filter) {
        var query = session.createNativeQuery(AGAIN.formatted(filter.sql()), Object[].class)
                .setParameter("after", after)
                .setParameter("batch", BATCH);
        for (Map.Entry<String, Object> parameter : filter.parameters().entrySet()) {
            query.setParameter(parameter.getKey(), parameter.getValue());
        }
        return query.getSingleResult();
    }
}
