package dev.periodical.media.fetch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hosts that a worker works on now. For any thread. */
final class HostsInHand {

    private final Map<String, HostTurn> turns = new HashMap<>();

    synchronized void take(HostTurn turn) {
        turns.put(turn.host(), turn);
    }

    /** How many of them are slow to answer. */
    synchronized int slow() {
        return (int) turns.values().stream().filter(HostTurn::wasSlow).count();
    }

    /** Ends the turns with hosts that are another's by now, of those that were this worker's.
     * @param before the hosts whose lease was to be renewed
     * @param renewed those of them whose lease was */
    synchronized void lost(Collection<String> before, Collection<String> renewed) {
        before.stream()
                .filter(host -> !renewed.contains(host) && turns.containsKey(host))
                .forEach(host -> turns.get(host).end());
    }

    synchronized void giveBack(String host) {
        turns.remove(host);
        if (turns.isEmpty()) {
            notifyAll();
        }
    }

    synchronized int count() {
        return turns.size();
    }

    synchronized List<String> names() {
        return List.copyOf(turns.keySet());
    }

    /** Waits until there are none.
     * @return whether it came to that in time */
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!turns.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
