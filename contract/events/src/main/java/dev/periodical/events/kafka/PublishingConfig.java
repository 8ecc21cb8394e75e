package dev.periodical.events.kafka;

import dev.periodical.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How this suite produces: every record acknowledged by all in-sync replicas, once ({@code enable.idempotence}), zstd on
 * the wire, records as large as the topics take.
 *
 * @param kafka the operator's settings ({@code bootstrap.servers}, TLS, SASL ...), by Kafka's names; they win
 * @param topics the topics written to, created when missing
 * @param deadline how long a publication may take, from the call to the acknowledgement
 * @param bufferBytes how many bytes may wait for the broker before publications are refused
 */
public record PublishingConfig(Map<String, Object> kafka, List<Topic> topics, Duration deadline, long bufferBytes) {

    private static final int MAX_BLOCK_MS = 1_000;

    Map<String, Object> producer() {
        int deadlineMs = Math.toIntExact(deadline.toMillis());
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        // Articles go in small batches, spread over the partitions: most of what level 3 costs is clearing its tables.
        config.put(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, 1);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largestRecord());
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deadlineMs);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(500, deadlineMs / 2 - 100));
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        config.putAll(kafka);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return config;
    }

    private int largestRecord() {
        return topics.stream()
                .mapToInt(topic -> Integer.parseInt(topic.config().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)))
                .max()
                .orElseThrow();
    }
}
