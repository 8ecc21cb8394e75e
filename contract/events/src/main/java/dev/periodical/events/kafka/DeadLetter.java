package dev.periodical.events.kafka;

import dev.periodical.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record that its consumer can't take, as it lies on the dead letter topic: key, value and headers untouched, and beside
 * them why and whence.
 */
public final class DeadLetter {

    /** Why, one line. */
    public static final String REASON = "dead_letter_reason";
    /** The topic it came from. */
    public static final String TOPIC = "dead_letter_topic";
    /** The partition it came from. */
    public static final String PARTITION = "dead_letter_partition";
    /** Its offset there. */
    public static final String OFFSET = "dead_letter_offset";
    /** Its timestamp there, in milliseconds since the epoch. */
    public static final String TIMESTAMP = "dead_letter_timestamp";

    /** All of them. */
    static final List<String> HEADERS = List.of(REASON, TOPIC, PARTITION, OFFSET, TIMESTAMP);

    private static final int LONGEST_REASON = 1_000;

    private DeadLetter() {}

    static ProducerRecord<String, byte[]> of(ConsumerRecord<String, byte[]> record, Topic destination, String reason) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        put(headers, REASON, reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
        put(headers, TOPIC, record.topic());
        put(headers, PARTITION, Integer.toString(record.partition()));
        put(headers, OFFSET, Long.toString(record.offset()));
        put(headers, TIMESTAMP, Long.toString(record.timestamp()));
        return new ProducerRecord<>(destination.name(), null, null, record.key(), record.value(), headers);
    }

    static void put(RecordHeaders headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
