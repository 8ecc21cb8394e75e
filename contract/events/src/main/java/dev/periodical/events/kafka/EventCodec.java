package dev.periodical.events.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.events.Article;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.ArticleWithdrawn;
import dev.periodical.events.Envelope;
import dev.periodical.events.Event;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Events as Kafka records and back: CloudEvents 1.0, Kafka binding 1.0.2, binary mode. The value is the event's plain JSON
 * (none for a withdrawal), all else is in headers: {@code ce_id}, {@code ce_source}, {@code ce_type}, {@code ce_time},
 * {@code ce_subject}, {@code content-type}. The key is the subject.
 */
public final class EventCodec {

    private EventCodec() {}

    /** The record that carries this event; its timestamp is the event's time. */
    public static ProducerRecord<String, byte[]> encode(Envelope envelope) {
        Event event = envelope.event();
        CloudEventBuilder cloudEvent = CloudEventBuilder.v1()
                .withId(envelope.id())
                .withSource(URI.create(envelope.source()))
                .withType(event.type())
                .withSubject(event.subject())
                .withTime(envelope.time().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        byte[] data = data(event);
        if (data != null) {
            cloudEvent.withData("application/json", data);
        }
        return KafkaMessageFactory.<String>createWriter(
                        event.topic().name(), null, envelope.time().toEpochMilli(), event.subject())
                .writeBinary(cloudEvent.build());
    }

    /** What this record says. Never throws: bytes from the network are data, not faults of this program. */
    public static Decoded decode(ConsumerRecord<String, byte[]> record) {
        try {
            CloudEvent cloudEvent = KafkaMessageFactory.createReader(valued(record.headers()), record.value())
                    .toEvent();
            Event event = event(cloudEvent, record);
            if (event == null) {
                return new Decoded.UnknownType(cloudEvent.getType());
            }
            if (!event.subject().equals(record.key())) {
                return new Decoded.Undecodable("the record's key is not the event's subject " + event.subject());
            }
            if (cloudEvent.getTime() == null) {
                return new Decoded.Undecodable("ce_time is missing");
            }
            return new Decoded.Known(new Envelope(
                    cloudEvent.getId(),
                    cloudEvent.getSource().toString(),
                    cloudEvent.getTime().toInstant(),
                    event));
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            return new Decoded.Undecodable("not a CloudEvent in binary mode: " + firstLine(e.getMessage()));
        } catch (JsonProcessingException e) {
            return new Decoded.Undecodable("not the JSON of its type: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            return new Decoded.Undecodable("unreadable value: " + firstLine(e.getMessage()));
        }
    }

    /** A header may have no value at all: the CloudEvents reader can't bear it, so it counts as absent. */
    private static Headers valued(Headers headers) {
        RecordHeaders valued = new RecordHeaders();
        headers.forEach(header -> {
            if (header.value() != null) {
                valued.add(header);
            }
        });
        return valued;
    }

    private static byte[] data(Event event) {
        try {
            if (event instanceof ArticleWithdrawn) {
                return null;
            }
            Object data = event instanceof ArticleIngested ingested ? ingested.article() : event;
            return EventJson.MAPPER.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that has no JSON: " + event.type(), e);
        }
    }

    private static Event event(CloudEvent cloudEvent, ConsumerRecord<String, byte[]> record) throws IOException {
        return switch (cloudEvent.getType()) {
            case ArticleIngested.TYPE -> new ArticleIngested(read(record, Article.class));
            case ArticleWithdrawn.TYPE -> withdrawn(record);
            case MediaStored.TYPE -> read(record, MediaStored.class);
            case MediaFailed.TYPE -> read(record, MediaFailed.class);
            default -> null;
        };
    }

    private static ArticleWithdrawn withdrawn(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            throw new IllegalArgumentException("a withdrawal without a key");
        }
        return new ArticleWithdrawn(record.key());
    }

    private static <T> T read(ConsumerRecord<String, byte[]> record, Class<T> type) throws IOException {
        if (record.value() == null) {
            throw new IllegalArgumentException("no value");
        }
        T read = EventJson.MAPPER.readValue(record.value(), type);
        if (read == null) {
            throw new IllegalArgumentException("the value is null");
        }
        return read;
    }

    private static String firstLine(String message) {
        return message == null
                ? "no further detail"
                : message.lines().findFirst().orElse("");
    }
}
