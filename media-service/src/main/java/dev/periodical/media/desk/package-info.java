/**
 * The page for those who run media-service: pictures by state, host and reason, tried again by a button; hosts that rest; what
 * the store holds; how far its consumer is, and its dead letters.
 *
 * <p>Nobody calls it. It reads the frontier's figures and ledgers; it must never fetch anything.
 */
package dev.periodical.media.desk;
