package dev.periodical.content.article;

import dev.periodical.database.DatabaseWork;
import dev.periodical.database.JsonRows;
import dev.periodical.events.Article;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Gives search words to the rows that have none of their current revision: those of the release before V2. Goes on where any
 * replica stopped, for the rows themselves say what is left; what intake has written meanwhile is left alone. Looks again
 * every minute, because the older release may still run beside this one.
 */
@ApplicationScoped
public class SearchBackfill {

    private static final Logger LOG = Logger.getLogger(SearchBackfill.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** A payload may have megabytes. */
    private static final int AT_ONCE = 8;

    private static final String LEFT = """
            select cast(json_build_object('id', article.id, 'payload', revision.payload) as text)
            from article join revision on revision.article_id = article.id and revision.revision = article.revision
            where not article.withdrawn and article.indexed_revision is distinct from article.revision
              and article.id > cast(cast(:id as text) as uuid)
            order by article.id limit :most
            """;

    private static final String WRITE = """
            update article set plain = fact.plain, heading = fact.heading, search = fact.search, indexed_revision = fact.revision,
                ingested_at = (select min(first_seen) from revision where revision.article_id = article.id)
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as fact
                (id uuid, revision text, plain text, heading tsvector, search tsvector)
            where article.id = fact.id and article.revision = fact.revision and not article.withdrawn
              and article.indexed_revision is distinct from article.revision
            """;

    private record Left(String id, String payload) {}

    private record Indexed(String id, String revision, String plain, String heading, String search) {}

    private final DatabaseWork database;
    private Cancellable running;

    SearchBackfill(DatabaseWork database) {
        this.database = database;
    }

    void onStart(@Observes StartupEvent event) {
        running = Rounds.every(EVERY, "search words are filled in", LOG, this::fill);
    }

    void onStop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    /** Fills in what is left, a few rows a step. */
    Uni<Void> fill() {
        AtomicReference<String> at = new AtomicReference<>("00000000-0000-0000-0000-000000000000");
        return Multi.createBy()
                .repeating()
                .uni(() -> step(at.get()).invoke(done -> done.ifPresent(at::set)))
                .until(Optional::isEmpty)
                .onItem()
                .ignoreAsUni();
    }

    /** @return the last row of this step, nothing where none was left */
    private Uni<Optional<String>> step(String after) {
        return database.transaction(session -> session.createNativeQuery(LEFT, String.class)
                        .setParameter("id", after)
                        .setParameter("most", AT_ONCE)
                        .getResultList())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.stream()
                        .map(row -> ArticleLists.read(row, Left.class))
                        .toList())
                .chain(left -> left.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : write(left)
                                .replaceWith(
                                        Optional.of(left.get(left.size() - 1).id())));
    }

    private Uni<Void> write(List<Left> left) {
        JsonRows rows = JsonRows.of(left.stream().map(SearchBackfill::indexed).toList());
        return database.transaction(session -> rows.write(session, WRITE));
    }

    private static Indexed indexed(Left row) {
        Article article = ArticleLists.read(row.payload(), Article.class);
        SearchWords words = SearchWords.of(article);
        return new Indexed(row.id(), article.revision(), words.plain(), words.heading(), words.search());
    }
}
