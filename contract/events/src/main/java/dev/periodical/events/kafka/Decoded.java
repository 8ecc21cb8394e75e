package dev.periodical.events.kafka;

import dev.periodical.events.Envelope;

/** What a consumer makes of a record. */
public sealed interface Decoded {

    /** An event of a type that this version knows. */
    record Known(Envelope envelope) implements Decoded {}

    /** A well-formed CloudEvent of a type that this version does not know: to be passed over. */
    record UnknownType(String type) implements Decoded {}

    /** No event at all: to be dead-lettered. The reason is one line, which may quote a word of the record. */
    record Undecodable(String reason) implements Decoded {}
}
