package dev.periodical.local;

import dev.periodical.backing.Coordinates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a running suite tells everybody else: addresses, the write token, coordinates. {@code suite.env} is read by shells
 * ({@code . suite.env}), {@code suite.properties} by Quarkus' dev mode.
 *
 * @param values by name, in the order of the file
 * @param settings what dev mode needs beyond them, by the services' own keys; in {@code suite.properties} alone
 */
record SuiteFile(Map<String, String> values, Map<String, String> settings) {

    static SuiteFile of(PortPlan plan, Coordinates backing, Token token, Optional<String> connectTo) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            values.put(service.name() + "_URL", plan.url(service));
        }
        for (Service service : Service.values()) {
            values.put(service.name() + "_MANAGEMENT_URL", plan.managementUrl(service));
        }
        values.put("PERIODICAL_TOKEN", token.value());
        values.put("KAFKA_BOOTSTRAP_SERVERS", backing.kafkaBootstrapServers());
        for (Service service : Service.values()) {
            service.database()
                    .ifPresent(name -> values.put(service.name() + "_DATABASE_URL", backing.reactiveUrl(name)));
        }
        values.put("S3_ENDPOINT", backing.s3Endpoint());
        values.put("S3_ACCESS_KEY", backing.s3AccessKey());
        values.put("S3_SECRET_KEY", backing.s3SecretKey());
        values.put("S3_BUCKET", backing.s3Bucket());
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("periodical.tokens.local.sha256", token.sha256());
        settings.put("periodical.tokens.local.roles", "write,operate");
        settings.put("periodical.addresses.ingest", plan.url(Service.INGEST));
        settings.put("periodical.addresses.content", plan.url(Service.CONTENT));
        settings.put("periodical.addresses.media", plan.url(Service.MEDIA));
        connectTo.ifPresent(rule -> settings.put("periodical.fetch.connect-to", rule));
        return new SuiteFile(values, settings);
    }

    /** What a folder's suite last told; nothing when it never ran. */
    static SuiteFile read(RunFolder folder) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        if (Files.exists(folder.suiteProperties())) {
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(folder.suiteProperties())) {
                properties.load(reader);
            }
            properties.stringPropertyNames().stream()
                    .filter(name -> name.indexOf('.') < 0)
                    .forEach(name -> values.put(name, properties.getProperty(name)));
        }
        return new SuiteFile(values, Map.of());
    }

    void write(RunFolder folder) throws IOException {
        OwnerOnly.write(folder.suiteEnv(), render(values));
        OwnerOnly.write(folder.suiteProperties(), render(values) + render(settings));
    }

    /** {@code NAME=value} lines; the values need no quotes, neither in a shell nor as properties. */
    static String render(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The ports it names, as {@link PortPlan} calls them. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            put(ports, service.label(), values.get(service.name() + "_URL"));
            put(ports, PortPlan.management(service), values.get(service.name() + "_MANAGEMENT_URL"));
        }
        String kafka = values.get("KAFKA_BOOTSTRAP_SERVERS");
        put(ports, "kafka", kafka == null ? null : "kafka://" + kafka);
        put(ports, "postgres", values.get("CONTENT_DATABASE_URL"));
        put(ports, "s3", values.get("S3_ENDPOINT"));
        return ports;
    }

    private static void put(Map<String, Integer> ports, String name, String url) {
        if (url != null) {
            ports.put(name, URI.create(url).getPort());
        }
    }
}
