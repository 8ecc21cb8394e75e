package dev.periodical.content.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.kafka.EventJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reads changes. Law: once a reader has read up to a number, nothing appears at that number or before it. The order of the three
 * statements gives it: the last number that was drawn, then what transactions under way still hold back, then the rows.
 */
@ApplicationScoped
public class ChangeFeed {

    private static final String DRAWN =
            "select cast(last_value - case when is_called then 0 else 1 end as bigint) from change_number";

    /** The locks of V3: the upper half of the key is the lock's class, and 2^62 is theirs alone. */
    private static final String SETTLED = """
            select least(cast(:drawn as bigint),
                         min((cast(classid as bigint) - 1073741824) * 4294967296 + cast(objid as bigint)))
            from pg_locks
            where locktype = 'advisory' and objsubid = 1
              and database = (select oid from pg_database where datname = current_database())
              and cast(classid as bigint) between 1073741824 and 2147483647
            """;

    /** Titles are cut: a thousand of these stand in memory, and the whole is behind the link. */
    private static final String CHANGES = """
            select cast(row_to_json(told) as text) from (
                (select change as number, true as article, cast(id as text) as subject,
                        cast(extract(epoch from event_time) * 1000000 as bigint) as time, withdrawn,
                        not withdrawn and visibility = 'public' as open,
                        (withdrawn or visibility <> 'public') and exists (
                            select from revision where article_id = article.id and
                                coalesce(revision.visibility, cast(payload as json) ->> 'visibility') = 'public')
                            as "wasOpen",
                        revision, visibility, left(title, 500) as title, author, category_paths as "categoryPaths", tags,
                        null as state, null as "mediaId", null as "contentType", cast(null as integer) as width,
                        cast(null as integer) as height, null as reason
                 from article where change > :after and change <= :upTo order by change limit :most)
                union all
                (select change, false, ref, cast(extract(epoch from event_time) * 1000000 as bigint), false, true, false,
                        null, null, null, null, null, null, state, media_id, content_type, width, height, reason
                 from picture where change > :after and change <= :upTo order by change limit :most)
                order by number limit :most) as told
            order by number
            """;

    private final DatabaseWork database;

    ChangeFeed(DatabaseWork database) {
        this.database = database;
    }

    /**
     * A piece of the feed.
     *
     * @param changes in order
     * @param reached the number up to which they are all there are
     * @param drawn the last number that was given; a reader who stands behind it has read another archive, or this one before it
     *     was restored
     */
    public record Slice(List<Change> changes, long reached, long drawn) {}

    /** Where the feed ends now: nothing is settled behind it yet. */
    public Uni<Slice> end() {
        return database.transaction(session -> drawn(session)
                .chain(drawn -> settled(session, drawn).map(settled -> new Slice(List.of(), settled, drawn))));
    }

    /** What is settled behind a number, at most so many. Fails like {@link DatabaseWork#apart}. */
    public Uni<Slice> after(long number, int most) {
        return database.transaction(session -> after(session, number, most));
    }

    /** The same in a transaction of the caller's, whose every statement sees what is committed (read committed). */
    public static Uni<Slice> after(Mutiny.StatelessSession session, long number, int most) {
        return drawn(session)
                .chain(drawn -> drawn <= number
                        ? nothing(number, drawn)
                        : settled(session, drawn)
                                .chain(settled -> settled <= number
                                        ? nothing(number, drawn)
                                        : changes(session, number, settled, most)
                                                .map(found -> slice(found, settled, drawn, most))));
    }

    private static Uni<Slice> nothing(long number, long drawn) {
        return Uni.createFrom().item(new Slice(List.of(), number, drawn));
    }

    private static Uni<Long> drawn(Mutiny.StatelessSession session) {
        return session.createNativeQuery(DRAWN, Long.class).getSingleResult();
    }

    private static Uni<Long> settled(Mutiny.StatelessSession session, long drawn) {
        return session.createNativeQuery(SETTLED, Long.class)
                .setParameter("drawn", drawn)
                .getSingleResult();
    }

    private static Uni<List<Change>> changes(Mutiny.StatelessSession session, long after, long upTo, int most) {
        return session.createNativeQuery(CHANGES, String.class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(ChangeFeed::read).toList());
    }

    private static Slice slice(List<Change> found, long settled, long drawn, int most) {
        return new Slice(
                found,
                found.size() < most ? settled : found.get(found.size() - 1).number(),
                drawn);
    }

    private static Change read(String row) {
        try {
            return EventJson.MAPPER.readValue(row, Change.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL's JSON has no such row", e);
        }
    }
}
