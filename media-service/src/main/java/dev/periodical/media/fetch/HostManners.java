package dev.periodical.media.fetch;

import java.time.Duration;

/** How a host is to be treated. */
interface HostManners {

    /**
     * Manners towards one host.
     *
     * @param atOnce how many of its pictures are fetched at once
     * @param spacing from the begin of one request to the begin of the next
     */
    record Manners(int atOnce, Duration spacing) {}

    Manners towards(String host);
}
