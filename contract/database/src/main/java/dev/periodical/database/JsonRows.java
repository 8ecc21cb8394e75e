package dev.periodical.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.events.kafka.EventJson;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Any number of rows for one statement: they travel as one JSON parameter, {@code :rows}, which the statement unfolds with
 * {@code jsonb_to_recordset(cast(cast(:rows as text) as jsonb))}. The inner cast keeps the client from quoting the text once
 * more.
 */
public final class JsonRows {

    private final String json;

    private JsonRows(String json) {
        this.json = json;
    }

    /** Writes the JSON here and now, in the caller's thread: an event loop has better things to do. */
    public static JsonRows of(Collection<?> rows) {
        try {
            return new JsonRows(rows.isEmpty() ? null : EventJson.MAPPER.writeValueAsString(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rows that have no JSON", e);
        }
    }

    /** Sends nothing where there are no rows. */
    public Uni<Void> write(Mutiny.StatelessSession session, String statement) {
        if (json == null) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(statement)
                .setParameter("rows", json)
                .executeUpdate()
                .replaceWithVoid();
    }
}
