package dev.periodical.content.subscribe;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Quick retries, and a second token. */
public final class WebhooksProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "periodical.webhooks.idle", "50ms",
                "periodical.webhooks.retry-after", "200ms",
                "periodical.webhooks.timeout", "2s",
                "periodical.webhooks.per-token", "4",
                // other-token
                "periodical.tokens.other.sha256", "6c67163bbed989f232b31acc4f04df54b31285bfc01bd022c735b71e041a4754",
                "periodical.tokens.other.roles", "operate");
    }
}
