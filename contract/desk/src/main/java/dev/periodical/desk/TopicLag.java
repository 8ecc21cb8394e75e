package dev.periodical.desk;

/**
 * How far the consumer is behind in a topic.
 *
 * @param behind how many records lie there that were not handled yet
 */
public record TopicLag(String topic, long behind) {}
