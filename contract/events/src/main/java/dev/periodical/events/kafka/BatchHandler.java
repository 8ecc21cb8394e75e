package dev.periodical.events.kafka;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What a service does with the events of one poll. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Makes these events take effect, all or none; may be given the same ones again.
     *
     * @param batch known events of one poll, each partition's in order; never empty, about 16 MiB of values at most, by all members
     * @return completes when the effect is durable. Failing with {@link TransientFailure} means: all of it again, later.
     *     Failing with anything else means: there is a record here that will never go well; the loop then gives smaller
     *     and smaller parts and dead-letters the record that fails alone
     */
    CompletionStage<Void> handle(List<Received> batch);
}
