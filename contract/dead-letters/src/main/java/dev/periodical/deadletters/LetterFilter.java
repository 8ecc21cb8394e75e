package dev.periodical.deadletters;

import dev.periodical.events.Topic;
import dev.periodical.events.kafka.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Which dead letters are meant; all that is given must hold.
 *
 * @param topic those of this topic, named as their source or as the dead letter topic; null for all
 * @param reason those whose reason begins with this, null for all
 * @param from those put aside at this time or later, null for all
 * @param to those put aside before this time, null for all
 * @param state those in this state, null for all
 */
public record LetterFilter(String topic, String reason, Instant from, Instant to, DeadLetterView.State state) {

    /** A topic of letters, and the one on which they are put back. */
    record Pair(Topic letters, Topic requeued) {}

    public static LetterFilter all() {
        return new LetterFilter(null, null, null, null, null);
    }

    /** The consumer's topics that it names, in their order; none where it names another's. */
    List<Pair> topics(Subscription subscription) {
        return IntStream.range(0, subscription.topics().size())
                .filter(i -> topic == null
                        || topic.equals(subscription.topics().get(i).name())
                        || topic.equals(subscription.deadLetters().get(i).name()))
                .mapToObj(i -> new Pair(
                        subscription.deadLetters().get(i),
                        subscription.requeued().get(i)))
                .toList();
    }

    /** Whether it means this letter, its state aside. */
    boolean means(ConsumerRecord<String, byte[]> letter) {
        return (reason == null || DeadLetterView.reason(letter).startsWith(reason))
                && (from == null || letter.timestamp() >= from.toEpochMilli())
                && (to == null || letter.timestamp() < to.toEpochMilli());
    }
}
