package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaStored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers which addresses of a host answered with which bytes, and reopens pictures that turn out to be notices. */
@ApplicationScoped
public class Sightings {

    private static final String TOLD = """
            unnest(cast(:mediaIds as bpchar[]), cast(:hosts as text[]), cast(:addresses as bpchar[]), cast(:limits as int[]))
            with ordinality as told (media_id, host, address, most, place)
            """;

    /** One at a time for the same bytes, or two could each be the last before the limit. In one order, against deadlocks. */
    private static final String ALONE = "select count(pg_advisory_xact_lock(lock)) from (select distinct hashtext("
            + "cast(told.media_id as text) || told.host) as lock from " + TOLD + " order by 1) as locks";

    private static final String SEEN =
            "insert into sighting (media_id, host, address) select media_id, host, address from " + TOLD
                    + " on conflict do nothing";

    private static final String COUNT = """
            select (select count(*) from (
                select 1 from sighting
                where sighting.media_id = told.media_id and sighting.host = told.host limit told.most) as seen)
            from\s""" + TOLD + " order by told.place";

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
    private final Gathering<Sighting, Integer> seen;

    Sightings(DatabaseWork database) {
        this.database = database;
        this.seen = new Gathering<>(this::seen);
    }

    /**
     * Some bytes at an address.
     *
     * @param mediaId the bytes' SHA-256
     * @param host that answered
     * @param address the SHA-256 of the URL that counts for one
     * @param limit nobody counts further
     */
    public record Sighting(String mediaId, String host, String address, int limit) {}

    /**
     * Notes an address. Those that are seen at the same time share a transaction.
     *
     * @return at how many addresses of that host these bytes were seen, this one with them
     */
    public Uni<Integer> seen(Sighting sighting) {
        return seen.add(sighting);
    }

    private Uni<List<Integer>> seen(List<Sighting> sightings) {
        return database.transaction(session -> told(session.createNativeQuery(ALONE, Long.class), sightings)
                .getSingleResult()
                .chain(() -> told(session.createNativeQuery(SEEN), sightings).executeUpdate())
                .chain(() -> told(session.createNativeQuery(COUNT, Long.class), sightings)
                        .getResultList())
                .map(counts -> counts.stream().map(Long::intValue).toList()));
    }

    private static <Q extends Mutiny.AbstractQuery> Q told(Q query, List<Sighting> sightings) {
        query.setParameter("mediaIds", texts(sightings, Sighting::mediaId));
        query.setParameter("hosts", texts(sightings, Sighting::host));
        query.setParameter("addresses", texts(sightings, Sighting::address));
        query.setParameter("limits", sightings.stream().map(Sighting::limit).toArray(Integer[]::new));
        return query;
    }

    private static String[] texts(List<Sighting> sightings, Function<Sighting, String> what) {
        return sightings.stream().map(what).toArray(String[]::new);
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
