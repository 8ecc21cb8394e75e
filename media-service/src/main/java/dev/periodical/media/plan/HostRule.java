package dev.periodical.media.plan;

import java.time.Duration;

/**
 * What is known of a host's manners. Whatever is null is as for any other host.
 *
 * @param referer the Referer that its wall lets through: asked with first
 * @param userAgent sent instead of this service's own
 * @param spacing how long it is left alone between turns
 */
public record HostRule(String referer, String userAgent, Duration spacing) {

    /** Nothing is known. */
    public static final HostRule NONE = new HostRule(null, null, null);

    static HostRule referer(String referer) {
        return new HostRule(referer, null, null);
    }
}
