package dev.periodical.backup;

import java.io.IOException;

/**
 * Removes old backups, and what is left of ones that were never finished, once both are older than all that are kept. A
 * removed backup loses its mark first: what is half removed is no backup. Pictures stay: they are shared by all backups.
 */
final class Retention {

    private final Bucket bucket;
    private final int keep;

    Retention(Bucket bucket, int keep) {
        this.bucket = bucket;
        this.keep = keep;
    }

    /** How many finished backups were removed. */
    int apply() throws IOException {
        var names = Backup.names(bucket);
        if (names.size() <= keep) {
            return 0;
        }
        var old = names.subList(0, names.size() - keep);
        for (var name : old) {
            bucket.remove(Backup.mark(name));
        }
        var oldestKept = Backup.FOLDER + names.get(names.size() - keep) + "/";
        for (var key : bucket.keys(Backup.FOLDER)) {
            if (key.compareTo(oldestKept) < 0) {
                bucket.remove(key);
            }
        }
        return old.size();
    }
}
