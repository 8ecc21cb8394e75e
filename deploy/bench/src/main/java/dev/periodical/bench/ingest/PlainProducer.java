package dev.periodical.bench.ingest;

import dev.periodical.events.Topics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What Kafka takes from one producer that does nothing else, with ingest's settings: the work of Kafka's own perf tool. */
final class PlainProducer {

    private PlainProducer() {}

    /** @return how many were acknowledged */
    static long run(String kafka, String topic, LongFunction<byte[]> payload, int seconds) {
        AtomicLong acknowledged = new AtomicLong();
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("bootstrap.servers", kafka),
                Map.entry("acks", "all"),
                Map.entry("enable.idempotence", true),
                Map.entry("compression.type", "zstd"),
                Map.entry("compression.zstd.level", 1),
                Map.entry("max.request.size", Topics.MAX_RECORD_BYTES),
                Map.entry("buffer.memory", 64L << 20),
                Map.entry("batch.size", 256 * 1024),
                Map.entry("linger.ms", 2));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            for (long i = 0; System.nanoTime() < end; i++) {
                producer.send(new ProducerRecord<>(topic, Long.toString(i), payload.apply(i)), (written, failure) -> {
                    if (failure == null) {
                        acknowledged.incrementAndGet();
                    }
                });
            }
        }
        return acknowledged.get();
    }
}
