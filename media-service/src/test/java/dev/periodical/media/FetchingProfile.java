package dev.periodical.media;

import dev.periodical.backing.quarkus.BackingServicesResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The whole service with short patience, against the hostile origin. Shared, so that Quarkus starts once for all who use it. */
public final class FetchingProfile implements QuarkusTestProfile {

    static final int MAX_BYTES = 200_000;
    static final String SPOOL = "target/spool";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "periodical.fetch.timeout", "1s",
                "periodical.fetch.max-bytes", Integer.toString(MAX_BYTES),
                "periodical.fetch.rounds", "2",
                "periodical.fetch.retry-after", "100ms",
                "periodical.fetch.host-spacing", "10ms",
                "periodical.fetch.idle", "50ms",
                "periodical.fetch.lease", "3s",
                "periodical.fetch.spool", SPOOL,
                "periodical.frontier.counted-every", "1s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(BackingServicesResource.class, Map.of("databases", "media")),
                new TestResourceEntry(OriginResource.class));
    }
}
