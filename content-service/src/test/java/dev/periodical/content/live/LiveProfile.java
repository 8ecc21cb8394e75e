package dev.periodical.content.live;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Few listeners, short heartbeats, little patience. */
public final class LiveProfile implements QuarkusTestProfile {

    static final int CONNECTIONS = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "periodical.events.connections", Integer.toString(CONNECTIONS),
                "periodical.events.heartbeat", "400ms",
                "periodical.events.patience", "1s");
    }
}
