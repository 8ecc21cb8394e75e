package dev.periodical.content.article;

import dev.periodical.database.DatabaseWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Merges the words of new articles into the index as soon as intake rests: a search reads what is pending from end to end. While
 * intake goes on PostgreSQL does it, by hundreds of articles at once.
 */
@ApplicationScoped
class PendingWords {

    private static final Logger LOG = Logger.getLogger(PendingWords.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final String MERGE = "select cast(gin_clean_pending_list('article_search') as text)";

    private final Archive archive;
    private final DatabaseWork database;
    private long seen;
    private long merged;
    private Cancellable running;

    PendingWords(Archive archive, DatabaseWork database) {
        this.archive = archive;
        this.database = database;
    }

    void onStart(@Observes StartupEvent event) {
        running = Rounds.every(EVERY, "the index's pending words are merged", LOG, this::mergeAtRest);
    }

    void onStop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    /** Merges what has been kept, where nothing was kept since the last look. */
    private Uni<Void> mergeAtRest() {
        long now = archive.keptArticles();
        boolean resting = now == seen;
        seen = now;
        if (!resting || now == merged) {
            return Uni.createFrom().voidItem();
        }
        return database.transaction(session ->
                        session.createNativeQuery(MERGE, String.class).getSingleResult())
                .invoke(done -> merged = now)
                .replaceWithVoid();
    }
}
