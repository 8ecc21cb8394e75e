package dev.periodical.events;

import java.util.Map;

/**
 * A Kafka topic as the suite declares it.
 *
 * @param name its name
 * @param partitions how many partitions it is created with; more can be added by the operator
 * @param config topic-level settings, by Kafka's own names
 */
public record Topic(String name, int partitions, Map<String, String> config) {}
