/**
 * What to fetch, when, and from whom: the two tables {@code picture} and {@code host}, and the record of every attempt.
 *
 * <p>The plan room puts pictures in, the fetch room claims them host by host and settles them, the serve room lists them.
 * Politeness lives here: a host belongs to one worker at a time. Knows PostgreSQL and Panache; must never fetch anything.
 */
package dev.periodical.media.frontier;
