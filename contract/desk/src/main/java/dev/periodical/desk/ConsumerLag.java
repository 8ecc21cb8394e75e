package dev.periodical.desk;

import dev.periodical.events.Topic;
import dev.periodical.events.kafka.Subscription;
import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far this service's group is behind, over all its replicas: what lies on the broker and was not committed. */
@ApplicationScoped
class ConsumerLag {

    private static final int TIMEOUT_MS = 3_000;
    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final Subscription subscription;

    ConsumerLag(Subscription subscription) {
        this.subscription = subscription;
    }

    /** Of each source, and of what was put back. Fails with {@link TransientFailure} when Kafka does not answer soon. */
    Uni<List<TopicLag>> now() {
        return Uni.createFrom().item(this::ask).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<TopicLag> ask() {
        Map<String, Object> config = new HashMap<>(subscription.kafka());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        Admin admin;
        try {
            admin = Admin.create(config);
        } catch (KafkaException e) {
            throw new TransientFailure("Kafka does not answer", e);
        }
        try {
            return behind(admin);
        } finally {
            admin.close(FAREWELL);
        }
    }

    private List<TopicLag> behind(Admin admin) {
        List<Topic> topics = Stream.concat(subscription.topics().stream(), subscription.requeued().stream())
                .toList();
        List<TopicPartition> partitions = partitions(admin, topics);
        var committed =
                told(admin.listConsumerGroupOffsets(subscription.group()).partitionsToOffsetAndMetadata());
        var beginnings = offsets(admin, partitions, OffsetSpec.earliest());
        var ends = offsets(admin, partitions, OffsetSpec.latest());
        Map<String, Long> behind = partitions.stream()
                .collect(Collectors.groupingBy(
                        TopicPartition::topic,
                        Collectors.summingLong(partition -> Math.max(
                                0,
                                ends.get(partition).offset()
                                        - done(committed.get(partition), beginnings.get(partition))))));
        return topics.stream()
                .map(topic -> new TopicLag(topic.name(), behind.getOrDefault(topic.name(), 0L)))
                .toList();
    }

    /** What a group has not committed begins where the topic does. */
    private static long done(OffsetAndMetadata committed, ListOffsetsResultInfo beginning) {
        return committed == null ? beginning.offset() : Math.max(committed.offset(), beginning.offset());
    }

    /** As they are now; those of a topic that is not there yet are none. */
    private static List<TopicPartition> partitions(Admin admin, List<Topic> topics) {
        var there = told(admin.listTopics().names());
        List<String> names =
                topics.stream().map(Topic::name).filter(there::contains).toList();
        return told(admin.describeTopics(names).allTopicNames()).values().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(i -> new TopicPartition(topic.name(), i)))
                .toList();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin admin, List<TopicPartition> partitions, OffsetSpec which) {
        return told(admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)))
                .all());
    }

    private static <T> T told(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new TransientFailure("Kafka does not answer: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new TransientFailure("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("interrupted", e);
        }
    }
}
