package dev.periodical.events.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * The batch that a consumer works on: from the poll to the commit, through retries, bad records and rebalances. Used by the
 * consumer's own thread alone, for the listener's calls come from inside {@code poll}.
 */
final class BatchInFlight implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(BatchInFlight.class);
    private static final long HEARTBEAT_MS = 200;
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(3);

    private final Consumer<String, byte[]> consumer;
    private final Subscription subscription;
    private final BatchHandler handler;
    private final RecordPublisher deadLetters;
    private final LoopMetrics metrics;
    private final BooleanSupplier stopping;
    private final long sliceBytes;
    private final Set<TopicPartition> lost = new HashSet<>();
    private boolean working;

    /** @param sliceBytes about the most bytes of values that the handler gets at once */
    BatchInFlight(
            Consumer<String, byte[]> consumer,
            Subscription subscription,
            BatchHandler handler,
            RecordPublisher deadLetters,
            LoopMetrics metrics,
            BooleanSupplier stopping,
            long sliceBytes) {
        this.consumer = consumer;
        this.subscription = subscription;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.stopping = stopping;
        this.sliceBytes = sliceBytes;
    }

    /** Handles what was polled and commits it; what was given to another member meanwhile is left to that member. */
    void process(ConsumerRecords<String, byte[]> polled) {
        metrics.received(polled.count());
        working = true;
        lost.clear();
        consumer.pause(consumer.assignment());
        try {
            slices(polled).forEach(slice -> handleAll(known(slice)));
            commit(polled);
        } finally {
            working = false;
            consumer.resume(consumer.assignment());
        }
    }

    /** What the handler gets at once is bounded in bytes too; slices are handled in order, before the one commit. */
    private List<List<ConsumerRecord<String, byte[]>>> slices(ConsumerRecords<String, byte[]> polled) {
        List<List<ConsumerRecord<String, byte[]>>> slices = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<String, byte[]> record : polled) {
            int size = Math.max(0, record.serializedValueSize()); // a tombstone's is -1
            bytes += size;
            if (slices.isEmpty() || bytes > sliceBytes) {
                slices.add(new ArrayList<>());
                bytes = size;
            }
            slices.get(slices.size() - 1).add(record);
        }
        return slices;
    }

    private List<Received> known(List<ConsumerRecord<String, byte[]>> slice) {
        List<Received> known = new ArrayList<>(slice.size());
        for (ConsumerRecord<String, byte[]> polled : slice) {
            ConsumerRecord<String, byte[]> record = subscription.original(polled);
            Decoded decoded = EventCodec.decode(record);
            if (decoded instanceof Decoded.Known event) {
                known.add(new Received(event.envelope(), record));
            } else if (decoded instanceof Decoded.Undecodable bad) {
                deadLetter(record, bad.reason());
            } else {
                metrics.skipped();
            }
        }
        return known;
    }

    private void handleAll(List<Received> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            untilAvailable(() -> handler.handle(batch));
            metrics.handled(batch.size());
        } catch (PermanentFailure e) {
            if (batch.size() == 1) {
                deadLetter(batch.get(0).record(), e.getMessage());
            } else {
                int half = batch.size() / 2;
                handleAll(batch.subList(0, half));
                handleAll(batch.subList(half, batch.size()));
            }
        }
    }

    private void deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.warnf(
                "consumer %s dead-letters %s-%d@%d: %s",
                subscription.consumer(), record.topic(), record.partition(), record.offset(), reason);
        untilAvailable(
                () -> deadLetters.publish(DeadLetter.of(record, subscription.deadLetters(record.topic()), reason)));
        metrics.deadLettered();
    }

    private void untilAvailable(Supplier<CompletionStage<Void>> work) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                await(attempt(work).toCompletableFuture());
                return;
            } catch (TransientFailure e) {
                Duration pause = backoff.next();
                metrics.retried();
                LOG.warnf("consumer %s tries again in %s: %s", subscription.consumer(), pause, e.getMessage());
                idle(pause);
            }
        }
    }

    private static CompletionStage<Void> attempt(Supplier<CompletionStage<Void>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** Waits for the work without seeming dead to the group. */
    private void await(Future<Void> work) {
        while (true) {
            try {
                work.get(HEARTBEAT_MS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                consumer.poll(Duration.ZERO);
            } catch (ExecutionException e) {
                Throwable cause =
                        e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
                if (cause instanceof TransientFailure away) {
                    throw away;
                }
                throw new PermanentFailure(cause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WakeupException();
            }
        }
    }

    private void idle(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            if (stopping.getAsBoolean()) {
                throw new WakeupException(); // uncommitted: the next member has it again
            }
            consumer.poll(Duration.ofMillis(Math.min(HEARTBEAT_MS, pause.toMillis())));
        }
    }

    /** During a rebalance a commit has to wait for it; after losing everything to another member there is nothing to commit. */
    private void commit(ConsumerRecords<String, byte[]> polled) {
        while (true) {
            try {
                consumer.commitSync(offsets(polled), COMMIT_PATIENCE);
                return;
            } catch (RebalanceInProgressException e) {
                if (stopping.getAsBoolean()) {
                    return; // uncommitted: the next member has it again
                }
                consumer.poll(Duration.ofMillis(HEARTBEAT_MS));
            } catch (CommitFailedException e) {
                LOG.warnf("consumer %s lost its partitions before the commit", subscription.consumer());
                return;
            }
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(ConsumerRecords<String, byte[]> polled) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(polled.nextOffsets());
        offsets.keySet().removeAll(lost);
        return offsets;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (working) {
            consumer.pause(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        lost.addAll(partitions);
    }

    private static final class PermanentFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        PermanentFailure(Throwable cause) {
            super(cause.getClass().getSimpleName() + ": " + firstLine(cause), cause);
        }

        private static String firstLine(Throwable cause) {
            return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        }
    }
}
