package dev.periodical.deadletters;

/**
 * What was put back.
 *
 * @param requeued how many letters
 * @param more whether the time ended before all were looked at: the same call goes on with the others
 */
public record Requeued(long requeued, boolean more) {}
