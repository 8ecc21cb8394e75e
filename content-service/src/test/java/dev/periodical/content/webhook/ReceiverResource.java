package dev.periodical.content.webhook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Leads {@code receiver.example} to a receiver on loopback, and nobody else. */
public final class ReceiverResource implements QuarkusTestResourceLifecycleManager {

    private Receiver receiver;

    /** Made by Quarkus. */
    public ReceiverResource() {}

    @Override
    public Map<String, String> start() {
        receiver = new Receiver();
        return Map.of(
                "periodical.webhooks.connect-to", "receiver.example:80:127.0.0.1:" + receiver.port(),
                "periodical.webhooks.ports", "80,443," + receiver.port());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(receiver, new TestInjector.MatchesType(Receiver.class));
    }

    @Override
    public void stop() {
        receiver.close();
    }
}
