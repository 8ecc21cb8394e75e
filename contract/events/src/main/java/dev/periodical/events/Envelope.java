package dev.periodical.events;

import java.time.Instant;

/**
 * An event with what CloudEvents 1.0 says around it.
 *
 * @param id unique per source; a redelivered event keeps it
 * @param source the service that says so: {@code /periodical/ingest}
 * @param time when it happened, to the microsecond. Of two facts about one subject the later one holds, in whatever
 *     order they arrive; at equal times the greater id does
 * @param event what happened
 */
public record Envelope(String id, String source, Instant time, Event event) {}
