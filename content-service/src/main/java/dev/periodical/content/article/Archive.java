package dev.periodical.content.article;

import dev.periodical.database.Columns;
import dev.periodical.database.DatabaseWork;
import dev.periodical.database.JsonRows;
import dev.periodical.events.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes facts in: a batch of events becomes one transaction of at most six statements.
 *
 * <p>The law: of two facts about one subject the later holds, in whatever order and however often they come. Each statement
 * carries it as its own condition, so it holds against other replicas too; an upsert of whole entities could not say it. The
 * rows travel by the column, which PostgreSQL unfolds: one round trip, however many they are; in the order of their keys, so that
 * two replicas never wait for each other in a circle.
 */
@ApplicationScoped
public class Archive {

    /**
     * A poll's texts unfold in memory and not in a file, and so many words of new articles are sorted at once when GIN's pending
     * list is full: half the time and a third of the log.
     */
    private static final String ROOM = "set local work_mem = '64MB'";

    private static final Columns<ArticleFact> IDS = new Columns<ArticleFact>().with("id", "uuid", ArticleFact::id);

    private static final String ARTICLES =
            "insert into article (" + ArticleFact.COLUMNS.names() + ") select " + ArticleFact.COLUMNS.rows() + """
             on conflict (id) do update set
                event_time = excluded.event_time, event_id = excluded.event_id, withdrawn = excluded.withdrawn,
                revision = excluded.revision, visibility = excluded.visibility, title = excluded.title,
                author = excluded.author, source = excluded.source, published_at = excluded.published_at,
                listed_at = excluded.listed_at, category_paths = excluded.category_paths, tags = excluded.tags,
                image_refs = excluded.image_refs, indexed_revision = excluded.indexed_revision, plain = excluded.plain,
                heading = excluded.heading, search = excluded.search,
                ingested_at = case when article.withdrawn or excluded.withdrawn then excluded.ingested_at
                                   else least(article.ingested_at, excluded.ingested_at) end,
                withdrawn_at = case when article.withdrawn then greatest(article.withdrawn_at, article.event_time)
                                    else article.withdrawn_at end
            where (article.event_time, article.event_id) < (excluded.event_time, excluded.event_id)
            """;

    private static final String REVISIONS =
            "insert into revision (" + RevisionFact.COLUMNS.names() + ") select " + RevisionFact.COLUMNS.rows() + """
             on conflict (article_id, revision) do update set
                first_seen = least(revision.first_seen, excluded.first_seen),
                last_seen = greatest(revision.last_seen, excluded.last_seen),
                visibility = case when revision.last_seen < excluded.last_seen
                                  then excluded.visibility else coalesce(revision.visibility, excluded.visibility) end,
                payload = case when revision.last_seen < excluded.last_seen
                               then excluded.payload else revision.payload end
            where excluded.last_seen > revision.last_seen or excluded.first_seen < revision.first_seen
            """;

    /** When an article was first seen; one without a date is listed there. An older revision may arrive last. */
    private static final String FIRST_SEEN = """
            update article set ingested_at = seen.first,
                listed_at = case when undated then seen.first else listed_at end
            from (select known.id, known.published_at is null and not known.withdrawn as undated,
                         min(revision.first_seen) as first
                  from unnest(cast(:id as text[])) as fact (id)
                  join article as known on known.id = cast(fact.id as uuid)
                  join revision on revision.article_id = known.id
                  group by known.id) as seen
            where article.id = seen.id
              and (article.ingested_at <> seen.first or undated and article.listed_at <> seen.first)
            """;

    /** An older withdrawal may arrive after a newer post, and still ends what came before it. */
    private static final String WITHDRAWALS = """
            update article set withdrawn_at = fact.at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as fact (id uuid, at timestamptz)
            where article.id = fact.id and (article.withdrawn_at is null or article.withdrawn_at < fact.at)
            """;

    private static final String PICTURES = """
            insert into picture (ref, event_time, event_id, state, media_id, content_type, size, width, height,
                                 blur_hash, origin, reason, detail)
            select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as fact
                (ref text, event_time timestamptz, event_id text, state text, media_id text, content_type text,
                 size bigint, width integer, height integer, blur_hash text, origin text, reason text, detail text)
            order by ref
            on conflict (ref) do update set
                event_time = excluded.event_time, event_id = excluded.event_id, state = excluded.state,
                media_id = excluded.media_id, content_type = excluded.content_type, size = excluded.size,
                width = excluded.width, height = excluded.height, blur_hash = excluded.blur_hash,
                origin = excluded.origin, reason = excluded.reason, detail = excluded.detail
            where (picture.event_time, picture.event_id) < (excluded.event_time, excluded.event_id)
            """;

    private final DatabaseWork database;
    private final AtomicLong kept = new AtomicLong();

    Archive(DatabaseWork database) {
        this.database = database;
    }

    /**
     * Makes the events take effect, all or none. Words for the search are made here and now, in the caller's thread.
     *
     * @return completes once committed; fails like {@link DatabaseWork#apart}
     */
    public Uni<Void> keep(Collection<Envelope> batch) {
        return keep(batch, session -> Uni.createFrom().voidItem());
    }

    /** The same, with something to be done before it in the same transaction. */
    public Uni<Void> keep(Collection<Envelope> batch, Function<Mutiny.StatelessSession, Uni<Void>> first) {
        Facts facts = Facts.of(batch);
        JsonRows withdrawals = JsonRows.of(facts.withdrawals());
        JsonRows pictures = JsonRows.of(facts.pictures());
        return database.transaction(session -> first.apply(session)
                        .chain(() -> session.createNativeQuery(ROOM).executeUpdate())
                        .chain(() -> RevisionFact.COLUMNS.write(session, REVISIONS, facts.revisions()))
                        .chain(() -> ArticleFact.COLUMNS.write(session, ARTICLES, facts.articles()))
                        .chain(() -> IDS.write(session, FIRST_SEEN, facts.articles()))
                        .chain(() -> withdrawals.write(session, WITHDRAWALS))
                        .chain(() -> pictures.write(session, PICTURES)))
                .invoke(() -> kept.addAndGet(facts.articles().size()));
    }

    /** How many facts of articles this replica has kept since its start. */
    long keptArticles() {
        return kept.get();
    }
}
