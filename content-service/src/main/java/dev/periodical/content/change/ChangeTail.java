package dev.periodical.content.change;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The feed for many readers at once: one of them all asks the database, and only while somebody waits. What it finds they read
 * from memory; who has fallen behind that reads the database himself.
 */
@ApplicationScoped
public class ChangeTail {

    private static final Duration BUSY = Duration.ofMillis(250);
    private static final Duration CALM = Duration.ofSeconds(1);

    private record Waiting(long number, UniEmitter<? super Void> wake) {}

    private final ChangeFeed feed;
    private final Vertx vertx;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Recent recent;
    private volatile long pause = BUSY.toMillis();

    ChangeTail(ChangeFeed feed, Vertx vertx) {
        this.feed = feed;
        this.vertx = vertx;
    }

    /** What is settled behind a number, at most so many; nothing where there is nothing yet. */
    public Uni<ChangeFeed.Slice> after(long number, int most) {
        Recent known = recent;
        return known != null && known.covers(number) && looking.get()
                ? Uni.createFrom().item(known.after(number, most))
                : feed.after(number, most);
    }

    /** Completes when something is settled behind a number. */
    public Uni<Void> beyond(long number) {
        return Uni.createFrom().emitter(wake -> {
            Waiting one = new Waiting(number, wake);
            waiting.add(one);
            wake.onTermination(() -> waiting.remove(one));
            Recent known = recent;
            if (looking.compareAndSet(false, true)) {
                lookAnew();
            } else if (known != null && known.end() > number) {
                wake.complete(null);
            }
        });
    }

    /** From the feed's end: what has gathered there since somebody waited last may be long. */
    private void lookAnew() {
        recent = null;
        look();
    }

    private void look() {
        Recent known = recent;
        Uni<Recent> found = known == null
                ? feed.end().map(Recent::startingAt)
                : feed.after(known.end(), Recent.MOST).map(known::and);
        found.subscribe().with(this::found, away -> again(CALM.toMillis()));
    }

    private void found(Recent now) {
        boolean news = recent == null || now.end() > recent.end();
        recent = now;
        if (news) {
            waiting.stream().filter(one -> one.number() < now.end()).forEach(one -> {
                waiting.remove(one);
                one.wake().complete(null);
            });
        }
        pause = news ? BUSY.toMillis() : Math.min(CALM.toMillis(), pause * 3 / 2);
        again(pause);
    }

    private void again(long millis) {
        if (!waiting.isEmpty()) {
            vertx.setTimer(millis, timer -> look());
            return;
        }
        looking.set(false);
        if (!waiting.isEmpty() && looking.compareAndSet(false, true)) {
            lookAnew();
        }
    }
}
