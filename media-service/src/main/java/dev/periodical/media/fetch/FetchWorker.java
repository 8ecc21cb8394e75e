package dev.periodical.media.fetch;

import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.frontier.ClaimedPicture;
import dev.periodical.media.frontier.Frontier;
import dev.periodical.media.frontier.HostClaim;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Claims hosts while there is room for them, gives each picture its turn, and gives the hosts back. When a service of ours is
 * away it claims nothing for a while: the frontier keeps everything.
 */
@ApplicationScoped
class FetchWorker {

    private static final Logger LOG = Logger.getLogger(FetchWorker.class);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(2);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int FIRST = 2000;
    private static final int BEFORE_THE_PUBLISHER = 2900;

    private final String worker = UUID.randomUUID().toString();
    private final HostsInHand hosts = new HostsInHand();
    private final FetchConfig config;
    private final Frontier frontier;
    private final Climber climber;
    private final PassingOver passingOver;
    private final HostManners manners;
    private final Vertx vertx;
    private volatile boolean stopping;
    private long renewal;
    private long drainEnds;

    FetchWorker(
            FetchConfig config,
            Frontier frontier,
            Climber climber,
            PassingOver passingOver,
            HostManners manners,
            Vertx vertx) {
        this.config = config;
        this.frontier = frontier;
        this.climber = climber;
        this.passingOver = passingOver;
        this.manners = manners;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.enabled()) {
            renewal = vertx.setPeriodic(config.lease().toMillis() / 3, tick -> renew());
            vertx.runOnContext(nothing -> claim());
        }
    }

    private void claim() {
        int room = config.hosts() - hosts.count();
        if (stopping || room <= 0) {
            again(config.idle());
            return;
        }
        int slow = Math.max(0, config.hosts() / 2 - hosts.slow());
        frontier.claim(worker, room, slow, config.turn(), config.lease())
                .subscribe()
                .with(
                        claims -> {
                            claims.forEach(this::work);
                            again(claims.isEmpty() ? config.idle() : Duration.ofMillis(1));
                        },
                        failure -> {
                            LOG.warnf("the frontier can't be claimed from: %s", failure.getMessage());
                            again(OUTAGE_PAUSE);
                        });
    }

    private void again(Duration wait) {
        if (!stopping) {
            vertx.setTimer(wait.toMillis(), timer -> claim());
        }
    }

    private void work(HostClaim claim) {
        HostTurn turn =
                new HostTurn(vertx, claim, manners.towards(claim.host()), HostRests.of(config), config.slowAfter());
        hosts.take(turn);
        Multi.createFrom()
                .iterable(claim.pictures())
                .onItem()
                .transformToUni(picture -> picture(picture, turn))
                .merge(turn.atOnce())
                .collect()
                .last()
                .chain(() -> passedOver(turn))
                .chain(() -> frontier.release(worker, claim.host(), pause(turn), turn.report()))
                .subscribe()
                .with(released -> hosts.giveBack(claim.host()), failure -> {
                    hosts.giveBack(claim.host()); // its lease runs out by itself
                    LOG.warnf("host %s can't be given back: %s", claim.host(), failure.getMessage());
                });
    }

    /** Never fails: turns of the same host that are under way go on, and are waited for; the rest wait in the frontier. */
    private Uni<Void> picture(ClaimedPicture picture, HostTurn turn) {
        if (stopping || !turn.open()) {
            return Uni.createFrom().voidItem();
        }
        return climber.turn(picture, turn)
                .onFailure(TransientFailure.class)
                .invoke(turn::troubled)
                .onFailure(failure -> !(failure instanceof TransientFailure))
                .invoke(fault -> LOG.errorf(fault, "picture %s failed for a reason that is ours", picture.ref()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> passedOver(HostTurn turn) {
        if (stopping || !turn.silent() || turn.trouble() != null) {
            return Uni.createFrom().voidItem();
        }
        return passingOver
                .passOver(turn)
                .onFailure()
                .invoke(turn::troubled)
                .onFailure()
                .recoverWithNull();
    }

    private Duration pause(HostTurn turn) {
        if (turn.trouble() == null) {
            return turn.spacing();
        }
        LOG.warnf("fetching from %s pauses: %s", turn.host(), turn.trouble().getMessage());
        return OUTAGE_PAUSE;
    }

    private void renew() {
        List<String> before = hosts.names();
        frontier.renew(worker, before, config.lease())
                .subscribe()
                .with(
                        renewed -> hosts.lost(before, Set.copyOf(renewed)),
                        failure -> LOG.warnf("leases can't be renewed: %s", failure.getMessage()));
    }

    /** Claims no more; the turns under way go on while the other rooms stop. */
    void onStop(@Observes @Priority(FIRST) ShutdownEvent event) {
        stopping = true;
        drainEnds = System.nanoTime() + DRAIN.toNanos();
    }

    /** Waits for those turns until five seconds after the stop; what is left, another worker claims. */
    void onDrain(@Observes @Priority(BEFORE_THE_PUBLISHER) ShutdownEvent event) throws InterruptedException {
        if (!hosts.awaitNone(Duration.ofNanos(drainEnds - System.nanoTime()))) {
            LOG.warnf("stopped while %d hosts were worked on; their leases run out by themselves", hosts.count());
        }
        vertx.cancelTimer(renewal);
    }
}
