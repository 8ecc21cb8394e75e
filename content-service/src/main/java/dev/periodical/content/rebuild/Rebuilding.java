package dev.periodical.content.rebuild;

import dev.periodical.content.article.fresh.FreshArchive;
import dev.periodical.content.article.fresh.RebuildLedger;
import dev.periodical.content.article.fresh.RebuildRun.Step;
import dev.periodical.content.article.fresh.RunLost;
import dev.periodical.events.Envelope;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.TopicReplay;
import dev.periodical.events.kafka.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs a rebuild from its beginning to its end, on a thread of its own that may wait for Kafka and the database. */
@ApplicationScoped
class Rebuilding {

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final Duration RENEWAL = Duration.ofSeconds(5);
    private static final int RECORDS = 200;
    private static final int BYTES = 8 << 20;

    private final RebuildLedger ledger;
    private final FreshArchive fresh;
    private final Map<String, Object> kafka;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "rebuild"));
    private volatile boolean stopping;

    Rebuilding(
            RebuildLedger ledger, FreshArchive fresh, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.ledger = ledger;
        this.fresh = fresh;
        this.kafka = kafka;
    }

    void onStop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.shutdownNow();
    }

    /** @return false where one is running already, on whatever replica */
    Uni<Boolean> begin() {
        UUID run = UUID.randomUUID();
        return ledger.begin(run).invoke(begun -> {
            if (begun) {
                thread.execute(() -> run(run));
            }
        });
    }

    private void run(UUID run) {
        ScheduledFuture<?> renewal = Infrastructure.getDefaultWorkerPool()
                .scheduleAtFixedRate(
                        () -> ledger.renew(run).subscribe().with(renewed -> {}, this::unrenewed),
                        RENEWAL.toMillis(),
                        RENEWAL.toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            fresh.make(run).await().indefinitely();
            fill(run);
            LOG.infof("rebuild %s is done", run);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "rebuild %s failed; the archive is as it was", run);
            fresh.clear(run)
                    .onFailure()
                    .recoverWithNull()
                    .chain(() -> ledger.fail(run, reason(failure)))
                    .subscribe()
                    .with(told -> {}, untold -> LOG.warnf("nobody is told of it: %s", untold.getMessage()));
        } finally {
            renewal.cancel(false);
        }
    }

    private void unrenewed(Throwable failure) {
        LOG.debugf("a rebuild's lease was not renewed: %s", failure.getMessage());
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage().lines().findFirst().orElse("");
    }

    private void fill(UUID run) {
        try (TopicReplay replay = new TopicReplay(List.of(Topics.ARTICLES, Topics.MEDIA), RECORDS, BYTES, kafka)) {
            replay(run, replay, Step.REPLAYING);
            ledger.tell(run, Step.COMPLETING, replay.left()).await().indefinitely();
            fresh.complete(run).await().indefinitely();
            replay.lookForTheEnd();
            replay(run, replay, Step.SWAPPING);
            fresh.takePlace(
                            run,
                            () -> Uni.createFrom()
                                    .<Void>item(() -> {
                                        replay.lookForTheEnd();
                                        replay(run, replay, Step.SWAPPING);
                                        return null;
                                    })
                                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                    .await()
                    .indefinitely();
        }
    }

    private void replay(UUID run, TopicReplay replay, Step step) {
        ledger.tell(run, step, replay.left()).await().indefinitely();
        long read = replay.read();
        for (List<Envelope> batch = replay.next(); !batch.isEmpty(); batch = replay.next()) {
            if (stopping) {
                throw new IllegalStateException("the service was stopped");
            }
            keep(run, batch, replay.read() - read);
            read = replay.read();
            ledger.tell(run, step, replay.left()).await().indefinitely();
        }
    }

    /** One event that the database refuses is left out alone, as intake does. */
    private void keep(UUID run, List<Envelope> batch, long records) {
        try {
            fresh.keep(run, batch, records).await().indefinitely();
        } catch (TransientFailure | RunLost end) {
            throw end;
        } catch (RuntimeException refused) {
            if (batch.size() == 1) {
                fresh.refused(run).await().indefinitely();
                return;
            }
            int half = batch.size() / 2;
            keep(run, batch.subList(0, half), half);
            keep(run, batch.subList(half, batch.size()), records - half);
        }
    }
}
