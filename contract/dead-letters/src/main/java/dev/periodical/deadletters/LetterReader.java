package dev.periodical.deadletters;

import dev.periodical.events.Topic;
import dev.periodical.events.kafka.Subscription;
import dev.periodical.events.kafka.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads pieces of partitions, for one caller, for a bounded time. Of the largest records one at a time is unfolded, beside one
 * fetch as it lies on the broker. It belongs to no group and moves nobody's offsets. What the broker fails to answer is a
 * {@link TransientFailure}.
 */
final class LetterReader implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofMillis(500);
    private static final int FETCH_BYTES = 4 << 20;

    private final KafkaConsumer<String, byte[]> consumer;
    private final long end;

    LetterReader(Subscription subscription, Duration time) {
        this.end = System.nanoTime() + time.toNanos();
        this.consumer = answered(() -> new KafkaConsumer<>(config(subscription)));
    }

    private static Map<String, Object> config(Subscription subscription) {
        Map<String, Object> config = new HashMap<>(subscription.kafka());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWER.toMillis()));
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return config;
    }

    /** In their order; none where the topic is not there yet. */
    List<TopicPartition> partitions(Topic topic) {
        return answered(() -> consumer.partitionsFor(topic.name(), ANSWER)).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
                .toList();
    }

    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return answered(() -> assigned(partitions).beginningOffsets(partitions, ANSWER));
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return answered(() -> assigned(partitions).endOffsets(partitions, ANSWER));
    }

    /** The client warns of answers about partitions that it was not assigned. */
    private KafkaConsumer<String, byte[]> assigned(Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        return consumer;
    }

    /** The first offset of this time or later; {@code otherwise} where nothing is as late. */
    long offset(TopicPartition partition, Instant time, long otherwise) {
        OffsetAndTimestamp found = answered(() ->
                        assigned(List.of(partition)).offsetsForTimes(Map.of(partition, time.toEpochMilli()), ANSWER))
                .get(partition);
        return found == null ? otherwise : found.offset();
    }

    boolean late() {
        return System.nanoTime() - end > 0;
    }

    /**
     * Reads {@code [from, to)} in order.
     *
     * @param each given each record; false ends the reading
     * @return the offset to go on from: {@code to}, or less when {@code each} or the time has ended it
     */
    long read(TopicPartition partition, long from, long to, Predicate<ConsumerRecord<String, byte[]>> each) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long silentSince = System.nanoTime();
        while (true) {
            long position = answered(() -> consumer.position(partition, ANSWER));
            if (position >= to || late()) {
                return Math.min(position, to);
            }
            for (ConsumerRecord<String, byte[]> record : answered(() -> consumer.poll(POLL))) {
                silentSince = System.nanoTime();
                if (record.offset() >= to) {
                    return to;
                }
                if (!each.test(record)) {
                    return record.offset() + 1;
                }
            }
            if (System.nanoTime() - silentSince > ANSWER.toNanos()) {
                throw new TransientFailure("Kafka does not answer", null);
            }
        }
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException e) {
            throw new TransientFailure("Kafka does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(FAREWELL));
    }
}
