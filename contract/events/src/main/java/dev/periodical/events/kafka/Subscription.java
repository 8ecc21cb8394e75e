package dev.periodical.events.kafka;

import dev.periodical.events.Topic;
import dev.periodical.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Who reads what.
 *
 * @param consumer the consumer's short name, {@code content}: its group is {@code periodical-content}, its dead letters lie
 *     on {@code <topic>.content.dlt} and are put back on {@code <topic>.content.requeue}, which it reads, too
 * @param topics what it reads, from the earliest record on
 * @param maxRecords the most records in one batch
 * @param maxBytes about the most bytes in one poll: bounds memory, one larger record still passes
 * @param kafka the operator's settings, by Kafka's names
 */
public record Subscription(
        String consumer, List<Topic> topics, int maxRecords, int maxBytes, Map<String, Object> kafka) {

    /** After a crash the group waits this long before it gives the dead member's partitions away. */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    /** A commit may wait longer for its broker than a readiness check may. */
    private static final int API_TIMEOUT_MS = 60_000;

    private static final Duration DEAD_LETTER_DEADLINE = Duration.ofSeconds(10);
    private static final long DEAD_LETTER_BUFFER = Topics.MAX_DEAD_LETTER_BYTES + (1L << 20);

    public String group() {
        return "periodical-" + consumer;
    }

    /** Where the dead letters of each topic lie, in the order of the topics. */
    public List<Topic> deadLetters() {
        return topics.stream().map(topic -> Topics.deadLetters(topic, consumer)).toList();
    }

    /** Where they are put back, in the same order. */
    public List<Topic> requeued() {
        return topics.stream().map(topic -> Topics.requeued(topic, consumer)).toList();
    }

    /** All that the consumer reads. */
    List<Topic> sources() {
        return Stream.concat(topics.stream(), requeued().stream()).toList();
    }

    /** @param source one of {@link #sources} */
    Topic deadLetters(String source) {
        return topics.stream()
                .filter(topic -> topic.name().equals(source)
                        || Topics.requeued(topic, consumer).name().equals(source))
                .findFirst()
                .map(topic -> Topics.deadLetters(topic, consumer))
                .orElseThrow(() -> new IllegalArgumentException(source + " is not subscribed to"));
    }

    /** The record as it came at first, where it was put back; any other as it is. */
    ConsumerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> polled) {
        return requeued().stream().anyMatch(topic -> topic.name().equals(polled.topic()))
                ? PutBack.original(polled, topics)
                : polled;
    }

    List<Topic> allTopics() {
        return Stream.concat(sources().stream(), deadLetters().stream()).toList();
    }

    PublishingConfig deadLetterPublishing() {
        return new PublishingConfig(kafka, allTopics(), DEAD_LETTER_DEADLINE, DEAD_LETTER_BUFFER);
    }

    Map<String, Object> consumerConfig() {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        config.putAll(kafka);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, maxBytes);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, maxBytes / 4);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return config;
    }
}
