package dev.periodical.deadletters;

import dev.periodical.http.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** What callers ask for. Each 400 names its parameter. */
final class Asked {

    private Asked() {}

    static LetterFilter filter(DeadLetters letters, String topic, String reason, String from, String to, String state) {
        LetterFilter filter = new LetterFilter(topic, reason, time("from", from), time("to", to), state(state));
        if (letters.topics(filter).isEmpty()) {
            throw unknown(letters, topic);
        }
        return filter;
    }

    /** One letter, by the topic that it came from or lies on. */
    static Place one(DeadLetters letters, DeadLettersResource.Wanted wanted) {
        if (wanted.topic() == null || wanted.partition() == null || wanted.offset() == null) {
            throw Problems.badParameter("offset", "one letter is named by topic, partition and offset together");
        }
        if (wanted.reason() != null || wanted.from() != null || wanted.to() != null) {
            throw Problems.badParameter("offset", "one letter is named by topic, partition and offset alone");
        }
        List<String> topics = letters.topics(new LetterFilter(wanted.topic(), null, null, null, null));
        if (topics.isEmpty()) {
            throw unknown(letters, wanted.topic());
        }
        return new Place(topics.get(0), wanted.partition(), wanted.offset());
    }

    private static RuntimeException unknown(DeadLetters letters, String topic) {
        return Problems.badParameter(
                "topic",
                "one of " + String.join(", ", letters.topics(LetterFilter.all())) + ", or their sources; not '" + topic
                        + "'");
    }

    private static DeadLetterView.State state(String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "waiting" -> DeadLetterView.State.WAITING;
            case "requeued" -> DeadLetterView.State.REQUEUED;
            default -> throw Problems.badParameter("state", "waiting or requeued, not '" + text + "'");
        };
    }

    private static Instant time(String parameter, String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problems.badParameter(parameter, "a time like 2026-01-31T12:00:00Z, not '" + text + "'");
        }
    }
}
