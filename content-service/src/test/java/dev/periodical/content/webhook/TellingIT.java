package dev.periodical.content.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.content.FilledArchive;
import dev.periodical.content.change.ChangeFeed;
import dev.periodical.content.change.ChangeFilter;
import dev.periodical.database.DatabaseWork;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Event;
import dev.periodical.outbound.PinnedClient;
import dev.periodical.outbound.Router;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers step by step, with clocks of their own. */
@QuarkusTest
@TestProfile(TellingProfile.class)
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
@QuarkusTestResource(ReceiverResource.class)
class TellingIT {

    private static final class MovedClock extends Clock {

        private Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    Receiver receiver;

    @Inject
    FilledArchive archive;

    @Inject
    DatabaseWork database;

    @Inject
    ChangeFeed feed;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Deliveries deliveries;

    @Inject
    FanOut fanOut;

    @Inject
    DueDeliveries book;

    @Inject
    Router router;

    @Inject
    WebhookConfig config;

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry metrics;

    private final MovedClock clock = new MovedClock();

    @BeforeEach
    void empty() {
        archive.empty();
        database.transaction(session ->
                        session.createNativeQuery("delete from webhook").executeUpdate())
                .await()
                .indefinitely();
    }

    @Test
    void receiverThatNeverTakesIt_isTriedForThreeDays_everLessOften_andGivenUp() {
        receiver.answers("/never", (exchange, time) -> Receiver.status(exchange, 503));
        UUID webhook = subscribe("/never");
        archive.keep(article("never"));
        Telling worker = worker("a");
        readOn(worker);
        Instant first = clock.instant();
        List<Instant> attempts = new ArrayList<>();

        while (only(webhook).state().equals(Delivery.WAITING)) {
            attempts.add(clock.instant());
            assertThat(tellAll(worker)).isEqualTo(1);
            assertThat(attempts).hasSizeLessThan(50);
            Delivery now = only(webhook);
            if (now.next() != null) {
                clock.now = later(now.next(), readyAt());
            }
        }

        assertThat(attempts).hasSizeBetween(8, 20);
        assertThat(Duration.between(first, attempts.get(attempts.size() - 1)))
                .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusMinutes(10));
        List<Duration> waits = IntStream.range(1, attempts.size() - 1)
                .mapToObj(i -> Duration.between(attempts.get(i - 1), attempts.get(i)))
                .toList();
        assertThat(waits.get(0)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(waits.get(4)).isGreaterThan(waits.get(0).multipliedBy(100));
        assertThat(only(webhook)).satisfies(given -> {
            assertThat(given.state()).isEqualTo(Delivery.FAILED);
            assertThat(given.attempts()).isEqualTo(attempts.size());
            assertThat(given.reason()).isEqualTo("server-error");
        });
        assertThat(receiver.at("/never"))
                .extracting(posted -> posted.header("webhook-id"))
                .containsOnly(only(webhook).id());
    }

    @Test
    void twoWorkers_neverTellOneSubscriptionAtOnce_andNothingTwice() {
        Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
        AtomicInteger most = new AtomicInteger();
        for (String path : List.of("/two-a", "/two-b")) {
            receiver.answers(path, (exchange, time) -> {
                AtomicInteger here = underWay.computeIfAbsent(path, any -> new AtomicInteger());
                most.accumulateAndGet(here.incrementAndGet(), Math::max);
                await().pollDelay(Duration.ofMillis(20)).until(() -> true);
                here.decrementAndGet();
                Receiver.status(exchange, 204);
            });
            subscribe(path);
        }
        archive.keep(IntStream.range(0, 20).mapToObj(i -> article("two" + i)).toArray(Event[]::new));
        Clock now = Clock.systemUTC();
        List<CompletableFuture<Void>> workers = List.of("a", "b").stream()
                .map(name -> CompletableFuture.runAsync(() -> {
                    Telling worker = worker(name, now);
                    await().atMost(Duration.ofSeconds(30)).until(() -> {
                        readOn(worker);
                        tellAll(worker);
                        return receiver.at("/two-a").size() >= 20
                                && receiver.at("/two-b").size() >= 20;
                    });
                }))
                .toList();
        CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new)).join();

        for (String path : List.of("/two-a", "/two-b")) {
            assertThat(receiver.at(path))
                    .extracting(posted -> Long.parseLong(posted.header("ce-id")))
                    .hasSize(20)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void leaseOfADeadWorker_runsOut_andAnotherTells() {
        subscribe("/dead");
        archive.keep(article("dead"));
        Telling dead = worker("dead");
        readOn(dead);
        assertThat(dead.claim(8, 8).await().indefinitely()).hasSize(1);
        Telling other = worker("other");

        assertThat(other.claim(8, 8).await().indefinitely()).isEmpty();

        await().atMost(Duration.ofSeconds(20)).until(() -> tellAll(other) == 1);
        assertThat(receiver.at("/dead")).hasSize(1);
    }

    @Test
    void workerThatLostItsLease_tellsNoMore() {
        subscribe("/lost");
        archive.keep(article("lost"));
        Telling slow = worker("slow");
        readOn(slow);
        List<Claim> claims = slow.claim(8, 8).await().indefinitely();
        Telling quick = worker("quick");
        await().atMost(Duration.ofSeconds(20)).until(() -> tellAll(quick) == 1);

        slow.tell(claims.get(0)).await().indefinitely();

        assertThat(receiver.at("/lost")).hasSize(1);
    }

    @Test
    void goneWhileTheFeedIsReadOn_givesUpWhatIsAddedAtThatMoment() {
        UUID webhook = subscribe("/gone");
        archive.keep(article("gone1"));
        Telling worker = worker("a");
        readOn(worker);
        archive.keep(article("gone2"));
        CompletableFuture<Boolean> added = new CompletableFuture<>();
        CompletableFuture<Boolean> readOn = new CompletableFuture<>();
        receiver.answers("/gone", (exchange, time) -> {
            database.transaction(session -> fanOut.step(session, clock.instant())
                            .invoke(added::complete)
                            .call(() -> untilAnotherWaits(session)))
                    .onFailure()
                    .invoke(added::completeExceptionally)
                    .subscribe()
                    .with(readOn::complete, readOn::completeExceptionally);
            added.join();
            Receiver.status(exchange, 410);
        });

        assertThat(tellAll(worker)).isEqualTo(1);

        assertThat(readOn.join()).isTrue();
        assertThat(receiver.at("/gone")).hasSize(1);
        assertThat(deliveries.page(webhook, null, null, 10).await().indefinitely())
                .extracting(Delivery::state)
                .containsExactly(Delivery.FAILED, Delivery.FAILED);
    }

    private static Uni<Long> untilAnotherWaits(Mutiny.StatelessSession session) {
        return Uni.createFrom()
                .deferred(() -> session.createNativeQuery(
                                "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))",
                                Long.class)
                        .getSingleResult())
                .repeat()
                .whilst(waiting -> waiting == 0)
                .collect()
                .last()
                .ifNoItem()
                .after(Duration.ofSeconds(30))
                .fail();
    }

    @Test
    void subscriptionWithMuchWaiting_readsOnLater_andHearsTheLatestOnly() {
        UUID webhook = subscribe("/much");
        archive.keep(IntStream.range(0, 250).mapToObj(i -> article("much" + i)).toArray(Event[]::new));
        Telling worker = worker("a");
        readOn(worker);
        assertThat(deliveries.page(webhook, null, null, 1000).await().indefinitely())
                .hasSize(200);
        archive.keep(Events.ingested(Events.article("much249", "再")));

        for (int turn = 0; turn < 100 && receiver.at("/much").size() < 250; turn++) {
            tellAll(worker);
            readOn(worker);
        }

        assertThat(receiver.at("/much")).hasSize(250);
        assertThat(receiver.at("/much"))
                .filteredOn(posted -> posted.header("ce-subject").equals(ArticleId.ofKey("much249")))
                .singleElement()
                .satisfies(posted -> assertThat(posted.body()).contains("再"));
    }

    @Test
    void subscriptionOfATokenThatNobodyHolds_rests() {
        subscriptions
                .make(
                        UUID.randomUUID(),
                        "former",
                        "http://receiver.example/former",
                        SigningSecret.random(),
                        ChangeFilter.none(),
                        end(),
                        clock.instant(),
                        20)
                .await()
                .indefinitely();
        archive.keep(article("former"));
        Telling worker = worker("a");

        readOn(worker);

        assertThat(worker.claim(8, 8).await().indefinitely()).isEmpty();
    }

    private UUID subscribe(String path) {
        UUID id = UUID.randomUUID();
        subscriptions
                .make(
                        id,
                        "test",
                        "http://receiver.example" + path,
                        SigningSecret.random(),
                        ChangeFilter.none(),
                        end(),
                        clock.instant(),
                        20)
                .await()
                .indefinitely();
        return id;
    }

    private long end() {
        return feed.end().await().indefinitely().reached();
    }

    private Telling worker(String name) {
        return worker(name, clock);
    }

    private Telling worker(String name, Clock time) {
        Duration timeout = config.timeout();
        return new Telling(
                name,
                config,
                fanOut,
                book,
                new Sender(router, new PinnedClient(vertx, timeout), vertx, timeout, time),
                new Patience(config.retryAfter(), RandomGenerator.getDefault()),
                time,
                metrics);
    }

    private static void readOn(Telling worker) {
        boolean more = true;
        while (more) {
            more = worker.readOn().await().indefinitely();
        }
    }

    /** @return how many subscriptions had something due */
    private static int tellAll(Telling worker) {
        List<Claim> claims = worker.claim(8, 8).await().indefinitely();
        claims.forEach(claim -> worker.tell(claim).await().indefinitely());
        return claims.size();
    }

    private Delivery only(UUID webhook) {
        return deliveries.page(webhook, null, null, 10).await().indefinitely().get(0);
    }

    private Instant readyAt() {
        return Instant.EPOCH.plus(
                database.transaction(session -> session.createNativeQuery(
                                        "select cast(extract(epoch from max(ready_at)) * 1000000 as bigint) from webhook",
                                        Long.class)
                                .getSingleResult())
                        .await()
                        .indefinitely(),
                ChronoUnit.MICROS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Event article(String key) {
        return Events.ingested(Events.article(key, "告"));
    }
}
