package dev.periodical.content.webhook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.periodical.content.change.ChangeEvent;
import dev.periodical.content.change.ChangeFeed;
import dev.periodical.content.change.ChangeFilter;
import dev.periodical.database.DatabaseWork;
import dev.periodical.database.JsonRows;
import dev.periodical.http.PublicAddresses;
import dev.periodical.http.TokenNames;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Turns changes into deliveries: a subscription's place in the feed and what it is to be told move in one transaction, so
 * nothing is missed and nothing told twice, whatever dies. A subscription with many deliveries waiting stays where it is: of what
 * changes again meanwhile it will be told the latest only. One whose token nobody holds any more stays too.
 */
@ApplicationScoped
class FanOut {

    private static final int PAGE = 200;

    /** One that has not read all; a place behind the last number is of an archive that was restored, and goes back to its end. */
    private static final String BEHIND = """
            select cast(json_build_object('id', id, 'position', position, 'filter', cast(filter as json)) as text)
            from webhook
            where disabled_at is null and owner = any(cast(:owners as text[]))
              and position <> (select last_value - case when is_called then 0 else 1 end from change_number)
              and (select count(*) from (select from delivery where webhook_id = webhook.id and state = 'waiting'
                                         limit :backlog) as waiting) < :backlog
            order by read_at limit 1 for update skip locked
            """;

    private static final String ADD = """
            insert into delivery (id, webhook_id, change, type, subject, event_time, data, state, created_at, due_at, give_up_at)
            select fact.id, fact.webhook, change, type, subject, at, data, 'waiting', now, now, give_up_at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as fact
                (id uuid, webhook uuid, change bigint, type text, subject text, at timestamptz, data text, now timestamptz,
                 give_up_at timestamptz)
            on conflict (webhook_id, change) do nothing
            """;

    private static final String MOVE = "update webhook set position = :position, read_at = cast(:now as timestamptz)"
            + " where id = cast(cast(:id as text) as uuid)";

    private record Behind(String id, long position, ChangeFilter filter) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Added(
            UUID id,
            String webhook,
            long change,
            String type,
            String subject,
            Instant at,
            String data,
            Instant now,
            Instant giveUpAt) {}

    private final DatabaseWork database;
    private final PublicAddresses addresses;
    private final TokenNames tokens;
    private final int backlog;
    private final Duration giveUpAfter;

    FanOut(DatabaseWork database, PublicAddresses addresses, TokenNames tokens, WebhookConfig config) {
        this.database = database;
        this.addresses = addresses;
        this.tokens = tokens;
        this.backlog = config.backlog();
        this.giveUpAfter = config.giveUpAfter();
    }

    /** One page for one subscription. @return whether there may be more to do at once */
    Uni<Boolean> step(Instant now) {
        return database.transaction(session -> step(session, now));
    }

    Uni<Boolean> step(Mutiny.StatelessSession session, Instant now) {
        return session.createNativeQuery(BEHIND, String.class)
                .setParameter("owners", tokens.all().toArray(String[]::new))
                .setParameter("backlog", backlog)
                .getSingleResultOrNull()
                .chain(row ->
                        row == null ? Uni.createFrom().item(false) : read(session, Rows.read(row, Behind.class), now));
    }

    private Uni<Boolean> read(Mutiny.StatelessSession session, Behind behind, Instant now) {
        return ChangeFeed.after(session, behind.position(), PAGE).chain(slice -> {
            long reached = Math.min(slice.reached(), slice.drawn());
            List<Added> added = slice.changes().stream()
                    .flatMap(change -> ChangeEvent.of(change, behind.filter(), true, addresses).stream())
                    .map(event -> added(behind, event, now))
                    .toList();
            return JsonRows.of(added)
                    .write(session, ADD)
                    .chain(() -> session.createNativeQuery(MOVE)
                            .setParameter("position", reached)
                            .setParameter("now", Rows.time(now))
                            .setParameter("id", behind.id())
                            .executeUpdate())
                    .replaceWith(reached != behind.position());
        });
    }

    private Added added(Behind behind, ChangeEvent event, Instant now) {
        return new Added(
                UUID.randomUUID(),
                behind.id(),
                Long.parseLong(event.id()),
                event.type(),
                event.subject(),
                event.time(),
                Rows.write(event.data()),
                now,
                now.plus(giveUpAfter));
    }
}
