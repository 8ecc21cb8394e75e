package dev.periodical.local;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say who listens where. 0 means any free port. */
final class PortOptions {

    private final Map<String, Integer> asked = new LinkedHashMap<>();

    /** The ports that were named, by {@link PortPlan}'s names. */
    Map<String, Integer> asked() {
        return asked;
    }

    @Option(names = "--ingest-port", paramLabel = "N", description = "Default: 8081. 0: any free port, as everywhere.")
    private void ingest(int port) {
        asked.put("ingest", port);
    }

    @Option(names = "--content-port", paramLabel = "N", description = "Default: 8082.")
    private void content(int port) {
        asked.put("content", port);
    }

    @Option(names = "--media-port", paramLabel = "N", description = "Default: 8083.")
    private void media(int port) {
        asked.put("media", port);
    }

    @Option(names = "--ingest-management-port", paramLabel = "N", description = "Health and metrics. Default: 9081.")
    private void ingestManagement(int port) {
        asked.put("ingest-management", port);
    }

    @Option(names = "--content-management-port", paramLabel = "N", description = "Default: 9082.")
    private void contentManagement(int port) {
        asked.put("content-management", port);
    }

    @Option(names = "--media-management-port", paramLabel = "N", description = "Default: 9083.")
    private void mediaManagement(int port) {
        asked.put("media-management", port);
    }

    @Option(names = "--kafka-port", paramLabel = "N", description = "Default: 9092.")
    private void kafka(int port) {
        asked.put("kafka", port);
    }

    @Option(names = "--postgres-port", paramLabel = "N", description = "Default: 5432.")
    private void postgres(int port) {
        asked.put("postgres", port);
    }

    @Option(names = "--s3-port", paramLabel = "N", description = "Default: 9000.")
    private void s3(int port) {
        asked.put("s3", port);
    }
}
