package dev.periodical.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server with kept data and one database per name, open to its superuser on loopback without asking for the
 * password, and with it from elsewhere where it listens beyond loopback. A server that a killed launcher left behind on the same data is stopped first.
 */
final class PostgresServer implements BackingService {

    static final String USER = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path data;
    private final Path binaries;
    private final Reach reach;
    private final int port;
    private final String password;
    private final List<String> databases;
    private final boolean durable;
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    /**
     * @param data the cluster's folder, made when absent
     * @param binaries where the server's programs are unpacked, shared between clusters
     * @param password of the superuser, asked of everybody who does not come from loopback
     * @param durable whether a commit waits for the disk; false is faster and survives kill -9, but not a power cut
     * @param settings server parameters; they win over those that are set here
     */
    PostgresServer(
            Path data,
            Path binaries,
            Reach reach,
            int port,
            String password,
            List<String> databases,
            boolean durable,
            Map<String, String> settings) {
        this.data = data;
        this.binaries = binaries;
        this.reach = reach;
        this.port = port;
        this.password = password;
        this.databases = List.copyOf(databases);
        this.durable = durable;
        this.settings = Map.copyOf(settings);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() throws Exception {
        OrphanedPostgres.stop(data);
        Ports.claim(name(), port);
        try {
            server = launch();
            createDatabases(server);
            if (reach.beyondLoopback()) {
                RemoteAccess.open(server, data, password);
            }
        } catch (IOException | SQLException failure) {
            OrphanedPostgres.stop(data);
            throw failure;
        } catch (IllegalStateException failure) {
            // A program of PostgreSQL's said why on its own output.
            throw new IOException("PostgreSQL does not start: " + lastWords(), failure);
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        String sync = durable ? "on" : "off";
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", reach.listen())
                .setServerConfig("unix_socket_directories", "")
                // The library turns both off on the command line; a later word on it wins.
                .setServerConfig("fsync", sync)
                .setServerConfig("synchronous_commit", sync)
                .setOutputRedirector(log())
                .setErrorRedirector(log());
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    @Override
    public void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private ProcessBuilder.Redirect log() {
        return ProcessBuilder.Redirect.appendTo(logFile().toFile());
    }

    private Path logFile() {
        return data.resolveSibling("postgres.log");
    }

    private String lastWords() throws IOException {
        try (var lines = Files.lines(logFile())) {
            return lines.filter(line -> !line.isBlank())
                    .reduce((first, last) -> last)
                    .orElse("it said nothing");
        }
    }

    private void createDatabases(EmbeddedPostgres running) throws SQLException {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String database : databases) {
                try (var found =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                    if (found.next()) {
                        continue;
                    }
                }
                statement.execute("CREATE DATABASE " + database);
            }
        }
    }
}
