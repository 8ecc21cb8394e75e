package dev.periodical.media.collect;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run came to, by fate; all fates together are the bucket as it was listed. Not for more than one thread at a time. */
final class Totals {

    private final Map<Fate, Sum> sums = new EnumMap<>(Fate.class);

    /**
     * Some objects.
     *
     * @param objects how many
     * @param bytes how large together
     */
    record Sum(long objects, long bytes) {

        Sum and(long more) {
            return new Sum(objects + 1, bytes + more);
        }
    }

    void add(Fate fate, long bytes) {
        sums.merge(fate, new Sum(1, bytes), (sum, one) -> sum.and(bytes));
    }

    /** Every fate, also those that befell nothing. */
    Map<String, Sum> byFate() {
        Map<String, Sum> all = new LinkedHashMap<>();
        for (Fate fate : Fate.values()) {
            all.put(fate.code(), sums.getOrDefault(fate, new Sum(0, 0)));
        }
        return all;
    }
}
