package dev.periodical.media.poison;

import dev.periodical.events.FailureReason;

/**
 * Why a picture may not be the article's.
 *
 * @param reason of the closed list
 * @param detail for people
 * @param repeated the host gave it for many addresses: those before are as suspect
 */
public record Suspicion(FailureReason reason, String detail, boolean repeated) {}
