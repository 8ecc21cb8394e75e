package dev.periodical.deadletters;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.periodical.events.Topics;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.RecordPublisher;
import dev.periodical.events.kafka.Subscription;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * The dead letters of this service's consumer, read from the broker each time. Its calls have three threads of their own and a
 * short queue; beyond that, and while Kafka is away, they fail with {@link TransientFailure}.
 */
@ApplicationScoped
public class DeadLetters {

    private static final Duration READING = Duration.ofSeconds(10);
    private static final Duration REQUEUEING = Duration.ofSeconds(30);
    private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(10);
    private static final long BUFFER = Topics.MAX_DEAD_LETTER_BYTES + (8L << 20);
    private static final int THREADS = 3;
    private static final int QUEUE = 32;

    private final Subscription subscription;
    private final PutBackMarks marks = new PutBackMarks();
    private final Object requeueing = new Object();
    private final RecordPublisher publisher;
    private final ExecutorService threads;

    DeadLetters(Subscription subscription) {
        this.subscription = subscription;
        this.publisher = new RecordPublisher(
                new PublishingConfig(subscription.kafka(), subscription.requeued(), ACKNOWLEDGEMENT, BUFFER));
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "dead-letters");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /**
     * Letters topic by topic, the latest first in each. A page may hold fewer than {@code limit}, even none, and still have a
     * next one: its time had ended.
     *
     * @param after the place to go on from, null for the beginning
     */
    public Uni<Page<DeadLetterView>> page(LetterFilter filter, Place after, int limit) {
        return reading(READING, reader -> new LetterList(reader, marks, filter, limit).behind(after, subscription));
    }

    /** Puts back all that wait and that the filter names. */
    public Uni<Requeued> requeue(LetterFilter filter) {
        return oneAtATime(REQUEUEING, work -> work.all(filter, subscription));
    }

    /** Puts this one back if it waits. */
    public Uni<Requeued> requeue(Place letter) {
        return oneAtATime(READING, work -> work.one(letter, LetterFilter.all(), subscription));
    }

    /**
     * Each topic at a glance.
     *
     * @param looked how many of the latest letters are looked at, for their reasons
     * @param shown how many of them are told one by one
     */
    public Uni<List<TopicOverview>> overview(int looked, int shown) {
        return reading(
                READING,
                reader -> LetterFilter.all().topics(subscription).stream()
                        .map(topics -> overview(reader, topics, looked, shown))
                        .toList());
    }

    private TopicOverview overview(LetterReader reader, LetterFilter.Pair topics, int looked, int shown) {
        String name = topics.letters().name();
        LetterFilter waiting = new LetterFilter(name, null, null, null, DeadLetterView.State.WAITING);
        List<DeadLetterView> latest = new LetterList(reader, marks, waiting, looked)
                .behind(null, subscription)
                .items();
        List<TopicPartition> partitions = reader.partitions(topics.letters());
        Map<TopicPartition, Long> beginnings = reader.beginnings(partitions);
        Map<TopicPartition, Long> ends = reader.ends(partitions);
        long letters = partitions.stream()
                .mapToLong(partition -> ends.get(partition) - beginnings.get(partition))
                .sum();
        long requeued = partitions.stream()
                .mapToLong(partition -> marks.count(partition, beginnings.get(partition)))
                .sum();
        List<TopicOverview.ReasonCount> reasons =
                latest.stream().collect(groupingBy(DeadLetterView::reason, counting())).entrySet().stream()
                        .map(reason -> new TopicOverview.ReasonCount(reason.getKey(), reason.getValue()))
                        .sorted(Comparator.comparingLong(TopicOverview.ReasonCount::letters)
                                .reversed()
                                .thenComparing(TopicOverview.ReasonCount::reason))
                        .toList();
        return new TopicOverview(
                name,
                letters,
                Math.max(0, letters - requeued),
                reasons,
                latest.subList(0, Math.min(shown, latest.size())));
    }

    /** The dead letter topics that the filter names, in their order; none where it names another consumer's. */
    List<String> topics(LetterFilter filter) {
        return filter.topics(subscription).stream()
                .map(topics -> topics.letters().name())
                .toList();
    }

    /** Whoever presses a button twice finds, the second time, that it is done. */
    private Uni<Requeued> oneAtATime(Duration time, Function<Requeueing, Requeued> work) {
        return onThreads(() -> {
            synchronized (requeueing) {
                return with(time, reader -> work.apply(new Requeueing(reader, marks, publisher)));
            }
        });
    }

    private <T> Uni<T> reading(Duration time, Function<LetterReader, T> work) {
        return onThreads(() -> with(time, work));
    }

    private <T> T with(Duration time, Function<LetterReader, T> work) {
        try (LetterReader reader = new LetterReader(subscription, time)) {
            return work.apply(reader);
        }
    }

    private <T> Uni<T> onThreads(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> new TransientFailure("too many ask for dead letters", full));
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
        publisher.close();
    }
}
