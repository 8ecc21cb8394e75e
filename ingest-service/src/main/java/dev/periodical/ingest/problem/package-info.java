/**
 * What ingest answers when it can't take something, each problem worded once (RFC 9457).
 *
 * <p>The doors call it. It words refusals; it decides none.
 */
package dev.periodical.ingest.problem;
