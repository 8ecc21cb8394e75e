package dev.periodical.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * What a finished backup says of itself, kept as its last object.
 *
 * @param name the time it began, as {@code 20261124T031500123Z}
 * @param databases what was dumped
 * @param pictures how many objects the bucket of pictures had
 */
record Backup(String name, List<Dump> databases, long pictures) {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String FOLDER = "backups/";
    private static final String LAST = "/complete.json";

    /**
     * One database.
     *
     * @param database {@code content} or {@code media}
     * @param schemaVersion the last migration that had run
     */
    record Dump(String database, String schemaVersion, List<TableDump> tables) {}

    /**
     * One table.
     *
     * @param columns in the order of the dump, by comma
     * @param rows how many
     */
    record TableDump(String table, String columns, long rows) {}

    static String key(String backup, String database, String table) {
        return FOLDER + backup + "/" + database + "/" + table + ".copy.gz";
    }

    void finish(Bucket bucket) throws IOException {
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        bucket.put(mark(name), new ByteArrayInputStream(text), text.length, "application/json");
    }

    /** The names of all finished backups, oldest first. */
    static List<String> names(Bucket bucket) throws IOException {
        return bucket.keys(FOLDER).stream()
                .filter(key -> key.endsWith(LAST))
                .map(key -> key.substring(FOLDER.length(), key.length() - LAST.length()))
                .sorted()
                .toList();
    }

    /** What tells a finished backup from the rest of one. */
    static String mark(String name) {
        return FOLDER + name + LAST;
    }

    static Backup read(Bucket bucket, String name) throws IOException {
        try (var bytes = bucket.get(mark(name)).bytes()) {
            return JSON.readValue(bytes, Backup.class);
        }
    }

    long rows() {
        return databases.stream()
                .flatMap(dump -> dump.tables().stream())
                .mapToLong(TableDump::rows)
                .sum();
    }
}
