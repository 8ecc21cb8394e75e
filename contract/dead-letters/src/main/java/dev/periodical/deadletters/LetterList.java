package dev.periodical.deadletters;

import dev.periodical.events.kafka.Subscription;
import dev.periodical.http.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * Pages of letters: topic by topic, partition by partition, the latest first. A partition is read backwards by windows, of
 * which only what a page shows is remembered. When the time ends first, the page has what was found, perhaps nothing, and
 * {@code next} goes on from there.
 */
final class LetterList {

    /** Windows grow while they are read quickly: the largest letters would fill the time with the first. */
    private static final int FIRST_WINDOW = 16;

    private static final int LARGEST_WINDOW = 512;
    private static final long QUICK_NANOS = 500_000_000;

    /** Clocks of replicas differ, so a topic's times are in order but for this. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final LetterReader reader;
    private final PutBackMarks marks;
    private final LetterFilter filter;
    private final int limit;
    private final List<DeadLetterView> found = new ArrayList<>();
    private int windowSize = FIRST_WINDOW;
    private Place reached;

    LetterList(LetterReader reader, PutBackMarks marks, LetterFilter filter, int limit) {
        this.reader = reader;
        this.marks = marks;
        this.filter = filter;
        this.limit = limit;
    }

    Page<DeadLetterView> behind(Place after, Subscription subscription) {
        Predicate<TopicPartition> passed = partitionsBefore(after);
        for (LetterFilter.Pair topics : filter.topics(subscription)) {
            marks.catchUp(reader, topics);
            for (TopicPartition partition : reader.partitions(topics.letters())) {
                if (!passed.test(partition) && !walk(partition, after)) {
                    return page();
                }
            }
        }
        reached = null;
        return page();
    }

    private Page<DeadLetterView> page() {
        return found.size() > limit
                ? Page.behind(found, limit, view -> view, view -> view.place().text())
                : new Page<>(List.copyOf(found), reached == null ? null : reached.text());
    }

    /** The partitions that lie before the place's own. */
    private static Predicate<TopicPartition> partitionsBefore(Place after) {
        boolean[] there = {after == null};
        return partition -> {
            there[0] =
                    there[0] || partition.topic().equals(after.topic()) && partition.partition() == after.partition();
            return !there[0];
        };
    }

    /** @return false when the page is full or the time has ended */
    private boolean walk(TopicPartition partition, Place after) {
        long beginning = reader.beginnings(List.of(partition)).get(partition);
        long end = reader.ends(List.of(partition)).get(partition);
        long low = filter.from() == null ? beginning : reader.offset(partition, filter.from(), end);
        long high =
                filter.to() == null ? end : reader.offset(partition, filter.to().plus(SKEW), end);
        if (after != null && partition.topic().equals(after.topic()) && partition.partition() == after.partition()) {
            high = Math.min(high, after.offset());
        }
        while (high > low) {
            reached = new Place(partition.topic(), partition.partition(), high);
            long from = Math.max(low, high - windowSize);
            if (found.size() > limit || reader.late() || !window(partition, from, high)) {
                return false;
            }
            high = from;
        }
        return found.size() <= limit;
    }

    /** A window is shown whole or not at all. */
    private boolean window(TopicPartition partition, long from, long to) {
        List<DeadLetterView> window = new ArrayList<>();
        long began = System.nanoTime();
        long read = reader.read(partition, from, to, letter -> {
            boolean requeued = marks.has(partition, letter.offset());
            DeadLetterView view = DeadLetterView.of(letter, requeued);
            if (filter.means(letter) && (filter.state() == null || filter.state() == view.state())) {
                window.add(view);
            }
            return true;
        });
        if (read < to) {
            return false;
        }
        if (System.nanoTime() - began < QUICK_NANOS) {
            windowSize = Math.min(LARGEST_WINDOW, windowSize * 2);
        }
        for (int i = window.size() - 1; i >= 0 && found.size() <= limit; i--) {
            found.add(window.get(i));
        }
        return true;
    }
}
