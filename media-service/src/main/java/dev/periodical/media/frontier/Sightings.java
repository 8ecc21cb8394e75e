package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaStored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Remembers which addresses of a host answered with which bytes, and reopens pictures that turn out to be notices. */
@ApplicationScoped
public class Sightings {

    /** One at a time for the same bytes, or two could each be the last before the limit. */
    private static final String ALONE =
            "select cast(pg_advisory_xact_lock(hashtext(cast(:mediaId as text) || cast(:host as text))) as text)";

    private static final String SEEN = """
            insert into sighting (media_id, host, address) values (:mediaId, :host, :address) on conflict do nothing
            """;

    private static final String COUNT = """
            select count(*) from (
                select 1 from sighting where media_id = :mediaId and host = :host limit :limit) as seen
            """;

    private static final String ALIKE = """
            select ref, url, origin, media_id, content_type, size, width, height, blur_hash, traceparent from picture
            where media_id = :mediaId and state = 'stored' and lower(split_part(split_part(origin, '/', 3), ':', 1)) = :host
            order by ref limit 1000
            """;

    private static final String REOPENED = """
            with chosen as (
                select ref from picture where ref = any(cast(:refs as text[])) and state = 'stored' and media_id = :mediaId
                order by ref for update),
            again as (
                update picture set
                    kept_state = 'suspect', kept_origin = origin, kept_reason = :reason,
                    state = 'waiting', host = coalesce(home, host), rung = 0, round = 0, may_heal = false,
                    due_at = now(), tried_at = null, settled_at = null, origin = null, reason = null, detail = null
                from chosen where picture.ref = chosen.ref
                returning picture.host)
            insert into host (name, due_at) select distinct host, now() from again order by host
            on conflict (name) do update set due_at = least(host.due_at, excluded.due_at)
            """;

    private final DatabaseWork database;

    Sightings(DatabaseWork database) {
        this.database = database;
    }

    /**
     * Notes an address.
     *
     * @param address its SHA-256
     * @param limit counts no further
     * @return at how many addresses of that host these bytes were seen, this one with them
     */
    public Uni<Integer> seen(String mediaId, String host, String address, int limit) {
        return database.transaction(session -> session.createNativeQuery(ALONE, String.class)
                .setParameter("mediaId", mediaId)
                .setParameter("host", host)
                .getResultList()
                .chain(() -> session.createNativeQuery(SEEN)
                        .setParameter("mediaId", mediaId)
                        .setParameter("host", host)
                        .setParameter("address", address)
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(COUNT, Long.class)
                        .setParameter("mediaId", mediaId)
                        .setParameter("host", host)
                        .setParameter("limit", limit)
                        .getSingleResult())
                .map(Long::intValue));
    }

    /**
     * A picture of the same bytes that is kept as a sound one.
     *
     * @param stored what is to be said of it now
     * @param traceparent its trace, or null
     */
    public record Alike(MediaStored stored, String traceparent) {}

    /** Pictures that a host answered with these bytes and that pass for sound. */
    public Uni<List<Alike>> alike(String mediaId, String host, FailureReason suspect) {
        return database.transaction(session -> session.createNativeQuery(ALIKE, Object[].class)
                        .setParameter("mediaId", mediaId)
                        .setParameter("host", host)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> alike(row, suspect)).toList());
    }

    /** They are suspect, and their ladders are climbed again for something better. */
    public Uni<Void> reopen(String mediaId, List<String> refs, FailureReason suspect) {
        return database.transaction(session -> session.createNativeQuery(REOPENED)
                .setParameter("mediaId", mediaId)
                .setParameter("refs", refs.toArray(String[]::new))
                .setParameter("reason", suspect.code())
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Alike alike(Object[] row, FailureReason suspect) {
        return new Alike(
                new MediaStored(
                        row[0].toString(),
                        (String) row[1],
                        (String) row[2],
                        row[3].toString(),
                        (String) row[4],
                        ((Number) row[5]).longValue(),
                        (Integer) row[6],
                        (Integer) row[7],
                        (String) row[8],
                        suspect),
                (String) row[9]);
    }
}
