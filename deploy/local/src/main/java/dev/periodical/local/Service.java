package dev.periodical.local;

import java.nio.file.Path;
import java.util.Optional;

/** The three services, as their packages and their doors look from outside. */
enum Service {
    INGEST(8081, 9081, null),
    CONTENT(8082, 9082, "periodical_content"),
    MEDIA(8083, 9083, "periodical_media");

    private final int port;
    private final int managementPort;
    private final String database;

    Service(int port, int managementPort, String database) {
        this.port = port;
        this.managementPort = managementPort;
        this.database = database;
    }

    /** What commands, logs and pid files call it: {@code ingest}. */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    /** Its database, when it keeps state. */
    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /** Its packaged form. */
    Path jar(Path sources) {
        return sources.resolve(label() + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
