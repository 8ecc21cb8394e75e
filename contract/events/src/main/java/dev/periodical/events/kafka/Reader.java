package dev.periodical.events.kafka;

import dev.periodical.events.Topic;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** One member of the group, on a thread of its own. When Kafka itself fails, its consumer is closed and opened again with backoff. */
final class Reader {

    static final Duration FAREWELL = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(Reader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final int number;
    private final Subscription subscription;
    private final BatchHandler handler;
    private final RecordPublisher deadLetters;
    private final LoopMetrics metrics;
    private final CountDownLatch stop;
    private final long sliceBytes;
    private final Thread thread;
    private volatile KafkaConsumer<String, byte[]> current;

    /**
     * @param stop counted down when it shall end
     * @param sliceBytes about the most bytes of values that the handler gets at once
     */
    Reader(
            int number,
            Subscription subscription,
            BatchHandler handler,
            RecordPublisher deadLetters,
            LoopMetrics metrics,
            CountDownLatch stop,
            long sliceBytes) {
        this.number = number;
        this.subscription = subscription;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.stop = stop;
        this.sliceBytes = sliceBytes;
        this.thread =
                new Thread(this::run, "consumer-" + subscription.consumer() + (number == 0 ? "" : "-" + (number + 1)));
    }

    void start() {
        thread.start();
    }

    /** Waits for its end; has it leave the group without its batch when it takes too long. */
    void awaitEnd(Duration drain) throws InterruptedException {
        if (!drain.isNegative() && !drain.isZero()) {
            thread.join(drain.toMillis());
        }
        KafkaConsumer<String, byte[]> stuck = current;
        if (stuck != null) {
            stuck.wakeup();
            thread.join(FAREWELL.toMillis());
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void run() {
        Backoff backoff = new Backoff();
        while (!stopping()) {
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
            BatchInFlight inFlight = new BatchInFlight(
                    consumer, subscription, handler, deadLetters, metrics, this::stopping, sliceBytes);
            consumer.subscribe(subscription.sources().stream().map(Topic::name).toList(), inFlight);
            while (!stopping()) {
                ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
                metrics.lag(number, lag(consumer));
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
            stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
