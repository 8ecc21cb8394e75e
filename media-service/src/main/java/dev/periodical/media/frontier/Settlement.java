package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Writes down what became of a claimed picture, with the attempts that led there, in one transaction. It is the last of a
 * picture's effects (bytes, event, row), so a crash before it repeats idempotent steps and loses nothing.
 */
@ApplicationScoped
public class Settlement {

    private static final String DOUBTED = """
            update picture set media_id = :mediaId, content_type = :contentType, size = :size, width = :width,
                height = :height, blur_hash = :blurHash,
                kept_state = 'suspect', kept_origin = :origin, kept_reason = :reason
            where ref = :ref and state = 'waiting' and kept_state is null
            """;

    private static final String ADOPTED = """
            insert into picture (ref, url, alternatives, host, state, rung, round, due_at, planned_at)
            values (:ref, :url, '{}', '', 'waiting', 0, 0, 'infinity', now())
            on conflict (ref) do nothing
            """;

    private static final String FAILED = """
            update picture set state = :state, settled_at = now(), origin = :origin, reason = :reason, detail = :detail,
                host = coalesce(home, host)
            where ref = :ref and state = 'waiting' and kept_state is null
            """;

    private static final String KEPT =
            "select * from picture where ref = :ref and (state in ('stored', 'suspect') or kept_state is not null)";

    /** Whether a failure that the hand-in overrides was settled while it was under way; waits for one that just is. */
    private static final String FAILED_SINCE = """
            select state in ('failed', 'refused') and settled_at > :began from picture where ref = :ref for update
            """;

    private static final String AS_BEFORE = """
            update picture set state = kept_state, settled_at = now(), origin = kept_origin, reason = kept_reason,
                detail = null, host = coalesce(home, host), kept_state = null, kept_origin = null, kept_reason = null
            where ref = :ref and state = 'waiting' and kept_state is not null
            """;

    private static final String LATER = """
            update picture set host = :host, rung = :rung, round = :round,
                origin = :origin, reason = :reason, detail = :detail, may_heal = :mayHeal,
                tried_at = case when :round > 0 then coalesce(tried_at, now()) end,
                due_at = now() + make_interval(secs => :seconds)
            where ref = :ref and state = 'waiting'
            """;

    private static final String POSTPONED = """
            update picture set round = round + :rounds, due_at = now() + make_interval(secs => :seconds)
            where ref = :ref and state = 'waiting'
            """;

    private static final String DUE_HOST = """
            insert into host (name, due_at) values (:host, now() + make_interval(secs => :seconds))
            on conflict (name) do update set due_at = least(host.due_at, excluded.due_at)
            """;

    /** A replica's clock and the database's may differ by this much. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final DatabaseWork database;
    private final Gathering<StoredRows.Kept, Void> stored;

    Settlement(DatabaseWork database) {
        this.database = database;
        this.stored = Gathering.ofEffects(kept -> database.transaction(session -> StoredRows.write(session, kept)));
    }

    /** Kept pictures that are settled at the same time share a transaction. */
    public Uni<Void> stored(MediaStored picture, List<Attempt> attempts) {
        return stored.add(new StoredRows.Kept(picture, attempts));
    }

    /**
     * The same for a picture that was handed in; no article needs to have shown it yet.
     *
     * @param began when its hand-in did
     * @return whether a failure was settled since, which may have been published after this fact: it is to be published again
     */
    public Uni<Boolean> handedIn(MediaStored stored, Instant began, List<Attempt> attempts) {
        return database.transaction(session -> session.createNativeQuery(ADOPTED)
                .setParameter("ref", stored.ref())
                .setParameter("url", stored.url())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(FAILED_SINCE, Boolean.class)
                        .setParameter("ref", stored.ref())
                        .setParameter("began", began.minus(CLOCKS_APART))
                        .getSingleResult())
                .call(() -> StoredRows.write(session, List.of(new StoredRows.Kept(stored, attempts))))
                .map(Boolean.TRUE::equals));
    }

    /** A picture that was kept and asked for again is what it was, for nothing better came. */
    public Uni<Void> asBefore(String ref, List<Attempt> attempts) {
        return database.transaction(session -> session.createNativeQuery(AS_BEFORE)
                .setParameter("ref", ref)
                .executeUpdate()
                .chain(() -> StoredRows.attempts(session, ref, attempts)));
    }

    /** Suspect bytes are kept; the picture still waits for better ones. */
    public Uni<Void> doubted(MediaStored suspect) {
        return database.transaction(session -> session.createNativeQuery(DOUBTED)
                .setParameter("ref", suspect.ref())
                .setParameter("mediaId", suspect.mediaId())
                .setParameter("contentType", suspect.contentType())
                .setParameter("size", suspect.size())
                .setParameter("width", suspect.width())
                .setParameter("height", suspect.height())
                .setParameter("blurHash", suspect.blurHash())
                .setParameter("origin", suspect.origin())
                .setParameter("reason", suspect.suspect().code())
                .executeUpdate()
                .replaceWithVoid());
    }

    /**
     * The picture can't be had, unless its bytes have come by another way meanwhile.
     *
     * @return null where that is settled; where the row says that bytes are kept, that fact: it is to be published again, for
     *     the failure may have been published after it
     */
    public Uni<MediaStored> failed(MediaFailed failed, List<Attempt> attempts) {
        boolean refused = failed.reason().kind() == FailureReason.Kind.REFUSED;
        PictureState state = refused ? PictureState.REFUSED : PictureState.FAILED;
        return database.transaction(session -> session.createNativeQuery(FAILED)
                .setParameter("ref", failed.ref())
                .setParameter("state", state.code())
                .setParameter("origin", failed.origin())
                .setParameter("reason", failed.reason().code())
                .setParameter("detail", failed.detail())
                .executeUpdate()
                .chain(() -> StoredRows.attempts(session, failed.ref(), attempts))
                .chain(() -> session.createNativeQuery(KEPT, PictureRow.class)
                        .setParameter("ref", failed.ref())
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : fact(row)));
    }

    private static MediaStored fact(PictureRow row) {
        boolean asked = row.keptState != null;
        String reason = asked ? row.keptReason : row.reason;
        return new MediaStored(
                row.ref,
                row.url,
                asked ? row.keptOrigin : row.origin,
                row.mediaId,
                row.contentType,
                row.size,
                row.width,
                row.height,
                row.blurHash,
                reason == null ? null : FailureReason.ofCode(reason));
    }

    /**
     * The picture's turn comes again.
     *
     * @param host whose turn it is then
     * @param rung where on the ladder to go on
     * @param round how often the whole ladder was climbed in vain by then
     * @param failure what came of it so far, null for nothing yet
     * @param wait from now
     */
    public Uni<Void> later(
            String ref, String host, int rung, int round, RoundFailure failure, Duration wait, List<Attempt> attempts) {
        double seconds = wait.toMillis() / 1000.0;
        return database.transaction(session -> session.createNativeQuery(LATER)
                .setParameter("ref", ref)
                .setParameter("host", host)
                .setParameter("rung", rung)
                .setParameter("round", round)
                .setParameter("origin", failure == null ? null : failure.url())
                .setParameter(
                        "reason", failure == null ? null : failure.reason().code())
                .setParameter("detail", failure == null ? null : failure.detail())
                .setParameter("mayHeal", failure != null && failure.mayHeal())
                .setParameter("seconds", seconds)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(DUE_HOST)
                        .setParameter("host", host)
                        .setParameter("seconds", seconds)
                        .executeUpdate())
                .chain(() -> StoredRows.attempts(session, ref, attempts)));
    }

    /** The turn failed for a reason that is ours: nothing is known of the picture but that its turn comes later. */
    public Uni<Void> postponed(String ref, Duration wait) {
        return dueIn(ref, wait, 1);
    }

    /** Nothing was tried: the picture waits for another one. */
    public Uni<Void> waits(String ref, Duration wait) {
        return dueIn(ref, wait, 0);
    }

    private Uni<Void> dueIn(String ref, Duration wait, int rounds) {
        return database.transaction(session -> session.createNativeQuery(POSTPONED)
                .setParameter("ref", ref)
                .setParameter("rounds", rounds)
                .setParameter("seconds", wait.toMillis() / 1000.0)
                .executeUpdate()
                .replaceWithVoid());
    }
}
