package dev.periodical.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Tables of cases: tab-separated, three columns, the first line a heading. The project's own is a test resource; further
 * ones are files named, comma-separated, by a system property.
 */
public final class CaseTable {

    /** @param table where the row stands, for the test's name */
    public record Row(String table, String first, String second, String third) {}

    private CaseTable() {}

    public static Stream<Row> rows(String resource, String property) {
        var files = Arrays.stream(System.getProperty(property, "").split(",")).filter(file -> !file.isBlank());
        return Stream.concat(own(resource), files.flatMap(CaseTable::named));
    }

    private static Stream<Row> own(String resource) {
        try (InputStream table = CaseTable.class.getResourceAsStream("/" + resource)) {
            return parsed(resource, new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Row> named(String file) {
        try {
            return parsed(file, Files.readString(Path.of(file.strip())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Row> parsed(String table, String text) {
        return text.lines().skip(1).filter(line -> !line.isBlank()).map(line -> {
            var columns = line.split("\t", 3);
            return new Row(table, columns[0], columns[1], columns.length < 3 ? "" : columns[2]);
        });
    }
}
