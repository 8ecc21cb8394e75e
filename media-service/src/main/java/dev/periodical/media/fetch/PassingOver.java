package dev.periodical.media.fetch;

import dev.periodical.media.frontier.ClaimedPicture;
import dev.periodical.media.frontier.Frontier;
import dev.periodical.media.plan.Ladder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What becomes of the pictures of a host that rests. */
@ApplicationScoped
class PassingOver {

    private static final int PAGE = 500;
    private static final int AT_ONCE = 8;

    private final FetchConfig config;
    private final Ladder ladder;
    private final Frontier frontier;
    private final Afterwards afterwards;

    PassingOver(FetchConfig config, Ladder ladder, Frontier frontier, Afterwards afterwards) {
        this.config = config;
        this.ladder = ladder;
        this.frontier = frontier;
        this.afterwards = afterwards;
    }

    /**
     * The host gives no answer and rests: its pictures that can also be asked for elsewhere go on there, without a request to
     * it. The others wait with it, until it has been silent for too long.
     */
    Uni<Void> passOver(HostTurn host) {
        return passOver(host, null);
    }

    private Uni<Void> passOver(HostTurn host, ClaimedPicture after) {
        return frontier.overdue(host.host(), after, PAGE)
                .chain(pictures -> Multi.createFrom()
                        .iterable(pictures)
                        .onItem()
                        .transformToUni(picture -> passOver(picture, host))
                        .merge(AT_ONCE)
                        .collect()
                        .last()
                        .chain(() -> pictures.size() < PAGE
                                ? Uni.createFrom().voidItem()
                                : passOver(host, pictures.get(PAGE - 1))));
    }

    private Uni<Void> passOver(ClaimedPicture picture, HostTurn host) {
        Climb climb = Climb.begin(picture, ladder).passing(ladder, host.silence());
        if (!climb.overTheTop()) {
            return afterwards.later(climb, ladder.host(climb.rung()));
        }
        boolean given = host.failing().compareTo(config.giveUpAfter()) >= 0;
        return given ? afterwards.lost(climb) : Uni.createFrom().voidItem();
    }
}
