package dev.periodical.events.kafka;

import dev.periodical.backing.BackingServices;
import dev.periodical.events.Envelope;
import dev.periodical.events.FailureReason;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.Topic;
import dev.periodical.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker, and a tester's plain way to look into it. */
final class TestBroker implements AutoCloseable {

    private final BackingServices backing = BackingServices.start(BackingServices.Options.temporary());
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", backing.coordinates().kafkaBootstrapServers());
    private final Admin admin = Admin.create(kafka);
    private final KafkaProducer<String, byte[]> producer;

    TestBroker() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("max.request.size", Topics.MAX_RECORD_BYTES);
        config.put("buffer.memory", 2L * Topics.MAX_RECORD_BYTES);
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    Map<String, Object> kafka() {
        return kafka;
    }

    Admin admin() {
        return admin;
    }

    void away() {
        backing.stop("kafka");
    }

    void back() {
        backing.start("kafka");
    }

    /** A topic of a test's own, as large records as the suite's. */
    Topic topic(String name, int partitions) {
        Topic topic = new Topic(name, partitions, Topics.MEDIA.config());
        TopicCreation.ensure(kafka, List.of(topic));
        return topic;
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends events about these refs, round all partitions. */
    void say(Topic topic, String... refs) {
        for (int i = 0; i < refs.length; i++) {
            send(event(topic, i % topic.partitions(), refs[i]));
        }
    }

    static ProducerRecord<String, byte[]> event(Topic topic, int partition, String ref) {
        MediaFailed event = new MediaFailed(ref, "http://a.example.com/" + ref, null, FailureReason.EMPTY, null);
        ProducerRecord<String, byte[]> encoded =
                EventCodec.encode(new Envelope("event " + ref, "/periodical/media", Instant.now(), event));
        return new ProducerRecord<>(
                topic.name(), partition, encoded.timestamp(), encoded.key(), encoded.value(), encoded.headers());
    }

    static String[] refs(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    /** All that the group has committed in a topic, over its partitions. */
    long committed(String group, Topic topic) {
        return told(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic.name()))
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    Set<String> members(String group) {
        return told(admin.describeConsumerGroups(List.of(group)).all()).get(group).members().stream()
                .map(MemberDescription::consumerId)
                .collect(Collectors.toSet());
    }

    /** Everything in a topic, from its beginning to its end of now. */
    List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(i -> new TopicPartition(topic.name(), i))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    static <T> T told(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
        backing.close();
    }
}
