package dev.periodical.events.kafka;

import static dev.periodical.events.kafka.TestBroker.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.periodical.events.Topic;
import dev.periodical.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Law 1 on a real broker: acknowledged or refused in time, and never stuck. */
class RecordPublisherIT {

    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final int QUEUED = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static TestBroker broker;

    private final List<RecordPublisher> publishers = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        broker = new TestBroker();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void closePublishers() {
        publishers.forEach(RecordPublisher::close);
    }

    @Test
    void acknowledgedRecord_isThere_withItsTrace() {
        // Given
        Topic topic = broker.topic("acknowledged", 1);
        RecordPublisher publisher = publisher(topic);
        String trace = Sample.read(Sample.MEDIA_STORED).headers().get("traceparent");

        // When
        publisher
                .publish(TestBroker.event(topic, 0, "a0"), trace)
                .toCompletableFuture()
                .join();

        // Then
        List<ConsumerRecord<String, byte[]>> all = broker.all(topic);
        assertThat(all).extracting(ConsumerRecord::key).containsExactly("a0");
        assertThat(TraceHeaders.parent(all.get(0).headers())).isEqualTo(trace);
    }

    @Test
    void recordsOfOneKey_areInTheLogInTheOrderGiven() {
        // Given
        Topic topic = broker.topic("ordered", 1);
        RecordPublisher publisher = publisher(topic);
        List<String> given = IntStream.range(0, 20 * QUEUED)
                .mapToObj(i -> "k" + i % 3 + " " + i)
                .toList();

        // When
        for (int from = 0; from < given.size(); from += QUEUED) {
            given.subList(from, from + QUEUED).stream()
                    .map(value -> publisher
                            .publish(new ProducerRecord<>(topic.name(), value.substring(0, 2), value.getBytes(UTF_8)))
                            .toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        // Then
        List<ConsumerRecord<String, byte[]>> all = broker.all(topic);
        assertThat(all).hasSameSizeAs(given);
        for (String key : List.of("k0", "k1", "k2")) {
            assertThat(all.stream().map(record -> new String(record.value(), UTF_8)))
                    .filteredOn(value -> value.startsWith(key))
                    .isEqualTo(given.stream()
                            .filter(value -> value.startsWith(key))
                            .toList());
        }
    }

    @Test
    void topicsThatAreMissing_areCreatedAsDeclared() {
        // Given
        List<Topic> declared = List.of(Topics.ARTICLES, Topics.MEDIA, Topics.deadLetters(Topics.ARTICLES, "content"));

        // When
        publisher(declared.toArray(Topic[]::new))
                .publish(TestBroker.event(Topics.MEDIA, 0, "a0"))
                .toCompletableFuture()
                .join();

        // Then
        for (Topic topic : declared) {
            assertThat(partitions(topic)).isEqualTo(topic.partitions());
            assertThat(config(topic)).containsAllEntriesOf(topic.config());
        }
    }

    @Test
    void topicThatExists_isLeftAsItIs() {
        // Given
        broker.topic("operators-own", 2);
        Topic wanted = new Topic(
                "operators-own", 6, Topics.deadLetters(Topics.MEDIA, "content").config());

        // When
        publisher(wanted)
                .publish(TestBroker.event(wanted, 0, "a0"))
                .toCompletableFuture()
                .join();

        // Then
        assertThat(partitions(wanted)).isEqualTo(2);
        assertThat(config(wanted)).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void kafkaAway_isToldInTime_andTheSamePublisherGoesOnAfterwards() {
        // Given
        Topic topic = broker.topic("away", 1);
        RecordPublisher known = publisher(topic);
        known.publish(TestBroker.event(topic, 0, "before"))
                .toCompletableFuture()
                .join();
        RecordPublisher fresh = publisher(topic);

        // When
        broker.away();
        try {
            for (RecordPublisher publisher : List.of(known, fresh)) {
                long began = System.nanoTime();
                Throwable failure = failure(publisher, TestBroker.event(topic, 0, "refused"));
                assertThat(failure).isInstanceOf(TransientFailure.class);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DEADLINE.plus(SLACK));
            }
        } finally {
            broker.back();
        }

        // Then
        for (RecordPublisher publisher : List.of(known, fresh)) {
            await().atMost(PATIENCE).until(() -> failure(publisher, TestBroker.event(topic, 0, "after")) == null);
        }
        assertThat(broker.all(topic))
                .extracting(ConsumerRecord::key)
                .startsWith("before")
                .contains("after");
    }

    @Test
    void brokerWhoseNameNobodyKnows_isAway_andNoFaultOfTheSettings() {
        var nowhere = Map.<String, Object>of("bootstrap.servers", "nowhere.invalid:9092");
        var publisher = new RecordPublisher(new PublishingConfig(nowhere, List.of(Topics.MEDIA), DEADLINE, 64L << 20));
        publisher.start();

        assertThatThrownBy(() -> publisher
                        .publish(TestBroker.event(Topics.MEDIA, 0, "a0"))
                        .toCompletableFuture()
                        .join())
                .hasRootCauseMessage("No resolvable bootstrap urls given in bootstrap.servers")
                .cause()
                .isInstanceOf(TransientFailure.class);
        publisher.close();
    }

    @Test
    void settingThatKafkaDoesNotTake_isRefusedAtOnce() {
        var wrong = Map.<String, Object>of("bootstrap.servers", "localhost:9092", "security.protocol", "NONSENSE");

        assertThatThrownBy(() ->
                        new RecordPublisher(new PublishingConfig(wrong, List.of(Topics.MEDIA), DEADLINE, 64L << 20)))
                .hasMessageContaining("security.protocol");
    }

    @Test
    void manyRefusedAtOnce_areAllToldInTime() {
        // Given
        Topic topic = broker.topic("many", 1);
        RecordPublisher publisher = publisher(topic);
        publisher
                .publish(TestBroker.event(topic, 0, "before"))
                .toCompletableFuture()
                .join();

        // When
        broker.away();
        try {
            long began = System.nanoTime();
            var told = IntStream.range(0, 3_000)
                    .mapToObj(i -> publisher
                            .publish(TestBroker.event(topic, 0, "refused " + i))
                            .toCompletableFuture())
                    .toList();
            List<Throwable> failures = told.stream()
                    .map(each -> catchThrowable(each::join).getCause())
                    .toList();

            // Then
            assertThat(failures)
                    .hasSize(3_000)
                    .allSatisfy(failure -> assertThat(failure).isInstanceOf(TransientFailure.class));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DEADLINE.plus(SLACK));
        } finally {
            broker.back();
        }
    }

    @Test
    void recordThatNoBrokerTakes_isToldApart() {
        // Given
        Topic topic = broker.topic("too-large", 1);
        byte[] value = new byte[Topics.MAX_RECORD_BYTES];

        // When
        Throwable failure = failure(publisher(topic), new ProducerRecord<>(topic.name(), "k", value));

        // Then
        assertThat(failure).isInstanceOf(RecordTooLargeException.class);
    }

    private RecordPublisher publisher(Topic... topics) {
        RecordPublisher publisher =
                new RecordPublisher(new PublishingConfig(broker.kafka(), List.of(topics), DEADLINE, 64L << 20));
        publishers.add(publisher);
        return publisher;
    }

    private static Throwable failure(RecordPublisher publisher, ProducerRecord<String, byte[]> record) {
        Throwable thrown = catchThrowable(
                () -> publisher.publish(record).toCompletableFuture().join());
        return thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
    }

    private static int partitions(Topic topic) {
        return told(broker.admin().describeTopics(List.of(topic.name())).allTopicNames())
                .get(topic.name())
                .partitions()
                .size();
    }

    private static Map<String, String> config(Topic topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config =
                told(broker.admin().describeConfigs(List.of(resource)).all()).get(resource);
        return topic.config().keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> config.get(name).value()));
    }
}
