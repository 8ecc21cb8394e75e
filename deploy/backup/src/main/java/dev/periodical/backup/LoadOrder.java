package dev.periodical.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables so that each comes after those that its foreign keys refer to; otherwise as they were. */
final class LoadOrder {

    private LoadOrder() {}

    /**
     * @param references by table, which others it refers to
     * @throws IOException when tables refer to each other in a circle
     */
    static List<Backup.TableDump> of(List<Backup.TableDump> tables, Map<String, Set<String>> references)
            throws IOException {
        var left = new ArrayList<>(tables);
        var ordered = new ArrayList<Backup.TableDump>();
        while (!left.isEmpty()) {
            var waiting = left.stream().map(Backup.TableDump::table).toList();
            var ready = left.stream()
                    .filter(table -> references.getOrDefault(table.table(), Set.of()).stream()
                            .noneMatch(waiting::contains))
                    .toList();
            if (ready.isEmpty()) {
                throw new IOException("tables refer to each other in a circle: " + String.join(", ", waiting));
            }
            ordered.addAll(ready);
            left.removeAll(ready);
        }
        return ordered;
    }
}
