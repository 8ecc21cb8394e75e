package dev.periodical.media.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A host and how it does.
 *
 * @param name the host; empty for addresses that have none that may be asked
 * @param waiting how many of its pictures wait, counted up to 10,000
 * @param lost how many of its pictures failed or were refused, counted up to 10,000
 * @param dueAt when its next picture is due, null when none waits
 * @param restedUntil until when nothing is asked of it, null when it does not rest
 * @param workedOnUntil until when a worker holds it unless it renews, null when none does
 * @param failures for how many pictures in a row it gave no answer at all
 * @param failingSince when that began
 * @param slow whether it took long to answer the last time
 * @param reason the last failure of the host or of one of its pictures
 * @param detail the same for a human eye
 * @param failedAt when that was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HostView(
        String name,
        long waiting,
        long lost,
        Instant dueAt,
        Instant restedUntil,
        Instant workedOnUntil,
        int failures,
        Instant failingSince,
        boolean slow,
        String reason,
        String detail,
        Instant failedAt) {}
