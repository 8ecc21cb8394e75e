package dev.periodical.media.frontier;

import dev.periodical.database.DatabaseWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which media ids nobody uses, since when, and the two steps in which they go. First, in one transaction: whoever may come to
 * use them is locked out, their use is looked up again, and what is still unused loses its pictures' rows and is condemned.
 * Then, in another that holds the mark: the bytes, and last the mark. A crash between leaves a condemned mark, which the next
 * run finds.
 *
 * <p>Locks are taken in one order, pictures by ref, then marks by id: here, and where articles are planned.
 */
@ApplicationScoped
public class Garbage {

    private static final String USED = """
            exists (select from picture join article_use on article_use.refs @> array[cast(picture.ref as text)]
                    where picture.media_id = asked.media_id)
            """;

    private static final String ASKED = " unnest(cast(:ids as bpchar[])) as asked (media_id) ";

    private static final String STANDING = "select cast(asked.media_id as text), " + USED
            + ", cast(extract(epoch from mark.marked_at) * 1000 as bigint), coalesce(mark.marked_at <= now() - make_interval(secs => :grace), false) from"
            + ASKED
            + "left join garbage as mark on mark.media_id = asked.media_id";

    private static final String MARK = "insert into garbage (media_id, marked_at) select asked.media_id, now() from"
            + ASKED + "order by 1 on conflict (media_id) do nothing";

    private static final String REVIVE =
            "delete from garbage where not condemned and media_id in (select media_id from garbage"
                    + " where media_id = any(cast(:ids as bpchar[])) order by media_id for update)";

    private static final String SPARE = "delete from garbage where media_id in (select media_id from garbage"
            + " where media_id = any(cast(:ids as bpchar[])) order by media_id for update)";

    private static final String LOCK_PICTURES =
            "select cast(ref as text) from picture where media_id = any(cast(:ids as bpchar[])) order by ref for update";

    private static final String LOCK_MARKS = """
            select cast(media_id as text) from garbage where media_id = any(cast(:ids as bpchar[]))
                and not condemned and marked_at <= now() - make_interval(secs => :grace)
            order by media_id for update
            """;

    private static final String CONDEMN =
            "with unused as (select asked.media_id from" + ASKED + "where not " + USED + """
            ), gone as (
                delete from picture using unused where picture.media_id = unused.media_id returning picture.ref),
            tried as (delete from attempt using gone where attempt.ref = gone.ref)
            update garbage set condemned = true from unused where garbage.media_id = unused.media_id
            returning cast(garbage.media_id as text)
            """;

    private static final String CONDEMNED = """
            select cast(media_id as text) from garbage where condemned order by media_id limit :most
            for update skip locked
            """;

    private static final String GONE = "delete from garbage where media_id = any(cast(:ids as bpchar[]))";

    private final DatabaseWork database;
    private final Mutiny.SessionFactory sessions;
    private final Gathering<String, Void> spared;

    Garbage(DatabaseWork database, Mutiny.SessionFactory sessions) {
        this.database = database;
        this.sessions = sessions;
        this.spared = Gathering.ofEffects(this::spareAll);
    }

    /**
     * How a media id stands.
     *
     * @param used an article shows a picture of these bytes
     * @param markedAt since when it is known to be unused, null where it is not marked
     * @param due the grace period is over
     */
    public record Standing(String mediaId, boolean used, Instant markedAt, boolean due) {}

    /**
     * These bytes are about to be put: no mark of theirs counts any more. Waits while they are being removed, or others that
     * are spared at the same time: they share a statement.
     */
    public Uni<Void> spare(String mediaId) {
        return spared.add(mediaId);
    }

    private Uni<Void> spareAll(List<String> ids) {
        return database.apart(() -> sessions.withStatelessSession(session -> session.createNativeQuery(SPARE)
                        .setParameter("ids", array(ids))
                        .executeUpdate()))
                .replaceWithVoid();
    }

    public Uni<List<Standing>> standing(Collection<String> ids, Duration grace) {
        return database.transaction(session -> session.createNativeQuery(STANDING, Object[].class)
                .setParameter("ids", array(ids))
                .setParameter("grace", seconds(grace))
                .getResultList()
                .map(rows -> rows.stream().map(Garbage::standing).toList()));
    }

    private static Standing standing(Object[] row) {
        Instant markedAt = row[2] == null ? null : Instant.ofEpochMilli(((Number) row[2]).longValue());
        return new Standing((String) row[0], (Boolean) row[1], markedAt, (Boolean) row[3]);
    }

    /** Nobody uses them as of now; the grace period of those marked already goes on. */
    public Uni<Void> mark(Collection<String> ids) {
        return write(MARK, ids);
    }

    /** They are used after all. */
    public Uni<Void> revive(Collection<String> ids) {
        return write(REVIVE, ids);
    }

    private Uni<Void> write(String statement, Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(session -> session.createNativeQuery(statement)
                        .setParameter("ids", array(ids))
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** The first step. @return those of them that were marked for the whole grace period and that still nobody uses */
    public Uni<List<String>> condemn(Collection<String> ids, Duration grace) {
        return database.transaction(session -> session.createNativeQuery(LOCK_PICTURES, String.class)
                .setParameter("ids", array(ids))
                .getResultList()
                .chain(() -> session.createNativeQuery(LOCK_MARKS, String.class)
                        .setParameter("ids", array(ids))
                        .setParameter("grace", seconds(grace))
                        .getResultList())
                .chain(due -> session.createNativeQuery(CONDEMN, String.class)
                        .setParameter("ids", array(due))
                        .getResultList()));
    }

    /**
     * The second step, for some of the condemned that nobody else has in hand.
     *
     * @param most how many
     * @param removal removes the bytes of these ids, on whatever thread; may be repeated
     * @return whose bytes are gone; empty when there was nothing to do
     */
    public Uni<List<String>> sweep(int most, Function<List<String>, Uni<Void>> removal) {
        return database.transaction(session -> {
            Context home = Vertx.currentContext();
            return session.createNativeQuery(CONDEMNED, String.class)
                    .setParameter("most", most)
                    .getResultList()
                    .chain(ids -> ids.isEmpty()
                            ? Uni.createFrom().item(ids)
                            : removal.apply(ids)
                                    .emitOn(rest -> home.runOnContext(now -> rest.run()))
                                    .chain(() -> session.createNativeQuery(GONE)
                                            .setParameter("ids", array(ids))
                                            .executeUpdate())
                                    .replaceWith(ids));
        });
    }

    private static String[] array(Collection<String> ids) {
        return ids.toArray(String[]::new);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
