package dev.periodical.media;

import dev.periodical.backing.quarkus.BackingServicesResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The frontier alone: nobody plans, nobody fetches, so that the tests are the only workers. */
public final class FrontierProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("periodical.fetch.enabled", "false", "periodical.plan.enabled", "false");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(BackingServicesResource.class, Map.of("databases", "media")));
    }
}
