package dev.periodical.content.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One event on its way to one receiver, as its owner sees it.
 *
 * @param id the {@code webhook-id} of every attempt
 * @param event the {@code ce-id}: the change's number; null for a ping
 * @param state {@code waiting}, {@code delivered} or {@code failed}
 * @param attempts how many there were, since it was replayed last
 * @param status of the latest answer, or null
 * @param reason why the latest attempt came to nothing, or null
 * @param next when it is tried next, null where it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
        String id,
        String event,
        String type,
        String subject,
        Instant time,
        String state,
        int attempts,
        Integer status,
        String reason,
        String detail,
        Instant createdAt,
        Instant attemptedAt,
        Instant next) {

    /** Taken by the receiver. */
    public static final String DELIVERED = "delivered";

    /** To be tried, for the first time or again. */
    public static final String WAITING = "waiting";

    /** Given up. */
    public static final String FAILED = "failed";
}
