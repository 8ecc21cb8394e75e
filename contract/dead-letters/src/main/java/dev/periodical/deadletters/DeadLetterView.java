package dev.periodical.deadletters;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.periodical.events.kafka.DeadLetter;
import dev.periodical.events.kafka.PutBack;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record that the consumer could not take.
 *
 * @param topic the dead letter topic; with {@code partition} and {@code offset} it names the letter
 * @param key the record's key, at most 200 characters of it; null where it has none
 * @param reason why, one line
 * @param when it was put aside
 * @param original whence it came
 * @param size of its value, in bytes
 * @param state {@code waiting}, or {@code requeued} once it was put back
 */
public record DeadLetterView(
        String topic,
        int partition,
        long offset,
        String key,
        String reason,
        Instant when,
        Original original,
        long size,
        State state) {

    private static final int LONGEST_KEY = 200;

    /** Whether it waits for somebody. */
    public enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("requeued")
        REQUEUED
    }

    /** Where the record lay; null what the letter does not say. */
    public record Original(String topic, Integer partition, Long offset, Instant timestamp) {}

    static DeadLetterView of(ConsumerRecord<String, byte[]> letter, boolean requeued) {
        return new DeadLetterView(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                shortened(letter.key()),
                reason(letter),
                Instant.ofEpochMilli(letter.timestamp()),
                original(letter.headers()),
                Math.max(0, letter.serializedValueSize()),
                requeued ? State.REQUEUED : State.WAITING);
    }

    static String reason(ConsumerRecord<String, byte[]> letter) {
        return PutBack.text(letter.headers(), DeadLetter.REASON).orElse("");
    }

    private static Original original(Headers headers) {
        return new Original(
                PutBack.text(headers, DeadLetter.TOPIC).orElse(null),
                PutBack.number(headers, DeadLetter.PARTITION)
                        .map(Long::intValue)
                        .orElse(null),
                PutBack.number(headers, DeadLetter.OFFSET).orElse(null),
                PutBack.number(headers, DeadLetter.TIMESTAMP)
                        .map(Instant::ofEpochMilli)
                        .orElse(null));
    }

    private static String shortened(String key) {
        return key == null || key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY) + "…";
    }

    Place place() {
        return new Place(topic, partition, offset);
    }
}
