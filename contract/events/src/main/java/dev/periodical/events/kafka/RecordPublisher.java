package dev.periodical.events.kafka;

import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Puts records into Kafka and says when they are safe there.
 *
 * <p>The producer's {@code send} blocks while it looks for the broker, so it is called from two threads of this class's own,
 * each behind a bounded queue, never from an event loop. A key always has the same thread: records of one key reach the log in
 * the order in which they were given. A full queue, a full buffer, a silent broker: all are one answer, {@link
 * TransientFailure}, within the deadline. A record that no broker would take fails with {@link RecordTooLargeException}.
 */
public final class RecordPublisher implements AutoCloseable {

    private static final int SENDERS = 2;
    private static final int QUEUE = 2_048 / SENDERS;

    private final PublishingConfig config;
    private final List<ExecutorService> senders;
    private volatile Producer<String, byte[]> producer;
    private volatile boolean topicsExist;

    /** @throws ConfigException for a setting that Kafka's producer does not know; a broker that is away is no failure yet */
    public RecordPublisher(PublishingConfig config) {
        this.config = config;
        new ProducerConfig(config.producer());
        this.senders = IntStream.rangeClosed(1, SENDERS)
                .mapToObj(RecordPublisher::sender)
                .toList();
    }

    private static ExecutorService sender(int number) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
            Thread thread = new Thread(task, "publisher-" + number);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The one that sends all records of a key; what has no key has no order either. */
    private ExecutorService sender(String key) {
        return senders.get(Math.floorMod(Objects.hashCode(key), SENDERS));
    }

    /** Looks for the broker ahead of the first record; failing to find it is no failure yet. */
    public void start() {
        senders.get(0).execute(() -> {
            try {
                ensureTopics();
            } catch (TransientFailure stillAway) {
                topicsExist = false; // the first record tries again
            }
        });
    }

    /** Completes when all in-sync replicas have the record. The current trace travels with it. */
    public CompletionStage<Void> publish(ProducerRecord<String, byte[]> record) {
        TraceHeaders.inject(Context.current(), record.headers());
        return enqueue(record);
    }

    /**
     * The same for work that was begun long before.
     *
     * @param traceparent the trace it belongs to, null for none
     */
    public CompletionStage<Void> publish(ProducerRecord<String, byte[]> record, String traceparent) {
        if (traceparent != null) {
            TraceHeaders.put(traceparent, record.headers());
        }
        return enqueue(record);
    }

    private CompletionStage<Void> enqueue(ProducerRecord<String, byte[]> record) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        long expires = System.nanoTime() + config.deadline().toNanos();
        try {
            sender(record.key()).execute(() -> send(record, expires, acknowledged));
        } catch (RejectedExecutionException e) {
            acknowledged.completeExceptionally(new TransientFailure("too many records wait for Kafka", e));
        }
        return acknowledged
                .orTimeout(config.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(told(failure)));
    }

    private void send(ProducerRecord<String, byte[]> record, long expires, CompletableFuture<Void> acknowledged) {
        if (acknowledged.isDone() || System.nanoTime() - expires > 0) {
            return; // its caller was told already: sending it now would be the half-done thing
        }
        try {
            ensureTopics();
            opened().send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | TransientFailure | IllegalStateException e) {
            acknowledged.completeExceptionally(e);
        }
    }

    private void ensureTopics() {
        if (!topicsExist) {
            TopicCreation.ensure(config.kafka(), config.topics());
            topicsExist = true;
        }
    }

    /** Opened with the first record and not before: it fails where no broker's name can be resolved, which may heal. */
    private synchronized Producer<String, byte[]> opened() {
        if (producer == null) {
            producer = new KafkaProducer<>(config.producer());
        }
        return producer;
    }

    private static RuntimeException told(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof RecordTooLargeException || cause instanceof InvalidTopicException) {
            return (KafkaException) cause;
        }
        if (cause instanceof TransientFailure already) {
            return already;
        }
        return new TransientFailure("Kafka did not acknowledge in time", cause);
    }

    /** Like {@link #close(Duration)}, with two seconds. */
    @Override
    public void close() {
        close(Duration.ofSeconds(2));
    }

    /** Sends what was accepted and lets go of the broker when all of it is acknowledged or the patience has ended. */
    public void close(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        senders.forEach(ExecutorService::shutdown);
        try {
            for (ExecutorService sender : senders) {
                sender.awaitTermination(patience.toNanos() / 2 / SENDERS, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Producer<String, byte[]> last = producer;
        if (last != null) {
            last.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }
}
