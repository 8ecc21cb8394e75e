package dev.periodical.content;

import dev.periodical.content.article.Archive;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The archive as a test fills it: its own thread waits until each event is kept. */
@ApplicationScoped
public class FilledArchive {

    private final Archive archive;
    private final DatabaseWork database;

    FilledArchive(Archive archive, DatabaseWork database) {
        this.archive = archive;
        this.database = database;
    }

    public void empty() {
        for (String table : List.of("article", "revision", "picture")) {
            database.transaction(session ->
                            session.createNativeQuery("delete from " + table).executeUpdate())
                    .await()
                    .indefinitely();
        }
    }

    /** One after another, each later than the one before. */
    public void keep(Event... events) {
        for (Event event : events) {
            archive.keep(List.of(Events.at(Instant.now(), event))).await().indefinitely();
        }
    }
}
