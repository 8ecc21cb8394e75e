package dev.periodical.media.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.periodical.events.FailureReason;
import java.time.Instant;

/**
 * One thing that was tried for a picture.
 *
 * @param at when it began
 * @param url what was asked for; after redirects, the last address asked
 * @param referer the Referer that was sent, or null
 * @param address the checked address that was connected to, null where it did not come to that
 * @param status the HTTP status, or null
 * @param reason why it failed, null when it succeeded
 * @param detail the same for a human eye, or null
 * @param bytes how many bytes of a body were read
 * @param millis how long it took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attempt(
        Instant at,
        String url,
        String referer,
        String address,
        Integer status,
        FailureReason reason,
        String detail,
        long bytes,
        int millis) {}
