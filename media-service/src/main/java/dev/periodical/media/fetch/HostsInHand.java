package dev.periodical.media.fetch;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The hosts that a worker works on now. For any thread. */
final class HostsInHand {

    private final Set<String> names = new HashSet<>();

    synchronized void take(String host) {
        names.add(host);
    }

    synchronized void giveBack(String host) {
        names.remove(host);
        if (names.isEmpty()) {
            notifyAll();
        }
    }

    synchronized int count() {
        return names.size();
    }

    synchronized List<String> names() {
        return List.copyOf(names);
    }

    /** Waits until there are none.
     * @return whether it came to that in time */
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!names.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
