package dev.periodical.media;

import dev.periodical.backing.quarkus.BackingServicesResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole service, with a spacing that an origin can measure and hosts that rest soon and long. */
public final class MannersProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>(new FetchingProfile().getConfigOverrides());
        config.put("periodical.fetch.host-spacing", "50ms");
        config.put("periodical.fetch.turn", "4");
        config.put("periodical.fetch.rest-after", "3");
        config.put("periodical.fetch.rest", "1h");
        config.put("periodical.fetch.rounds", "8");
        config.put("periodical.fetch.spool", "target/spool-manners");
        return config;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(BackingServicesResource.class, Map.of("databases", "media")),
                new TestResourceEntry(OriginResource.class));
    }
}
