package dev.periodical.content.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** No worker of its own: the test is the worker, or two of them. */
public final class TellingProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "periodical.webhooks.enabled", "false",
                "periodical.webhooks.lease", "2s",
                "periodical.webhooks.timeout", "1s",
                "periodical.webhooks.backlog", "50");
    }
}
