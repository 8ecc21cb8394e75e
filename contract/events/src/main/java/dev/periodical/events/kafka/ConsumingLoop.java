package dev.periodical.events.kafka;

import dev.periodical.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads topics for one service: one poll is one batch is one commit.
 *
 * <p>The law: an offset is committed only when the batch's effect is durable and its bad records lie on the dead letter
 * topic. So a crash at any point repeats work and never skips it. While a batch is worked on, or its backing service is
 * away, the partitions are paused and the consumer keeps polling, so the group does not take it for dead.
 *
 * <p>It has one thread of its own. When Kafka itself fails, the consumer is closed and opened again with backoff.
 */
public final class ConsumingLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ConsumingLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration DRAIN = Duration.ofSeconds(3);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Subscription subscription;
    private final BatchHandler handler;
    private final RecordPublisher deadLetters;
    private final LoopMetrics metrics;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile KafkaConsumer<String, byte[]> current;

    public ConsumingLoop(Subscription subscription, BatchHandler handler, MeterRegistry registry) {
        this.subscription = subscription;
        this.handler = handler;
        this.deadLetters = new RecordPublisher(subscription.deadLetterPublishing());
        this.metrics = new LoopMetrics(registry, subscription.consumer());
        this.thread = new Thread(this::run, "consumer-" + subscription.consumer());
    }

    public void start() {
        thread.start();
    }

    private void run() {
        Backoff backoff = new Backoff();
        while (!stopping) {
            try {
                TopicCreation.ensure(subscription.kafka(), subscription.allTopics());
                consume(backoff);
            } catch (WakeupException e) {
                LOG.debugf("consumer %s was woken to stop", subscription.consumer());
            } catch (RuntimeException e) {
                Duration pause = backoff.next();
                LOG.warnf("consumer %s opens anew in %s: %s", subscription.consumer(), pause, e);
                pause(pause);
            }
        }
    }

    private void consume(Backoff backoff) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(subscription.consumerConfig());
        try {
            current = consumer;
            BatchInFlight inFlight =
                    new BatchInFlight(consumer, subscription, handler, deadLetters, metrics, () -> stopping);
            consumer.subscribe(subscription.sources().stream().map(Topic::name).toList(), inFlight);
            while (!stopping) {
                ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
                metrics.lag(lag(consumer));
                if (!polled.isEmpty()) {
                    inFlight.process(polled);
                }
                backoff.reset();
            }
        } finally {
            current = null;
            consumer.close(CloseOptions.timeout(FAREWELL));
        }
    }

    private static long lag(KafkaConsumer<String, byte[]> consumer) {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private void pause(Duration pause) {
        try {
            synchronized (this) {
                if (!stopping) {
                    wait(pause.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Lets the batch in flight finish and be committed, for three seconds at most, then leaves the group. */
    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        try {
            thread.join(DRAIN.toMillis());
            KafkaConsumer<String, byte[]> stuck = current;
            if (stuck != null) {
                stuck.wakeup();
                thread.join(FAREWELL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deadLetters.close(FAREWELL);
    }
}
