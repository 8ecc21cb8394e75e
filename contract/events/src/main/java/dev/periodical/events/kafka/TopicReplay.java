package dev.periodical.events.kafka;

import dev.periodical.events.Envelope;
import dev.periodical.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics once more, from their first record to their end of some moment, beside the group that consumes them: no group
 * learns of it. Records that are no events are passed over, for the group has dead-lettered them.
 *
 * <p>Blocks, and is for one thread. Its failures are Kafka's own; what was read so far can't be read on after one.
 */
public final class TopicReplay implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final int API_TIMEOUT_MS = 30_000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Topic> topics;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private long read;

    /**
     * Stands at the beginning of each topic, and knows where its end is now.
     *
     * @param maxRecords the most records in one batch
     * @param maxBytes about the most bytes in one batch as they lie on the broker
     * @param kafka the operator's settings, by Kafka's names
     */
    public TopicReplay(List<Topic> topics, int maxRecords, int maxBytes, Map<String, Object> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, maxBytes);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Math.max(1 << 20, maxBytes / 4));
        this.topics = topics;
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            lookForTheEnd();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Sets the end anew: all that is in the topics now, also in partitions that were added since. */
    public void lookForTheEnd() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : topics) {
            for (PartitionInfo partition : consumer.partitionsFor(topic.name())) {
                partitions.add(new TopicPartition(topic.name(), partition.partition()));
            }
        }
        List<TopicPartition> added = partitions.stream()
                .filter(partition -> !ends.containsKey(partition))
                .toList();
        consumer.assign(partitions);
        if (!added.isEmpty()) { // of none it would mean all
            consumer.seekToBeginning(added);
        }
        ends.putAll(consumer.endOffsets(partitions));
    }

    /** The next events before the end, in each partition's order; empty when all of them are read. */
    public List<Envelope> next() {
        while (left() > 0) {
            List<Envelope> events = events(consumer.poll(POLL));
            if (!events.isEmpty()) {
                return events;
            }
        }
        return List.of();
    }

    private List<Envelope> events(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<Envelope> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            read++;
            if (EventCodec.decode(record) instanceof Decoded.Known known) {
                events.add(known.envelope());
            }
        }
        return events;
    }

    /** How many records were read so far, events or not. */
    public long read() {
        return read;
    }

    /** How many places are left up to the end; compaction leaves many of them empty. */
    public long left() {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(FAREWELL));
    }
}
