package dev.periodical.ingest.article;

import java.net.URI;
import java.time.ZoneId;
import java.util.Map;

/**
 * What the operator decides about reading.
 *
 * @param defaultZone where a date without zone is meant
 * @param zones other zones, by author as written or by host of the article's source link
 * @param longestDataUrl the longest {@code data:} picture that travels in the event, in characters of its URL
 */
public record ReadingPolicy(ZoneId defaultZone, Map<String, ZoneId> zones, int longestDataUrl) {

    private static final int MEBIBYTE = 1 << 20;

    public ReadingPolicy {
        zones = Map.copyOf(zones);
    }

    /** One zone for all; {@code data:} pictures up to 1 MiB. */
    public static ReadingPolicy of(ZoneId defaultZone) {
        return new ReadingPolicy(defaultZone, Map.of(), MEBIBYTE);
    }

    /** Other zones for some authors and sources; {@code data:} pictures up to 1 MiB. */
    public static ReadingPolicy of(ZoneId defaultZone, Map<String, ZoneId> zones) {
        return new ReadingPolicy(defaultZone, zones, MEBIBYTE);
    }

    /** The zone of this author's dates, else of this source's, else the default. */
    ZoneId zoneFor(String author, URI source) {
        String host = source == null || source.getHost() == null ? "" : source.getHost();
        return zones.getOrDefault(author == null ? "" : author, zones.getOrDefault(host, defaultZone));
    }
}
