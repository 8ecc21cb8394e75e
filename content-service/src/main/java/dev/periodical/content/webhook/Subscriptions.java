package dev.periodical.content.webhook;

import dev.periodical.content.change.ChangeFilter;
import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The subscriptions. Each belongs to the token that made it, and no other token finds it. */
@ApplicationScoped
public class Subscriptions {

    private static final String VIEW = """
            select cast(json_build_object('id', id, 'owner', owner, 'url', url, 'filter', cast(filter as json),
                'state', case when disabled_at is null then 'active' else 'disabled' end, 'reason', reason,
                'failures', failures, 'createdAt', created_at, 'disabledAt', disabled_at) as text) from webhook
            """;

    private static final String MAKE = """
            insert into webhook (id, owner, url, secret, filter, created_at, ready_at, position)
            select cast(cast(:id as text) as uuid), cast(:owner as text), cast(:url as text), cast(:secret as text),
                cast(:filter as text), cast(:now as timestamptz), cast(:now as timestamptz), cast(:position as bigint)
            where (select count(*) from webhook where owner = :owner) < :most
            """;

    private static final String ENABLE = """
            update webhook set disabled_at = null, reason = null, failures = 0, ready_at = cast(:now as timestamptz)
            where owner = :owner and id = cast(cast(:id as text) as uuid) and disabled_at is not null
            """;

    private final DatabaseWork database;

    Subscriptions(DatabaseWork database) {
        this.database = database;
    }

    /**
     * @param position the place in the feed from which on it is told
     * @return whether there was room for one more of this owner
     */
    public Uni<Boolean> make(
            UUID id,
            String owner,
            String url,
            SigningSecret secret,
            ChangeFilter filter,
            long position,
            Instant now,
            int most) {
        return database.transaction(session -> session.createNativeQuery(MAKE)
                .setParameter("id", id.toString())
                .setParameter("owner", owner)
                .setParameter("url", url)
                .setParameter("secret", secret.text())
                .setParameter("filter", Rows.write(filter))
                .setParameter("now", Rows.time(now))
                .setParameter("position", position)
                .setParameter("most", most)
                .executeUpdate()
                .map(rows -> rows == 1));
    }

    /** In the order in which they were made. */
    public Uni<List<Webhook>> of(String owner) {
        return database.transaction(session -> session.createNativeQuery(
                        VIEW + " where owner = :owner order by created_at, id", String.class)
                .setParameter("owner", owner)
                .getResultList()
                .map(rows ->
                        rows.stream().map(row -> Rows.read(row, Webhook.class)).toList()));
    }

    /** Empty where this owner has none of that id. */
    public Uni<Optional<Webhook>> find(UUID id, String owner) {
        return database.transaction(session -> session.createNativeQuery(
                        VIEW + " where owner = :owner and id = cast(cast(:id as text) as uuid)", String.class)
                .setParameter("owner", owner)
                .setParameter("id", id.toString())
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(found -> Rows.read(found, Webhook.class))));
    }

    /** Has one that was disabled told again, from the change on that it was told of last; any other stays as it is. */
    public Uni<Void> enable(UUID id, String owner, Instant now) {
        return database.transaction(session -> session.createNativeQuery(ENABLE)
                .setParameter("owner", owner)
                .setParameter("id", id.toString())
                .setParameter("now", Rows.time(now))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** With all its deliveries. @return whether there was one */
    public Uni<Boolean> remove(UUID id, String owner) {
        return database.transaction(session -> session.createNativeQuery(
                        "delete from webhook where owner = :owner and id = cast(cast(:id as text) as uuid)")
                .setParameter("owner", owner)
                .setParameter("id", id.toString())
                .executeUpdate()
                .map(rows -> rows == 1));
    }
}
