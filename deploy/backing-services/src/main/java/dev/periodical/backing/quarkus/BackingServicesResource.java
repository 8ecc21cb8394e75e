package dev.periodical.backing.quarkus;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.Coordinates;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives Quarkus tests a real broker, database server and object store: one of each for the whole test JVM, gone with it.
 *
 * <p>Argument {@code databases}: names by comma; they count where the resource is first used. The tests see {@code
 * kafka.bootstrap.servers} (also as {@code backing.kafka.bootstrap-servers}), {@code
 * backing.postgres.{host,port,username,password}} and {@code backing.s3.{endpoint,access-key,secret-key,bucket}} as
 * configuration, and a field of type {@link BackingServices} is filled for outages.
 */
public final class BackingServicesResource implements QuarkusTestResourceLifecycleManager {

    private static BackingServices shared;

    private String[] databases = {};

    /** Made by Quarkus. */
    public BackingServicesResource() {}

    @Override
    public void init(Map<String, String> arguments) {
        String names = arguments.getOrDefault("databases", "");
        databases = names.isBlank() ? databases : names.split("\\s*,\\s*");
    }

    @Override
    public Map<String, String> start() {
        return configuration(shared(databases).coordinates());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(shared(databases), new TestInjector.MatchesType(BackingServices.class));
    }

    /** Does nothing: the child ends with this JVM, and the next test class finds it warm. */
    @Override
    public void stop() {}

    private static synchronized BackingServices shared(String... databases) {
        if (shared == null) {
            shared = BackingServices.start(BackingServices.Options.temporary(databases));
        }
        return shared;
    }

    private static Map<String, String> configuration(Coordinates at) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("kafka.bootstrap.servers", at.kafkaBootstrapServers());
        configuration.put("backing.kafka.bootstrap-servers", at.kafkaBootstrapServers());
        configuration.put("backing.postgres.host", at.postgresHost());
        configuration.put("backing.postgres.port", Integer.toString(at.postgresPort()));
        configuration.put("backing.postgres.username", at.postgresUser());
        configuration.put("backing.postgres.password", at.postgresPassword());
        configuration.put("backing.s3.endpoint", at.s3Endpoint());
        configuration.put("backing.s3.access-key", at.s3AccessKey());
        configuration.put("backing.s3.secret-key", at.s3SecretKey());
        configuration.put("backing.s3.bucket", at.s3Bucket());
        return configuration;
    }
}
