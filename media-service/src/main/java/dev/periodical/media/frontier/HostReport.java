package dev.periodical.media.frontier;

import dev.periodical.events.FailureReason;
import java.time.Duration;

/**
 * What a turn with a host showed of the host itself.
 *
 * @param failures for how many pictures in a row it gave no answer at all
 * @param slow whether it took long to answer
 * @param rest how long nothing is asked of it; zero for no rest
 * @param reason the last failure, null where there was none
 * @param detail the same for a human eye, or null
 */
public record HostReport(int failures, boolean slow, Duration rest, FailureReason reason, String detail) {}
