package dev.periodical.events.kafka;

import static dev.periodical.events.kafka.TestBroker.refs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.periodical.events.ArticleId;
import dev.periodical.events.ArticleWithdrawn;
import dev.periodical.events.Envelope;
import dev.periodical.events.Topic;
import dev.periodical.events.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The law of the loop on a real broker: committed is what took effect, and one bad record stops nobody. */
class ConsumingLoopIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_BETWEEN_POLLS = Duration.ofSeconds(2);
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private static TestBroker broker;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<ConsumingLoop> loops = new ArrayList<>();
    private String consumer;
    private String group;

    /** A handler that remembers what it was given. */
    private static final class Handler implements BatchHandler {

        final List<List<String>> batches = new CopyOnWriteArrayList<>();
        private final Function<List<String>, CompletionStage<Void>> effect;

        Handler(Function<List<String>, CompletionStage<Void>> effect) {
            this.effect = effect;
        }

        @Override
        public CompletionStage<Void> handle(List<Received> batch) {
            List<String> refs = batch.stream()
                    .map(received -> received.envelope().event().subject())
                    .toList();
            batches.add(refs);
            return effect.apply(refs);
        }

        List<String> refs() {
            return batches.stream().flatMap(List::stream).toList();
        }
    }

    @BeforeAll
    static void startBroker() {
        broker = new TestBroker();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void nameConsumer(TestInfo test) {
        consumer = test.getTestMethod().orElseThrow().getName();
        group = "periodical-" + consumer;
    }

    @AfterEach
    void closeLoops() {
        loops.forEach(ConsumingLoop::close);
    }

    @Test
    void onePoll_isOneBatch_isOneCommit() {
        // Given
        Topic topic = broker.topic("one-poll", 1);
        broker.say(topic, refs("a", 5));
        List<Long> committedBefore = new CopyOnWriteArrayList<>();
        Handler handler = new Handler(refs -> {
            committedBefore.add(broker.committed(group, topic));
            return DONE;
        });

        // When
        start(topic, handler);
        awaitCommitted(topic, 5);
        broker.say(topic, "b0");
        awaitCommitted(topic, 6);

        // Then
        assertThat(handler.batches).containsExactly(List.of(refs("a", 5)), List.of("b0"));
        assertThat(committedBefore).containsExactly(0L, 5L);
        assertThat(count("received")).isEqualTo(6);
        assertThat(count("handled")).isEqualTo(6);
    }

    /** A tombstone has no value, and a poll may begin with one. */
    @Test
    void withdrawal_isHandled_alsoWhereThePollBeginsWithIt() {
        // Given
        Topic topic = broker.topic("withdrawal", 1);
        String id = ArticleId.ofKey("gone");
        ProducerRecord<String, byte[]> tombstone =
                EventCodec.encode(new Envelope("w", "/test", Instant.now(), new ArticleWithdrawn(id)));
        broker.send(new ProducerRecord<>(
                topic.name(), 0, tombstone.timestamp(), tombstone.key(), tombstone.value(), tombstone.headers()));
        broker.say(topic, "a0");
        Handler handler = new Handler(refs -> DONE);

        // When
        start(topic, handler);
        awaitCommitted(topic, 2);

        // Then
        assertThat(handler.refs()).containsExactly(id, "a0");
    }

    @Test
    void undecodableRecord_liesOnItsDeadLetterTopicUntouched_andTheNextIsHandled() {
        // Given
        Topic topic = broker.topic("undecodable", 1);
        ProducerRecord<String, byte[]> bad = new ProducerRecord<>(topic.name(), 0, 1_650_000_000_000L, "k", junk(9));
        bad.headers().add("x-own", null).add("x-other", junk(3));
        broker.say(topic, "a0");
        broker.send(bad);
        broker.say(topic, "a1");
        Handler handler = new Handler(refs -> DONE);

        // When
        start(topic, handler);
        awaitCommitted(topic, 3);

        // Then
        assertThat(handler.refs()).containsExactly("a0", "a1");
        assertThat(deadLetters(topic)).hasSize(1);
        ConsumerRecord<String, byte[]> dead = deadLetters(topic).get(0);
        assertThat(dead.key()).isEqualTo("k");
        assertThat(dead.value()).isEqualTo(junk(9));
        assertThat(dead.headers().lastHeader("x-own").value()).isNull();
        assertThat(dead.headers().lastHeader("x-other").value()).isEqualTo(junk(3));
        assertThat(header(dead, DeadLetter.REASON)).startsWith("not a CloudEvent in binary mode");
        assertThat(header(dead, DeadLetter.TOPIC)).isEqualTo("undecodable");
        assertThat(header(dead, DeadLetter.PARTITION)).isEqualTo("0");
        assertThat(header(dead, DeadLetter.OFFSET)).isEqualTo("1");
        assertThat(header(dead, DeadLetter.TIMESTAMP)).isEqualTo("1650000000000");
        assertThat(count("received")).isEqualTo(count("handled") + count("dead.lettered"));
    }

    @Test
    void largestRecord_canBeDeadLettered() {
        // Given: as large as a producer of the suite sends it
        Topic topic = broker.topic("largest", 1);
        broker.send(new ProducerRecord<>(topic.name(), 0, "k", junk(Topics.MAX_RECORD_BYTES - 100)));
        broker.say(topic, "a0");
        Handler handler = new Handler(refs -> DONE);

        // When
        start(topic, handler);
        awaitCommitted(topic, 2);

        // Then
        assertThat(handler.refs()).containsExactly("a0");
        assertThat(deadLetters(topic)).hasSize(1);
        assertThat(deadLetters(topic).get(0).value()).hasSize(Topics.MAX_RECORD_BYTES - 100);
    }

    @Test
    void recordThatFailsForGood_isFoundAmongItsNeighbours() {
        // Given
        Topic topic = broker.topic("for-good", 1);
        broker.say(topic, refs("a", 5));
        Handler handler = new Handler(refs -> {
            if (refs.contains("a3")) {
                throw new IllegalArgumentException("no row for a3\nand no second line");
            }
            return DONE;
        });

        // When
        start(topic, handler);
        awaitCommitted(topic, 5);

        // Then
        assertThat(handler.batches)
                .containsExactly(
                        List.of(refs("a", 5)),
                        List.of("a0", "a1"),
                        List.of("a2", "a3", "a4"),
                        List.of("a2"),
                        List.of("a3", "a4"),
                        List.of("a3"),
                        List.of("a4"));
        assertThat(deadLetters(topic)).extracting(ConsumerRecord::key).containsExactly("a3");
        assertThat(header(deadLetters(topic).get(0), DeadLetter.REASON))
                .isEqualTo("IllegalArgumentException: no row for a3");
        assertThat(count("handled")).isEqualTo(4);
        assertThat(count("dead.lettered")).isEqualTo(1);
    }

    @Test
    void outage_isSatOut_inTheGroup_withoutLosingOrSkipping() {
        // Given
        Topic topic = broker.topic("outage", 1);
        broker.say(topic, refs("a", 3));
        CompletableFuture<Void> over = new CompletableFuture<>();
        Handler handler = new Handler(refs -> over.isDone()
                ? DONE
                : CompletableFuture.failedStage(new TransientFailure("the database is away", null)));
        start(topic, handler);
        await().atMost(PATIENCE).until(() -> handler.batches.size() >= 2);
        Set<String> members = broker.members(group);

        // When: the outage outlasts what Kafka grants between two polls, and more arrives
        broker.say(topic, "b0");
        await().pollDelay(LONGEST_BETWEEN_POLLS.multipliedBy(2)).until(() -> true);

        // Then
        assertThat(broker.members(group)).hasSize(1).isEqualTo(members);
        assertThat(broker.committed(group, topic)).isZero();
        assertThat(handler.batches).allMatch(List.of(refs("a", 3))::equals);
        over.complete(null);
        awaitCommitted(topic, 4);
        assertThat(handler.batches.get(handler.batches.size() - 1)).containsExactly("b0");
        assertThat(deadLetters(topic)).isEmpty();
        assertThat(count("batches.retried")).isPositive();
        assertThat(count("received")).isEqualTo(count("handled")).isEqualTo(4);
    }

    @Test
    void longWork_keepsItsPlaceInTheGroup() {
        // Given
        Topic topic = broker.topic("long-work", 2);
        broker.say(topic, refs("a", 4));
        CompletableFuture<Void> work = new CompletableFuture<>();
        Handler handler = new Handler(refs -> work);
        start(topic, handler);
        await().atMost(PATIENCE).until(() -> handler.batches.size() == 1);
        Set<String> members = broker.members(group);

        // When
        await().pollDelay(LONGEST_BETWEEN_POLLS.multipliedBy(2)).until(() -> true);
        work.complete(null);
        awaitCommitted(topic, 4);

        // Then
        assertThat(broker.members(group)).hasSize(1).isEqualTo(members);
        assertThat(handler.refs()).containsExactlyInAnyOrder(refs("a", 4));
    }

    @Test
    void unknownType_isPassedOver_andCommitted() {
        // Given
        Topic topic = broker.topic("unknown-type", 1);
        ConsumerRecord<String, byte[]> unknown =
                Sample.read(Sample.UNKNOWN_TYPE).record();
        broker.send(new ProducerRecord<>(topic.name(), 0, null, unknown.key(), unknown.value(), unknown.headers()));
        Handler handler = new Handler(refs -> DONE);

        // When
        start(topic, handler);
        awaitCommitted(topic, 1);

        // Then
        assertThat(handler.batches).isEmpty();
        assertThat(deadLetters(topic)).isEmpty();
        assertThat(count("skipped")).isEqualTo(1);
    }

    @Test
    void stopDuringARetry_leavesTheBatchToTheNext() {
        // Given
        Topic topic = broker.topic("stopped", 1);
        broker.say(topic, refs("a", 3));
        Handler away = new Handler(refs -> CompletableFuture.failedStage(new TransientFailure("away", null)));
        ConsumingLoop first = start(topic, away);
        await().atMost(PATIENCE).until(() -> away.batches.size() >= 3);

        // When
        long began = System.nanoTime();
        first.close();

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        assertThat(broker.committed(group, topic)).isZero();
        assertThat(broker.members(group)).isEmpty();
        Handler next = new Handler(refs -> DONE);
        start(topic, next);
        awaitCommitted(topic, 3);
        assertThat(next.refs()).containsExactly(refs("a", 3));
    }

    @Test
    void stopDuringWork_letsItFinishAndCommits() {
        // Given
        Topic topic = broker.topic("drained", 1);
        broker.say(topic, refs("a", 3));
        CompletableFuture<Void> work = new CompletableFuture<>();
        Handler handler = new Handler(refs -> work);
        ConsumingLoop loop = start(topic, handler);
        await().atMost(PATIENCE).until(() -> handler.batches.size() == 1);

        // When
        work.completeOnTimeout(null, 1, TimeUnit.SECONDS);
        loop.close();

        // Then
        assertThat(broker.committed(group, topic)).isEqualTo(3);
        assertThat(broker.members(group)).isEmpty();
    }

    @Test
    void twoLoops_shareThePartitions_andLoseNothing_asTheyComeAndGo() {
        // Given
        Topic topic = broker.topic("shared", 4);
        Handler one = new Handler(refs -> DONE);
        Handler two = new Handler(refs -> DONE);
        ConsumingLoop first = start(topic, one);
        broker.say(topic, refs("a", 40));
        awaitCommitted(topic, 40);

        // When
        start(topic, two);
        await().atMost(PATIENCE).until(() -> broker.members(group).size() == 2);
        broker.say(topic, refs("b", 200));
        awaitCommitted(topic, 240);
        first.close();
        broker.say(topic, refs("c", 40));
        awaitCommitted(topic, 280);

        // Then
        List<String> both = new ArrayList<>(one.refs());
        both.addAll(two.refs());
        assertThat(both).contains(refs("a", 40)).contains(refs("b", 200)).contains(refs("c", 40));
        assertThat(two.refs()).contains(refs("c", 40));
    }

    @Test
    void partitionsGivenAwayDuringWork_areNotCommittedByTheirOldHolder() {
        // Given: a batch of both partitions is in flight
        Topic topic = broker.topic("given-away", 2);
        broker.say(topic, refs("a", 20));
        CompletableFuture<Void> work = new CompletableFuture<>();
        Handler slow = new Handler(refs -> work);
        start(topic, slow);
        await().atMost(PATIENCE).until(() -> !slow.batches.isEmpty());

        // When: another takes one of them over, and handles it
        Handler other = new Handler(refs -> DONE);
        start(topic, other);
        await().atMost(PATIENCE).until(() -> other.refs().size() == 10);
        broker.say(topic, refs("b", 2));
        work.complete(null);
        awaitCommitted(topic, 22);

        // Then
        List<String> both = new ArrayList<>(slow.refs());
        both.addAll(other.refs());
        assertThat(slow.batches.get(0)).hasSize(20);
        assertThat(both).contains(refs("a", 20)).contains(refs("b", 2));
    }

    @Test
    void brokersOutage_isSatOut_andNothingIsLost() {
        // Given
        Topic topic = broker.topic("broker-away", 1);
        Handler handler = new Handler(refs -> DONE);
        start(topic, handler);
        broker.say(topic, "a0");
        awaitCommitted(topic, 1);

        // When
        broker.away();
        broker.back();
        broker.say(topic, "a1");

        // Then
        awaitCommitted(topic, 2);
        assertThat(handler.refs()).contains("a0", "a1");
    }

    @Test
    void lag_isWhatLiesBehindTheBatchInHand() {
        // Given
        Topic topic = broker.topic("behind", 1);
        broker.say(topic, refs("a", 5));
        List<Double> lags = new CopyOnWriteArrayList<>();
        Handler handler = new Handler(refs -> {
            lags.add(registry.get("periodical.consumer.lag").gauge().value());
            return DONE;
        });

        // When
        start(topic, handler, 2);
        awaitCommitted(topic, 5);

        // Then
        assertThat(lags).containsExactly(3.0, 1.0, 0.0);
    }

    @Test
    void severalMembers_shareThePartitions_andWorkAtOnce() {
        // Given
        Topic topic = broker.topic("members", 6);
        broker.say(topic, refs("a", 60));
        CountDownLatch two = new CountDownLatch(2);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        Handler handler = new Handler(refs -> {
            if (threads.add(Thread.currentThread().getName())) {
                two.countDown();
            }
            return CompletableFuture.runAsync(() -> awaitQuietly(two));
        });

        // When
        start(topic, handler, 1_000, 2);
        awaitCommitted(topic, 60);

        // Then
        assertThat(threads).hasSize(2);
        assertThat(handler.refs()).contains(refs("a", 60));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ConsumingLoop start(Topic topic, BatchHandler handler) {
        return start(topic, handler, 1_000);
    }

    private ConsumingLoop start(Topic topic, BatchHandler handler, int maxRecords) {
        return start(topic, handler, maxRecords, 1);
    }

    private ConsumingLoop start(Topic topic, BatchHandler handler, int maxRecords, int members) {
        Map<String, Object> kafka = new HashMap<>(broker.kafka());
        kafka.put("max.poll.interval.ms", Math.toIntExact(LONGEST_BETWEEN_POLLS.toMillis()));
        kafka.put("heartbeat.interval.ms", 300); // a rebalance waits for its members as long as for a poll
        ConsumingLoop loop = new ConsumingLoop(
                new Subscription(consumer, List.of(topic), maxRecords, 8 << 20, kafka), members, handler, registry);
        loops.add(loop);
        loop.start();
        return loop;
    }

    private void awaitCommitted(Topic topic, long offsets) {
        await().atMost(PATIENCE).until(() -> broker.committed(group, topic) == offsets);
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(Topic topic) {
        return broker.all(Topics.deadLetters(topic, consumer));
    }

    private double count(String what) {
        return registry.counter("periodical.consumer." + what, "consumer", consumer)
                .count();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] junk(int length) {
        byte[] junk = new byte[length];
        new Random(length).nextBytes(junk);
        return junk;
    }
}
