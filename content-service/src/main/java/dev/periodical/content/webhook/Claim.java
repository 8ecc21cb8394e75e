package dev.periodical.content.webhook;

import java.time.Instant;
import java.util.List;

/** A subscription that this worker has for a while, and what it is to be told now. */
record Claim(String webhook, String url, String secret, int failures, List<Due> due) {

    /**
     * One delivery.
     *
     * @param event the {@code ce-id}
     * @param data the body
     * @param attempts before this one
     */
    record Due(
            String id,
            String event,
            String type,
            String subject,
            Instant time,
            String data,
            int attempts,
            Instant giveUpAt) {}
}
