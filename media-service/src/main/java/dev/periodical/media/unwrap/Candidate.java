package dev.periodical.media.unwrap;

/**
 * One URL under which the picture may be had.
 *
 * @param url absolute http or https, not yet judged by the guard; the URL as written may be anything
 * @param family the family of the wrapper this URL was found in; null for the URL as written, which nothing wraps
 */
public record Candidate(String url, String family) {}
