package dev.periodical.desk;

import dev.periodical.deadletters.TopicOverview;
import java.util.List;

/**
 * How this service's consumer does.
 *
 * @param lag how far it is behind, topic by topic; null while Kafka does not say
 * @param letters its dead letters, topic by topic; null while Kafka does not say
 */
public record ConsumerState(List<TopicLag> lag, List<TopicOverview> letters) {

    /** @return null while Kafka does not say */
    public Long behind() {
        return lag == null
                ? null
                : (Long) lag.stream().mapToLong(TopicLag::behind).sum();
    }

    /** How many dead letters wait; null while Kafka does not say. */
    public Long waiting() {
        return letters == null
                ? null
                : (Long) letters.stream().mapToLong(TopicOverview::waiting).sum();
    }

    /** Whether an operator has something to look at. */
    public boolean anyWaiting() {
        return letters != null && waiting() > 0;
    }
}
