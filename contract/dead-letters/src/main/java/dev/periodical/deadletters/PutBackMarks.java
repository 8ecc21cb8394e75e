package dev.periodical.deadletters;

import dev.periodical.events.kafka.PutBack;
import dev.periodical.events.kafka.TransientFailure;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Which dead letters were put back: what the requeue topics name, remembered by a bit each. A memory and no state: it is read
 * from the topics, goes on from where it stopped, and a new replica reads it anew. For any thread, one at a time.
 */
final class PutBackMarks {

    private static final int CHUNK = 4096;

    private final Map<TopicPartition, Long> read = new HashMap<>();
    private final Map<TopicPartition, TreeMap<Long, BitSet>> marks = new HashMap<>();

    /**
     * Reads up to the topic's end of now.
     *
     * @throws TransientFailure when the reader's time ends before; the next call goes on from there
     */
    synchronized void catchUp(LetterReader reader, LetterFilter.Pair topics) {
        List<TopicPartition> partitions = reader.partitions(topics.requeued());
        Map<TopicPartition, Long> beginnings = reader.beginnings(partitions);
        Map<TopicPartition, Long> ends = reader.ends(partitions);
        for (TopicPartition partition : partitions) {
            long end = ends.get(partition);
            long from = Math.max(beginnings.get(partition), read.getOrDefault(partition, 0L));
            if (from > end) { // the topic was made anew
                marks.keySet()
                        .removeIf(letters ->
                                letters.topic().equals(topics.letters().name()));
                from = beginnings.get(partition);
            }
            if (from < end) {
                long reached = reader.read(partition, from, end, this::mark);
                read.put(partition, reached);
                if (reached < end) {
                    throw new TransientFailure("what was put back is still being read", null);
                }
            }
        }
    }

    private boolean mark(ConsumerRecord<String, byte[]> requeued) {
        Optional<String> topic = PutBack.text(requeued.headers(), PutBack.TOPIC);
        Optional<Long> partition = PutBack.number(requeued.headers(), PutBack.PARTITION);
        Optional<Long> offset = PutBack.number(requeued.headers(), PutBack.OFFSET);
        if (topic.isPresent() && partition.isPresent() && offset.isPresent() && offset.get() >= 0) {
            marks.computeIfAbsent(
                            new TopicPartition(topic.get(), partition.get().intValue()), any -> new TreeMap<>())
                    .computeIfAbsent(offset.get() / CHUNK, any -> new BitSet(CHUNK))
                    .set((int) (offset.get() % CHUNK));
        }
        return true;
    }

    synchronized boolean has(TopicPartition letters, long offset) {
        BitSet chunk = marks.getOrDefault(letters, new TreeMap<>()).get(offset / CHUNK);
        return chunk != null && chunk.get((int) (offset % CHUNK));
    }

    /** How many from this offset on; what lies before is forgotten, for its letters are gone. */
    synchronized long count(TopicPartition letters, long from) {
        TreeMap<Long, BitSet> chunks = marks.getOrDefault(letters, new TreeMap<>());
        chunks.headMap(from / CHUNK).clear();
        return chunks.entrySet().stream()
                .mapToLong(chunk -> chunk.getKey() == from / CHUNK
                        ? chunk.getValue().get((int) (from % CHUNK), CHUNK).cardinality()
                        : chunk.getValue().cardinality())
                .sum();
    }
}
