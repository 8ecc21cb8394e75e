package dev.periodical.local;

import dev.periodical.backing.Coordinates;
import dev.periodical.backing.Ports;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the services are told where everything is: the one place that knows the names of their configuration. A {@code
 * PERIODICAL_*} variable of the user's own environment wins over what stands here.
 *
 * @param plan who listens where
 * @param backing the backing services
 * @param token what opens the doors
 * @param connectTo the demo's exception from the fetch guard, in curl's syntax; absent without a demo
 */
record ServiceEnvironment(PortPlan plan, Coordinates backing, Token token, Optional<String> connectTo) {

    /** Everything one service is told, without what the user's environment says itself. */
    Map<String, String> of(Service service, Map<String, String> users) {
        Map<String, String> variables = defaults(service);
        variables.keySet().removeIf(name -> name.startsWith("PERIODICAL_") && users.containsKey(name));
        return variables;
    }

    private Map<String, String> defaults(Service service) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUARKUS_HTTP_HOST", Ports.HOST);
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(plan.of(service.label())));
        variables.put("QUARKUS_MANAGEMENT_HOST", Ports.HOST);
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(plan.of(PortPlan.management(service))));
        // The later profile wins: production, but with a log for people.
        variables.put("QUARKUS_PROFILE", "prod,local");
        variables.put("KAFKA_BOOTSTRAP_SERVERS", backing.kafkaBootstrapServers());
        variables.put("PERIODICAL_ADDRESSES_INGEST", plan.url(Service.INGEST));
        variables.put("PERIODICAL_ADDRESSES_CONTENT", plan.url(Service.CONTENT));
        variables.put("PERIODICAL_ADDRESSES_MEDIA", plan.url(Service.MEDIA));
        variables.put("PERIODICAL_TOKENS_LOCAL_SHA256", token.sha256());
        variables.put("PERIODICAL_TOKENS_LOCAL_ROLES", "write,operate");
        service.database().ifPresent(name -> {
            variables.put("PERIODICAL_DATABASE_URL", backing.reactiveUrl(name));
            variables.put("PERIODICAL_DATABASE_USERNAME", backing.postgresUser());
            variables.put("PERIODICAL_DATABASE_PASSWORD", backing.postgresPassword());
        });
        if (service == Service.INGEST) {
            // The desk, which is content's, hands documents in from the browser.
            variables.put("QUARKUS_HTTP_CORS_ENABLED", "true");
            variables.put("QUARKUS_HTTP_CORS_ORIGINS", plan.url(Service.CONTENT));
        }
        if (service != Service.INGEST) {
            variables.put("PERIODICAL_STORE_ENDPOINT", backing.s3Endpoint());
            variables.put("PERIODICAL_STORE_ACCESS_KEY", backing.s3AccessKey());
            variables.put("PERIODICAL_STORE_SECRET_KEY", backing.s3SecretKey());
            variables.put("PERIODICAL_STORE_BUCKET", backing.s3Bucket());
        }
        if (service == Service.MEDIA) {
            connectTo.ifPresent(rule -> variables.put("PERIODICAL_FETCH_CONNECT_TO", rule));
        }
        return variables;
    }
}
