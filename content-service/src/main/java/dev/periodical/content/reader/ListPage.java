package dev.periodical.content.reader;

import java.util.List;
import java.util.Map;

/**
 * A page of the reader's list, or of what was found.
 *
 * @param words what was searched for, or null
 * @param total how many articles there are, null where nobody counted
 * @param more whether that is only as far as was counted
 * @param filters what holds, each leading to the list without it
 * @param categories where else to go
 * @param kept what a search from here keeps, as fields of its form
 * @param next the page behind, or null
 * @param newest the first page, or null where this is it
 * @param feedQuery what feeds of the same are asked for
 */
record ListPage(
        String words,
        List<ListEntry> entries,
        Long total,
        boolean more,
        List<Chip> filters,
        List<Chip> categories,
        List<Map.Entry<String, String>> kept,
        String next,
        String newest,
        String feedQuery) {

    /** Whether there is nothing because nothing was ever sent. */
    public boolean blank() {
        return entries.isEmpty() && words == null && filters.isEmpty() && newest == null;
    }
}
