package dev.periodical.events.kafka;

import dev.periodical.events.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics that are missing, with the partitions and settings that the contract declares and the broker's own
 * default replication. Whoever comes first creates; the others find them there. What exists is never altered: an operator
 * may have had reasons, and need not grant the right to create.
 */
final class TopicCreation {

    private static final int TIMEOUT_MS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private TopicCreation() {}

    private static Admin open(Map<String, Object> config) {
        try {
            return Admin.create(config);
        } catch (KafkaException e) {
            throw new TransientFailure("no broker can be found: " + deepest(e).getMessage(), e);
        }
    }

    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /**
     * Blocks until every topic exists.
     *
     * @throws TransientFailure when the brokers do not answer within three seconds, or refuse
     */
    static void ensure(Map<String, Object> kafka, Collection<Topic> topics) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        Admin admin = open(config);
        try {
            Set<String> there = admin.listTopics().names().get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .map(t -> new NewTopic(t.name(), Optional.of(t.partitions()), Optional.empty()).configs(t.config()))
                    .toList();
            for (var created : admin.createTopics(missing).values().entrySet()) {
                try {
                    created.getValue().get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new TransientFailure(
                                "topic " + created.getKey() + " is missing and can't be created: "
                                        + e.getCause().getMessage(),
                                e.getCause());
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new TransientFailure(
                    "the topics can't be listed: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new TransientFailure("the brokers do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("interrupted while creating topics", e);
        } finally {
            admin.close(PATIENCE); // without a limit it waits for calls that no broker will ever answer
        }
    }
}
