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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
    private final Vertx vertx;
    private volatile boolean stopping;
    private long renewal;
    private long drainEnds;

    FetchWorker(FetchConfig config, Frontier frontier, Climber climber, Vertx vertx) {
        this.config = config;
        this.frontier = frontier;
        this.climber = climber;
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
        frontier.claim(worker, room, config.turn(), config.lease())
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
        hosts.take(claim.host());
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        Multi.createFrom()
                .iterable(claim.pictures())
                .onItem()
                .transformToUni(picture -> turn(picture, trouble))
                .merge(config.perHost())
                .collect()
                .last()
                .chain(() -> frontier.release(worker, claim.host(), rest(claim, trouble.get())))
                .subscribe()
                .with(released -> hosts.giveBack(claim.host()), failure -> {
                    hosts.giveBack(claim.host()); // its lease runs out by itself
                    LOG.warnf("host %s can't be given back: %s", claim.host(), failure.getMessage());
                });
    }

    /** Never fails: turns of the same host that are under way go on, and are waited for; the rest wait in the frontier. */
    private Uni<Void> turn(ClaimedPicture picture, AtomicReference<Throwable> trouble) {
        if (stopping || trouble.get() != null) {
            return Uni.createFrom().voidItem();
        }
        return climber.turn(picture)
                .onFailure(TransientFailure.class)
                .invoke(trouble::set)
                .onFailure(failure -> !(failure instanceof TransientFailure))
                .invoke(fault -> LOG.errorf(fault, "picture %s failed for a reason that is ours", picture.ref()))
                .onFailure()
                .recoverWithNull();
    }

    private Duration rest(HostClaim claim, Throwable failure) {
        if (failure == null) {
            return config.hostSpacing();
        }
        LOG.warnf("fetching from %s pauses: %s", claim.host(), failure.getMessage());
        return OUTAGE_PAUSE;
    }

    private void renew() {
        frontier.renew(worker, hosts.names(), config.lease())
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("leases can't be renewed: %s", failure.getMessage()));
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
