package dev.periodical.content.article;

import java.time.Instant;

/**
 * A revision that the archive keeps.
 *
 * @param firstSeen when it was first accepted
 * @param lastSeen when it was last posted
 * @param current whether the article says so now
 */
public record KeptRevision(String revision, Instant firstSeen, Instant lastSeen, boolean current) {}
