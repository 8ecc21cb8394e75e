package dev.periodical.content.article.fresh;

import dev.periodical.content.article.Archive;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.Envelope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The archive's tables once more, beside the live ones. Each step is a transaction that commits only where its run is the running
 * one ({@link RunLost}), so two runs never write to the same tables; a crash at any moment leaves the live tables as they are.
 */
@ApplicationScoped
public class FreshArchive {

    private final DatabaseWork database;
    private final Archive archive;

    FreshArchive(DatabaseWork database, Archive archive) {
        this.database = database;
        this.archive = archive;
    }

    /** Makes them empty, in place of what a run before may have left. */
    public Uni<Void> make(UUID run) {
        return database.transaction(session -> RebuildLedger.check(session, run)
                .chain(() -> all(session, FreshTables.QUIET, FreshTables.CLEAR, FreshTables.MAKE, FreshTables.LABEL)));
    }

    /**
     * Makes events take effect there, as {@link Archive#keep} does in the live ones.
     *
     * @param records how many records were read for them
     */
    public Uni<Void> keep(UUID run, Collection<Envelope> batch, long records) {
        return archive.keep(
                batch,
                session -> RebuildLedger.update(session, run, "records = records + " + records)
                        .chain(() -> all(session, FreshTables.INTO_FRESH)));
    }

    /** Notes an event that the database refuses. */
    public Uni<Void> refused(UUID run) {
        return database.transaction(
                session -> RebuildLedger.update(session, run, "refused = refused + 1, records = records + 1"));
    }

    /** Adds what the topics can't say any more, as far as that can be done beside the intake. */
    public Uni<Void> complete(UUID run) {
        return database.transaction(session -> RebuildLedger.check(session, run)
                .chain(() -> all(
                        session,
                        FreshTables.REVISIONS,
                        FreshTables.WITHDRAWALS,
                        FreshTables.FIRST_SEEN,
                        FreshTables.CARRY_OVER,
                        FreshTables.ANALYZE)));
    }

    /**
     * Takes the live tables' place, in one transaction. Intake waits for it; readers wait for no more than the exchange itself.
     *
     * @param rest done while nobody writes: brings the fresh tables up to what was written before
     */
    public Uni<Void> takePlace(UUID run, Supplier<Uni<Void>> rest) {
        return database.transaction(session -> {
            Context own = Vertx.currentContext();
            return RebuildLedger.check(session, run)
                    .chain(() -> all(session, FreshTables.STOP_WRITERS))
                    .chain(rest::get)
                    .emitOn(next -> own.runOnContext(now -> next.run()))
                    .onFailure()
                    .call(failure -> Uni.createFrom().voidItem().emitOn(next -> own.runOnContext(now -> next.run())))
                    .chain(() -> all(
                            session,
                            FreshTables.REVISIONS,
                            FreshTables.WITHDRAWALS,
                            FreshTables.FIRST_SEEN,
                            FreshTables.ENOUGH,
                            FreshTables.TRIGGERS,
                            FreshTables.GRANTS,
                            FreshTables.CARRY_OVER,
                            FreshTables.COUNT_ANEW,
                            FreshTables.TAKE_PLACE))
                    .chain(() -> RebuildLedger.update(
                            session, run, "state = 'done', remaining = 0, finished_at = clock_timestamp()"));
        });
    }

    /** Lets go of the tables of a run that failed, while it still is the running one. */
    public Uni<Void> clear(UUID run) {
        return database.transaction(session ->
                RebuildLedger.check(session, run).chain(() -> all(session, FreshTables.QUIET, FreshTables.CLEAR)));
    }

    private static Uni<Void> all(Mutiny.StatelessSession session, String... statements) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String statement : statements) {
            done = done.chain(
                    () -> session.createNativeQuery(statement).executeUpdate().replaceWithVoid());
        }
        return done;
    }
}
