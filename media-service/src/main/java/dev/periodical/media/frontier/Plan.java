package dev.periodical.media.frontier;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.periodical.database.DatabaseWork;
import dev.periodical.database.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Puts pictures into the frontier. A picture that is there already is left alone, whatever its state: planning it twice is
 * planning it once; but a collection that is about to remove it is kept from it, and what one has just removed is planned anew.
 * Rows travel as one JSON parameter, one round trip a table.
 */
@ApplicationScoped
public class Plan {

    private static final String USES = """
            insert into article_use (article_id, event_time, event_id, refs)
            select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as fact
                (article_id uuid, event_time timestamptz, event_id text, refs text[])
            order by article_id
            on conflict (article_id) do update set
                event_time = excluded.event_time, event_id = excluded.event_id, refs = excluded.refs
            where (article_use.event_time, article_use.event_id) < (excluded.event_time, excluded.event_id)
            """;

    private static final String PICTURES = """
            insert into picture (ref, url, alternatives, page, traceparent, host, home, source, state, rung, round, due_at,
                planned_at)
            select ref, url, alternatives, page, traceparent, host, host, source, 'waiting', 0, 0, now(), now()
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as fact
                (ref text, url text, alternatives text[], page text, traceparent text, host text, source text)
            order by ref
            on conflict (ref) do nothing
            """;

    private static final String HOSTS = """
            insert into host (name, due_at)
            select name, now() from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as fact (name text)
            order by name
            on conflict (name) do update set due_at = least(host.due_at, excluded.due_at)
            """;

    /**
     * Holds the pictures against a collection until the end of the transaction, from where on their use is seen, and takes
     * their marks away. A collection that came first has removed some: then fewer are held.
     */
    private static final String HOLD = """
            with held as materialized (
                select ref, media_id from picture where ref = any(cast(:refs as bpchar[])) order by ref for key share),
            marked as (
                select garbage.media_id from garbage join held on held.media_id = garbage.media_id
                where not condemned order by garbage.media_id for update of garbage),
            revived as (delete from garbage using marked where garbage.media_id = marked.media_id)
            select count(*) from held
            """;

    private static final Comparator<ArticleUse> AGE =
            Comparator.comparing(ArticleUse::eventTime).thenComparing(ArticleUse::eventId);

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record UseRow(String articleId, Instant eventTime, String eventId, List<String> refs) {}

    record HostName(String name) {}

    private final DatabaseWork database;

    Plan(DatabaseWork database) {
        this.database = database;
    }

    /** Plans the pictures of a batch of articles, all or none. */
    public Uni<Void> add(Collection<ArticleUse> batch) {
        Map<String, ArticleUse> newest = new LinkedHashMap<>();
        batch.stream().sorted(AGE).forEach(use -> newest.put(use.articleId(), use));
        Collection<PlannedPicture> pictures = batch.stream()
                .flatMap(use -> use.pictures().stream())
                .collect(Collectors.toMap(
                        PlannedPicture::ref, Function.identity(), (first, same) -> first, LinkedHashMap::new))
                .values();
        List<HostName> hosts = pictures.stream()
                .map(PlannedPicture::host)
                .distinct()
                .map(HostName::new)
                .toList();
        JsonRows useRows = JsonRows.of(newest.values().stream().map(Plan::row).toList());
        JsonRows pictureRows = JsonRows.of(pictures);
        JsonRows hostRows = JsonRows.of(hosts);
        return database.transaction(session -> useRows.write(session, USES)
                .chain(() -> pictureRows.write(session, PICTURES))
                .chain(() -> hold(session, pictures, pictureRows))
                .chain(() -> hostRows.write(session, HOSTS)));
    }

    private static Uni<Void> hold(
            Mutiny.StatelessSession session, Collection<PlannedPicture> pictures, JsonRows pictureRows) {
        if (pictures.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(HOLD, Long.class)
                .setParameter("refs", pictures.stream().map(PlannedPicture::ref).toArray(String[]::new))
                .getSingleResult()
                .chain(held -> held == pictures.size()
                        ? Uni.createFrom().voidItem()
                        : pictureRows.write(session, PICTURES).chain(() -> hold(session, pictures, pictureRows)));
    }

    private static UseRow row(ArticleUse use) {
        return new UseRow(
                use.articleId(),
                use.eventTime(),
                use.eventId(),
                use.pictures().stream().map(PlannedPicture::ref).toList());
    }
}
