package dev.periodical.events.kafka;

import dev.periodical.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A dead letter that was put back for its consumer: the letter whole, and beside it where it lies. The consuming loop makes of
 * it the very record that came at first, with its own topic, partition, offset, timestamp and headers, so no handler sees a
 * difference, and should it fail again its new dead letter says whence it came at first.
 */
public final class PutBack {

    /** The dead letter topic that it lies on. */
    public static final String TOPIC = "requeued_topic";
    /** Its partition there. */
    public static final String PARTITION = "requeued_partition";
    /** Its offset there. */
    public static final String OFFSET = "requeued_offset";

    private static final List<String> HEADERS = List.of(TOPIC, PARTITION, OFFSET);

    private PutBack() {}

    /** What is published to put this dead letter back. */
    public static ProducerRecord<String, byte[]> of(ConsumerRecord<String, byte[]> letter, Topic destination) {
        RecordHeaders headers = new RecordHeaders(letter.headers());
        DeadLetter.put(headers, TOPIC, letter.topic());
        DeadLetter.put(headers, PARTITION, Integer.toString(letter.partition()));
        DeadLetter.put(headers, OFFSET, Long.toString(letter.offset()));
        return new ProducerRecord<>(destination.name(), null, null, letter.key(), letter.value(), headers);
    }

    /** The record that came at first; as it is where the headers don't say, or name a topic that is none of these. */
    static ConsumerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> record, List<Topic> topics) {
        Optional<String> topic = text(record.headers(), DeadLetter.TOPIC)
                .filter(name -> topics.stream().anyMatch(known -> known.name().equals(name)));
        Optional<Long> partition = number(record.headers(), DeadLetter.PARTITION);
        Optional<Long> offset = number(record.headers(), DeadLetter.OFFSET);
        Optional<Long> timestamp = number(record.headers(), DeadLetter.TIMESTAMP);
        if (topic.isEmpty() || partition.isEmpty() || offset.isEmpty() || timestamp.isEmpty()) {
            return record;
        }
        RecordHeaders headers = new RecordHeaders(record.headers());
        DeadLetter.HEADERS.forEach(headers::remove);
        HEADERS.forEach(headers::remove);
        return new ConsumerRecord<>(
                topic.get(),
                partition.get().intValue(),
                offset.get(),
                timestamp.get(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                record.value(),
                headers,
                Optional.empty());
    }

    /** A header's text; none where it has no value. */
    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** A header's number; none where it says none. */
    public static Optional<Long> number(Headers headers, String name) {
        try {
            return text(headers, name).map(Long::valueOf);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
