package dev.periodical.media;

import dev.periodical.backing.quarkus.BackingServicesResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The whole service with short patience, against the hostile origin. Shared, so that Quarkus starts once for all who use it. */
public final class FetchingProfile implements QuarkusTestProfile {

    static final int MAX_BYTES = 200_000;
    static final int HAND_INS = 4;
    static final String SPOOL = "target/spool";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("periodical.fetch.timeout", "1s"),
                Map.entry("periodical.fetch.max-bytes", Integer.toString(MAX_BYTES)),
                Map.entry("periodical.fetch.rounds", "2"),
                Map.entry("periodical.fetch.retry-after", "100ms"),
                Map.entry("periodical.fetch.rest", "100ms"),
                Map.entry("periodical.fetch.host-spacing", "10ms"),
                Map.entry("periodical.fetch.idle", "50ms"),
                Map.entry("periodical.fetch.lease", "3s"),
                Map.entry("periodical.fetch.spool", SPOOL),
                Map.entry("periodical.frontier.counted-every", "1s"),
                Map.entry("periodical.hand-in.at-once", Integer.toString(HAND_INS)));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(BackingServicesResource.class, Map.of("databases", "media")),
                new TestResourceEntry(OriginResource.class));
    }
}
