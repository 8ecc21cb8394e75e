package dev.periodical.content.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The end of the feed, in memory: all changes behind {@code from} up to {@code end}, each subject once, the latest {@link #MOST}
 * of them. Immutable.
 */
record Recent(long from, List<Change> changes, long end, long drawn) {

    static final int MOST = 1_000;

    static Recent startingAt(ChangeFeed.Slice slice) {
        return new Recent(slice.reached(), List.of(), slice.reached(), slice.drawn());
    }

    boolean covers(long number) {
        return number >= from && number <= end;
    }

    /** With what came behind; an older change of the same subject goes, for what is withdrawn is told to nobody any more. */
    Recent and(ChangeFeed.Slice news) {
        Set<String> again = new HashSet<>();
        news.changes().forEach(change -> again.add(change.subject()));
        List<Change> all = new ArrayList<>(changes.size() + news.changes().size());
        changes.stream().filter(change -> !again.contains(change.subject())).forEach(all::add);
        all.addAll(news.changes());
        int over = Math.max(0, all.size() - MOST);
        return new Recent(
                over == 0 ? from : all.get(over - 1).number(),
                List.copyOf(all.subList(over, all.size())),
                news.reached(),
                news.drawn());
    }

    ChangeFeed.Slice after(long number, int most) {
        List<Change> found = changes.stream()
                .filter(change -> change.number() > number)
                .limit(most)
                .toList();
        return new ChangeFeed.Slice(
                found, found.size() < most ? end : found.get(found.size() - 1).number(), drawn);
    }
}
