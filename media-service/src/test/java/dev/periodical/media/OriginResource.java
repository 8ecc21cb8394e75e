package dev.periodical.media;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Leads every host that the guard allows to the hostile origin; what the guard let through by mistake would be seen there. The
 * origin's own port is one of the allowed: there a name leads where DNS says.
 */
public final class OriginResource implements QuarkusTestResourceLifecycleManager {

    private HostileOrigin origin;

    /** Made by Quarkus. */
    public OriginResource() {}

    @Override
    public Map<String, String> start() {
        OriginCertificate certificate = OriginCertificate.trusted();
        origin = new HostileOrigin(certificate);
        String there = ":127.0.0.1:" + origin.port();
        return Map.of(
                "periodical.fetch.connect-to",
                ":80" + there + ",:443" + there,
                "periodical.fetch.ports",
                "80,443,8080,8443," + origin.port());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(origin, new TestInjector.MatchesType(HostileOrigin.class));
    }

    @Override
    public void stop() {
        try {
            origin.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
