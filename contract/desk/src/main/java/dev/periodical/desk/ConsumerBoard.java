package dev.periodical.desk;

import dev.periodical.deadletters.DeadLetters;
import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers how the consumer does. Never fails for Kafka: what can't be said is left open. */
@ApplicationScoped
public class ConsumerBoard {

    private static final int LOOKED_AT = 500;
    private static final int SHOWN = 10;

    private final ConsumerLag lag;
    private final DeadLetters letters;

    ConsumerBoard(ConsumerLag lag, DeadLetters letters) {
        this.lag = lag;
        this.letters = letters;
    }

    public Uni<ConsumerState> now() {
        return Uni.combine()
                .all()
                .unis(orNothing(lag.now()), orNothing(letters.overview(LOOKED_AT, SHOWN)))
                .with(ConsumerState::new);
    }

    private static <T> Uni<T> orNothing(Uni<T> answer) {
        return answer.onFailure(TransientFailure.class).recoverWithNull();
    }
}
