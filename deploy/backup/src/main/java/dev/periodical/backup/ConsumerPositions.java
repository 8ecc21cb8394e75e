package dev.periodical.backup;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far content and media have read. A restored database knows less than the positions claim; forgotten positions start
 * at the beginning of the compacted topics.
 */
final class ConsumerPositions {

    static final List<String> GROUPS = List.of("periodical-content", "periodical-media");

    private static final String PREFIX = "KAFKA_";
    private static final int SECONDS = 30;

    /** Without a limit the client's close waits for calls that no broker will ever answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Properties settings = new Properties();

    /** {@code KAFKA_SASL_MECHANISM} and the like become {@code sasl.mechanism}, as Quarkus reads them for the services. */
    ConsumerPositions(String bootstrapServers, Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                settings.put(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        settings.keySet().removeIf(key -> !AdminClientConfig.configNames().contains(key));
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /**
     * Looks for readers at work.
     *
     * @throws IOException when a service still reads: it would work on tables that are being replaced
     */
    void requireNobodyReads() throws IOException {
        var admin = Admin.create(settings);
        try {
            var groups = admin.describeConsumerGroups(GROUPS).describedGroups();
            for (var group : GROUPS) {
                if (members(groups.get(group)) > 0) {
                    throw new IOException(
                            "the consumers of " + group + " still run: scale content and media to 0 first");
                }
            }
        } finally {
            admin.close(PATIENCE);
        }
    }

    /** Forgets the positions of both groups. */
    void forget() throws IOException {
        var admin = Admin.create(settings);
        try {
            for (var deleted :
                    admin.deleteConsumerGroups(GROUPS).deletedGroups().values()) {
                unlessUnknown(deleted);
            }
        } finally {
            admin.close(PATIENCE);
        }
    }

    private static int members(KafkaFuture<ConsumerGroupDescription> group) throws IOException {
        var description = unlessUnknown(group);
        return description == null ? 0 : description.members().size();
    }

    private static <T> T unlessUnknown(KafkaFuture<T> answer) throws IOException {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            throw new IOException("Kafka", failure.getCause());
        } catch (TimeoutException late) {
            throw new IOException("Kafka did not answer within " + SECONDS + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
