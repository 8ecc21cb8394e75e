package dev.periodical.content.article.fresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.content.article.fresh.RebuildRun.Step;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.kafka.EventJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The runs of all replicas, of which one at most is running. A running one renews its lease; when it has not for half a minute its
 * replica is dead, and the next may begin.
 */
@ApplicationScoped
public class RebuildLedger {

    private static final String LEASE = "clock_timestamp() + interval '30 seconds'";

    /** One that is being renewed or is taking its place this very moment is not dead: its row is locked. */
    private static final String BURY = """
            update rebuild set state = 'failed', finished_at = clock_timestamp(), reason = 'its replica is gone'
            where id in (select id from rebuild where state = 'running' and leased_until < clock_timestamp()
                         for update skip locked)
            """;

    private static final String BEGIN = "insert into rebuild (id, state, step, started_at, leased_until) values"
            + " (cast(cast(:id as text) as uuid), 'running', 'replaying', clock_timestamp(), " + LEASE
            + ") on conflict do nothing";

    private static final String RUNNING = " where id = cast(cast(:id as text) as uuid) and state = 'running'";

    private static final String LATEST = """
            select cast(json_build_object('id', id, 'state', state, 'step', step,
                'startedAt', cast(extract(epoch from started_at) * 1000000 as bigint),
                'finishedAt', cast(extract(epoch from finished_at) * 1000000 as bigint),
                'records', records, 'remaining', remaining, 'refused', refused, 'reason', reason) as text)
            from rebuild order by started_at desc, id limit 1
            """;

    private final DatabaseWork database;

    RebuildLedger(DatabaseWork database) {
        this.database = database;
    }

    /** @return false where another one is running */
    public Uni<Boolean> begin(UUID run) {
        return database.transaction(session -> session.createNativeQuery(BURY)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(BEGIN)
                                .setParameter("id", run.toString())
                                .executeUpdate()))
                .map(begun -> begun == 1);
    }

    /** @return fails with {@link RunLost} where it runs no more */
    public Uni<Void> renew(UUID run) {
        return database.transaction(session -> update(session, run, "leased_until = " + LEASE));
    }

    /** Says how far a run is. Fails like {@link #renew}. */
    public Uni<Void> tell(UUID run, Step step, long remaining) {
        String word = step.name().toLowerCase(Locale.ROOT);
        return database.transaction(session -> update(session, run, "step = '" + word + "', remaining = " + remaining));
    }

    /** Ends a run that did not come to its end; does nothing to one that did. */
    public Uni<Void> fail(UUID run, String reason) {
        return database.transaction(session -> session.createNativeQuery(
                        "update rebuild set state = 'failed', finished_at = clock_timestamp(), reason = :reason"
                                + RUNNING)
                .setParameter("reason", reason)
                .setParameter("id", run.toString())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The latest run; null before the first. */
    public Uni<RebuildRun> latest() {
        return database.transaction(session ->
                        session.createNativeQuery(LATEST, String.class).getSingleResultOrNull())
                .map(RebuildLedger::read);
    }

    /** In whoever's transaction; it commits only where the run is running. */
    static Uni<Void> update(Mutiny.StatelessSession session, UUID run, String what) {
        return session.createNativeQuery("update rebuild set " + what + RUNNING)
                .setParameter("id", run.toString())
                .executeUpdate()
                .invoke(updated -> {
                    if (updated != 1) {
                        throw new RunLost();
                    }
                })
                .replaceWithVoid();
    }

    /** The same as {@link #update} without a change, and others may go on to renew it. */
    static Uni<Void> check(Mutiny.StatelessSession session, UUID run) {
        return session.createNativeQuery(
                        "select cast(id as text) from rebuild" + RUNNING + " for key share", String.class)
                .setParameter("id", run.toString())
                .getSingleResultOrNull()
                .invoke(found -> {
                    if (found == null) {
                        throw new RunLost();
                    }
                })
                .replaceWithVoid();
    }

    private static RebuildRun read(String json) {
        try {
            return json == null ? null : EventJson.MAPPER.readValue(json, RebuildRun.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL's JSON is not of this form", e);
        }
    }
}
