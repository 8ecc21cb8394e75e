package dev.periodical.media.plan;

/**
 * One way to ask for a picture.
 *
 * @param url the address, not yet judged by the guard
 * @param referer the Referer to send, null for none
 */
public record Rung(String url, String referer) {}
