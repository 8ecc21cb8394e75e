package dev.periodical.content.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.periodical.content.change.ChangeFilter;
import java.time.Instant;

/**
 * A subscription, without its secret.
 *
 * @param owner the name of the token that made it
 * @param state {@code active} or {@code disabled}
 * @param reason why it is disabled, or null
 * @param failures attempts in a row that came to nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Webhook(
        String id,
        String owner,
        String url,
        ChangeFilter filter,
        String state,
        String reason,
        int failures,
        Instant createdAt,
        Instant disabledAt) {}
