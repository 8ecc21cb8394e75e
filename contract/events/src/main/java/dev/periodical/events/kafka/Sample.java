package dev.periodical.events.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A golden record of the contract, for the tests of any producer or consumer: what a producer writes is equal to the sample,
 * and a consumer is given the sample's {@link #record()}.
 *
 * <p>They lie beside the schemas in {@code dev/periodical/events/samples}, one JSON object {@code {topic, key, headers,
 * value}} each.
 *
 * @param topic the topic that carries it
 * @param key the record's key
 * @param headers the record's headers as text, by name
 * @param value the record's value as compact JSON, byte for byte what the codec writes; null for a tombstone
 */
public record Sample(String topic, String key, Map<String, String> headers, String value) {

    /** An article of the most common shape, with a cover and two more pictures. */
    public static final String ARTICLE_INGESTED = "article-ingested";
    /** The same, from a producer that knows more fields than this version. */
    public static final String ARTICLE_INGESTED_UNKNOWN_FIELD = "article-ingested-unknown-field";
    /** The same article withdrawn: a tombstone. */
    public static final String ARTICLE_WITHDRAWN = "article-withdrawn";
    /** Its cover is kept. */
    public static final String MEDIA_STORED = "media-stored";
    /** The same, from a producer that knows more fields than this version. */
    public static final String MEDIA_STORED_UNKNOWN_FIELD = "media-stored-unknown-field";
    /** Its last picture could not be had. */
    public static final String MEDIA_FAILED = "media-failed";
    /** An event that this version does not know. */
    public static final String UNKNOWN_TYPE = "unknown-type";

    /** Every sample there is. */
    public static final List<String> NAMES = List.of(
            ARTICLE_INGESTED,
            ARTICLE_INGESTED_UNKNOWN_FIELD,
            ARTICLE_WITHDRAWN,
            MEDIA_STORED,
            MEDIA_STORED_UNKNOWN_FIELD,
            MEDIA_FAILED,
            UNKNOWN_TYPE);

    private static final List<String> OF_THE_OCCASION = List.of("ce_id", "ce_time", "traceparent");

    public Sample {
        headers = new TreeMap<>(headers);
    }

    /**
     * The sample of this name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Sample read(String name) {
        try (InputStream file = Sample.class.getResourceAsStream("/dev/periodical/events/samples/" + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("no sample " + name);
            }
            JsonNode sample = EventJson.MAPPER.readTree(file);
            Map<String, String> headers = new LinkedHashMap<>();
            sample.get("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().textValue()));
            JsonNode value = sample.get("value");
            return new Sample(
                    sample.get("topic").textValue(),
                    sample.get("key").textValue(),
                    headers,
                    value.isNull() ? null : EventJson.MAPPER.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a producer is about to send, to be compared with a sample. */
    public static Sample of(ProducerRecord<String, byte[]> sent) {
        Map<String, String> headers = new LinkedHashMap<>();
        sent.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Sample(
                sent.topic(),
                sent.key(),
                headers,
                sent.value() == null ? null : new String(sent.value(), StandardCharsets.UTF_8));
    }

    /** The same without what every sending has anew: {@code ce_id}, {@code ce_time} and {@code traceparent}. */
    public Sample timeless() {
        Map<String, String> lasting = new LinkedHashMap<>(headers);
        lasting.keySet().removeAll(OF_THE_OCCASION);
        return new Sample(topic, key, lasting, value);
    }

    /** The record as a consumer polls it: partition 0, offset 0, no timestamp. */
    public ConsumerRecord<String, byte[]> record() {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                bytes,
                recordHeaders(),
                Optional.empty());
    }

    private Headers recordHeaders() {
        RecordHeaders recordHeaders = new RecordHeaders();
        headers.forEach((name, text) -> recordHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return recordHeaders;
    }
}
