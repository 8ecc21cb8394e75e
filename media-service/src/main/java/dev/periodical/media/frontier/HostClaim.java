package dev.periodical.media.frontier;

import java.time.Duration;
import java.util.List;

/**
 * A host that is leased to a worker.
 *
 * @param host its name
 * @param failures for how many pictures in a row it gave no answer at all
 * @param failing how long that has been so
 * @param slow whether it took long to answer the last time
 * @param pictures those of its pictures that are due, the longest due first; may be empty
 */
public record HostClaim(String host, int failures, Duration failing, boolean slow, List<ClaimedPicture> pictures) {}
