package dev.periodical.ingest.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** What the door takes, and how it reads. */
@ConfigMapping(prefix = "periodical.submission")
interface SubmissionConfig {

    /** The zone of dates that state none. */
    @WithDefault("Asia/Shanghai")
    ZoneId defaultZone();

    /** Other zones, by author as written or by host of the article's source link, which goes in quotes if it has dots. */
    Map<String, ZoneId> zones();

    /** The largest document, in bytes. */
    @WithDefault("8388608")
    long maxBytes();

    /** How many requests may be in work at once; one more is answered 503 at once. */
    @WithDefault("256")
    int requestsInFlight();

    /** How many bytes of request bodies may be in work at once. */
    @WithDefault("33554432")
    long bytesInFlight();

    /** How long a document may take to arrive; then it is answered 408 and its room given to others. */
    @WithDefault("60s")
    Duration uploadDeadline();
}
