package dev.periodical.deadletters;

import static org.awaitility.Awaitility.await;

import dev.periodical.events.Envelope;
import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.Topic;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.ConsumingLoop;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.Received;
import dev.periodical.events.kafka.RecordPublisher;
import dev.periodical.events.kafka.Subscription;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A consumer that takes what it is told to take, and the door to what it could not. */
final class Desk implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final Set<String> refused = ConcurrentHashMap.newKeySet();
    final List<Received> taken = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Subscription subscription;
    final DeadLetters letters;

    private final String consumer;
    private final ConsumingLoop loop;
    private final RecordPublisher records;

    Desk(String bootstrap, String consumer, Topic... topics) {
        Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrap);
        this.consumer = consumer;
        this.subscription = new Subscription(consumer, List.of(topics), 100, 8 << 20, kafka);
        this.letters = new DeadLetters(subscription);
        this.loop = new ConsumingLoop(subscription, this::take, registry);
        this.records = new RecordPublisher(
                new PublishingConfig(kafka, List.of(topics), Duration.ofSeconds(10), 2L * Topics.MAX_RECORD_BYTES));
        loop.start();
    }

    static Topic topic(String name) {
        return new Topic(name, 2, Topics.MEDIA.config());
    }

    private CompletionStage<Void> take(List<Received> batch) {
        batch.forEach(received -> {
            String ref = received.envelope().event().subject();
            refused.stream().filter(reason -> reason.startsWith(ref + ":")).forEach(reason -> {
                throw new IllegalArgumentException(reason.substring(ref.length() + 1));
            });
        });
        taken.addAll(batch);
        return CompletableFuture.completedFuture(null);
    }

    /** Has the consumer refuse events about this, for this reason. */
    void refuse(String ref, String reason) {
        refused.add(ref + ":" + reason);
    }

    void say(Topic topic, String... refs) {
        for (String ref : refs) {
            MediaFailed event = new MediaFailed(ref, "http://a.example.com/" + ref, null, FailureReason.EMPTY, null);
            ProducerRecord<String, byte[]> encoded =
                    EventCodec.encode(new Envelope("event " + ref, "/periodical/media", Instant.now(), event));
            encoded.headers().add("x-own", ref.getBytes(StandardCharsets.UTF_8));
            send(new ProducerRecord<>(
                    topic.name(), 1, encoded.timestamp(), encoded.key(), encoded.value(), encoded.headers()));
        }
    }

    void send(ProducerRecord<String, byte[]> record) {
        records.publish(record).toCompletableFuture().join();
    }

    List<String> refs() {
        return taken.stream()
                .map(received -> received.envelope().event().subject())
                .toList();
    }

    double count(String what) {
        return registry.counter("periodical.consumer." + what, "consumer", consumer)
                .count();
    }

    List<DeadLetterView> list(LetterFilter filter) {
        return letters.page(filter, null, 200).await().atMost(PATIENCE).items();
    }

    List<DeadLetterView> awaitLetters(int count) {
        await().atMost(PATIENCE).until(() -> list(LetterFilter.all()).size() == count);
        return list(LetterFilter.all());
    }

    Requeued requeue(LetterFilter filter) {
        return letters.requeue(filter).await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        loop.close();
        records.close();
        letters.stop();
    }
}
