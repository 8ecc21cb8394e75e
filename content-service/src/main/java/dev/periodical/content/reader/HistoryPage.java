package dev.periodical.content.reader;

import dev.periodical.content.article.KeptRevision;
import dev.periodical.content.article.RevisionDifference;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What an article said before.
 *
 * @param entries the latest first
 * @param difference between two of them, or null
 */
record HistoryPage(String id, List<Entry> entries, RevisionDifference difference) {

    /**
     * A revision.
     *
     * @param from the one before it, to compare with; null for the first
     */
    record Entry(String revision, String from, ShownTime seen, boolean current) {}

    static HistoryPage of(String id, List<KeptRevision> revisions, RevisionDifference difference, ZoneId zone) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            KeptRevision revision = revisions.get(i);
            String before = i + 1 < revisions.size() ? revisions.get(i + 1).revision() : null;
            entries.add(new Entry(
                    revision.revision(), before, ShownTime.of(revision.firstSeen(), zone), revision.current()));
        }
        return new HistoryPage(id, entries, difference);
    }
}
