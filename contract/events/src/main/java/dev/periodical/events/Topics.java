package dev.periodical.events;

import java.time.Duration;
import java.util.Map;

/**
 * Every topic of the suite, declared once. Whoever starts first creates what is missing; the broker's auto-creation is
 * never relied on, for it would guess partitions and clean-up.
 */
public final class Topics {

    /** The largest record, in bytes before compression: an 8 MiB document is carried raw, sanitised and escaped. */
    public static final int MAX_RECORD_BYTES = 32 * 1024 * 1024;

    /**
     * The largest dead letter: the largest record and the headers that say why. Were it no more than {@link
     * #MAX_RECORD_BYTES}, the dead letter of a record of that very size would be refused, for ever.
     */
    public static final int MAX_DEAD_LETTER_BYTES = MAX_RECORD_BYTES + 1024 * 1024;

    private static final int PARTITIONS = 6;

    /** How long a dead letter waits for an operator. */
    private static final Duration WAIT = Duration.ofDays(30);

    /**
     * How long it is known that a dead letter was put back: longer than the letter itself lies there, for it goes with a
     * segment of its neighbours, days later than its own time is over.
     */
    private static final Duration PUT_BACK = Duration.ofDays(60);

    /** How long a tombstone stays, and so how long a consumer may be away without missing a withdrawal. */
    private static final Duration ABSENCE = Duration.ofDays(30);

    /** Articles by id; compacted, so the newest revision of each stays for good. */
    public static final Topic ARTICLES = new Topic("periodical.articles", PARTITIONS, compacted());

    /** What became of pictures, by image ref; compacted. */
    public static final Topic MEDIA = new Topic("periodical.media", PARTITIONS, compacted());

    private Topics() {}

    /**
     * Where a consumer puts the records that it can't take.
     *
     * @param source the topic they came from
     * @param consumer the consumer's short name, {@code content} or {@code media}
     */
    public static Topic deadLetters(Topic source, String consumer) {
        return new Topic(source.name() + "." + consumer + ".dlt", 1, passing(WAIT));
    }

    /**
     * Where dead letters are put back for the consumer that could not take them, and for no other.
     *
     * @param source the topic they came from at first
     * @param consumer the consumer's short name
     */
    public static Topic requeued(Topic source, String consumer) {
        return new Topic(source.name() + "." + consumer + ".requeue", 1, passing(PUT_BACK));
    }

    private static Map<String, String> passing(Duration retention) {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                Long.toString(retention.toMillis()),
                "max.message.bytes",
                Integer.toString(MAX_DEAD_LETTER_BYTES));
    }

    private static Map<String, String> compacted() {
        return Map.of(
                "cleanup.policy",
                "compact",
                "delete.retention.ms",
                Long.toString(ABSENCE.toMillis()),
                "max.message.bytes",
                Integer.toString(MAX_RECORD_BYTES));
    }
}
