package dev.periodical.deadletters;

import dev.periodical.events.kafka.PutBack;
import dev.periodical.events.kafka.RecordPublisher;
import dev.periodical.events.kafka.Subscription;
import dev.periodical.events.kafka.TransientFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts letters back, those that wait, each once. A letter counts when all in-sync replicas have it on the requeue topic; when
 * it is cut short, what was put back stays so, and the same call goes on with the others. What arrives meanwhile is left alone,
 * so what fails again makes no circle.
 */
final class Requeueing {

    private static final int IN_FLIGHT = 128;
    private static final long BYTES_IN_FLIGHT = 4 << 20;

    private final LetterReader reader;
    private final PutBackMarks marks;
    private final RecordPublisher publisher;
    private final List<CompletableFuture<Void>> inFlight = new ArrayList<>();
    private long bytesInFlight;
    private long requeued;
    private boolean more;

    Requeueing(LetterReader reader, PutBackMarks marks, RecordPublisher publisher) {
        this.reader = reader;
        this.marks = marks;
        this.publisher = publisher;
    }

    Requeued all(LetterFilter filter, Subscription subscription) {
        for (LetterFilter.Pair topics : filter.topics(subscription)) {
            marks.catchUp(reader, topics);
            List<TopicPartition> partitions = reader.partitions(topics.letters());
            var beginnings = reader.beginnings(partitions);
            var ends = reader.ends(partitions);
            for (TopicPartition partition : partitions) {
                long end = ends.get(partition);
                long from = filter.from() == null
                        ? beginnings.get(partition)
                        : reader.offset(partition, filter.from(), end);
                long reached = reader.read(partition, from, end, letter -> {
                    putBack(letter, topics, filter);
                    return !reader.late();
                });
                more |= reached < end;
            }
        }
        settle();
        return new Requeued(requeued, more);
    }

    /** The letter of this place; nothing where it is gone, or was put back before. */
    Requeued one(Place place, LetterFilter filter, Subscription subscription) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        for (LetterFilter.Pair topics : filter.topics(subscription)) {
            marks.catchUp(reader, topics);
            if (topics.letters().name().equals(place.topic())
                    && reader.partitions(topics.letters()).contains(partition)) {
                long from = Math.max(
                        place.offset(), reader.beginnings(List.of(partition)).get(partition));
                long end = Math.min(
                        place.offset() + 1, reader.ends(List.of(partition)).get(partition));
                if (from < end) {
                    reader.read(partition, from, end, letter -> {
                        putBack(letter, topics, filter);
                        return false;
                    });
                }
            }
        }
        settle();
        return new Requeued(requeued, false);
    }

    private void putBack(ConsumerRecord<String, byte[]> letter, LetterFilter.Pair topics, LetterFilter filter) {
        if (!filter.means(letter)
                || marks.has(new TopicPartition(letter.topic(), letter.partition()), letter.offset())) {
            return;
        }
        inFlight.add(publisher
                .publish(PutBack.of(letter, topics.requeued()), null) // in the trace that the record names, if any
                .toCompletableFuture());
        bytesInFlight += Math.max(0, letter.serializedValueSize());
        if (inFlight.size() >= IN_FLIGHT || bytesInFlight >= BYTES_IN_FLIGHT) {
            settle();
        }
    }

    private void settle() {
        try {
            inFlight.forEach(CompletableFuture::join);
            requeued += inFlight.size();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TransientFailure away ? away : e;
        } finally {
            inFlight.clear();
            bytesInFlight = 0;
        }
    }
}
