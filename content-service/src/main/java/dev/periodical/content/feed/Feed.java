package dev.periodical.content.feed;

import java.time.Instant;
import java.util.List;

/**
 * A page of articles as a feed.
 *
 * @param id its address without a place: the same for all of its pages
 * @param self its own address
 * @param home the page for people
 * @param hub a WebSub hub, or null
 * @param next the address of the page after it (RFC 5005), or null
 * @param updated when anything in it changed last, or null for an empty one
 */
record Feed(
        String title,
        String id,
        String self,
        String home,
        String hub,
        String next,
        Instant updated,
        List<FeedEntry> entries) {}
