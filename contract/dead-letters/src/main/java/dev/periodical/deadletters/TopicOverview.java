package dev.periodical.deadletters;

import java.util.List;

/**
 * A topic's dead letters at a glance.
 *
 * @param topic the dead letter topic
 * @param letters how many lie there
 * @param waiting how many of them were not put back
 * @param reasons of the latest that wait, the most frequent first
 * @param latest the latest that wait
 */
public record TopicOverview(
        String topic, long letters, long waiting, List<ReasonCount> reasons, List<DeadLetterView> latest) {

    /** How many of the latest have this reason. */
    public record ReasonCount(String reason, long letters) {}
}
