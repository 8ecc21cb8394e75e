package dev.periodical.content.article;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that is done again and again in the background, a round at a time: one that would begin while another still runs is left
 * out, one that fails is told of, and the next makes up for it.
 */
final class Rounds {

    private Rounds() {}

    /**
     * Begins them.
     *
     * @param what is done later when a round fails, for people: "words are merged"
     */
    static Cancellable every(Duration pause, String what, Logger log, Supplier<Uni<Void>> round) {
        return Multi.createFrom()
                .ticks()
                .every(pause)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> round.get().onFailure().recoverWithItem(failure -> {
                    log.warnf("%s later: %s", what, failure.getMessage());
                    return null;
                }))
                .subscribe()
                .with(done -> {});
    }
}
