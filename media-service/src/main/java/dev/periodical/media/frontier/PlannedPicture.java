package dev.periodical.media.frontier;

import java.util.List;

/**
 * A picture to be fetched.
 *
 * @param ref its image ref
 * @param url the URL as written
 * @param alternatives other addresses of it, best first
 * @param page the article's own address, or null
 * @param host the host of the first rung of its ladder; empty when no rung has one
 * @param source SHA-256 of that rung's address: pictures that share it are fetched once; null for none
 * @param traceparent the trace in which its article came, or null
 */
public record PlannedPicture(
        String ref,
        String url,
        List<String> alternatives,
        String page,
        String host,
        String source,
        String traceparent) {}
