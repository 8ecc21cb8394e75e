package dev.periodical.database.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the suite's modules keep their migrations, whoever they are. */
final class MigrationFiles {

    private static final Path SUITE = Path.of("../..").toAbsolutePath().normalize();
    private static final String PLACE = "src/main/resources/db/migration";

    private MigrationFiles() {}

    /** The folders by module, in order of their names. */
    static Map<String, Path> folders() throws IOException {
        try (var modules = Files.list(SUITE)) {
            var folders = new TreeMap<String, Path>();
            modules.filter(module -> Files.isDirectory(module.resolve(PLACE)))
                    .forEach(module -> folders.put(module.getFileName().toString(), module.resolve(PLACE)));
            return folders;
        }
    }

    static List<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
