package dev.periodical.media.frontier;

import java.util.List;

/**
 * A host that is leased to a worker.
 *
 * @param host its name
 * @param pictures those of its pictures that are due, the longest due first; may be empty
 */
public record HostClaim(String host, List<ClaimedPicture> pictures) {}
