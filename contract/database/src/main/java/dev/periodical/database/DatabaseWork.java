package dev.periodical.database;

import dev.periodical.events.kafka.TransientFailure;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reactive database work outside of a request: on behalf of a Kafka consumer's thread, or of a worker that does many things at
 * once.
 *
 * <p>Each piece runs on an event loop in a context of its own, for Hibernate Reactive keeps the open session in the context and
 * two pieces in one would share a connection.
 */
@ApplicationScoped
public class DatabaseWork {

    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;

    DatabaseWork(Vertx vertx, Mutiny.SessionFactory sessions) {
        this.vertx = vertx;
        this.sessions = sessions;
    }

    /** One transaction of its own. Fails like {@link #apart}. */
    public <T> Uni<T> transaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return apart(() -> sessions.withStatelessTransaction(work));
    }

    /** @return fails with {@link TransientFailure} when the database is away, with its own error when it refuses */
    public <T> Uni<T> apart(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(done -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(nothing -> Uni.createFrom()
                    .deferred(work::get)
                    .onFailure(DatabaseOutage::passes)
                    .transform(away -> new TransientFailure("the database: " + away.getMessage(), away))
                    .subscribe()
                    .with(done::complete, done::fail));
        });
    }
}
